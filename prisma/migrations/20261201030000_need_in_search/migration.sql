-- Calls, offers and needs are found as "need": what is indexed, what waits to be, and what saved searches ask follow.
UPDATE search_document SET type = 'need' WHERE type = 'call';
UPDATE outbox SET payload = jsonb_set(payload::jsonb, '{type}', '"need"')
WHERE topic = 'search' AND payload ->> 'type' = 'call';
UPDATE saved_search SET address = regexp_replace(address, '(^|&)type=call(&|$)', '\1type=need\2'),
  asked = jsonb_set(asked, '{filters,type}', (
    SELECT jsonb_agg(CASE WHEN chosen = 'call' THEN 'need' ELSE chosen END ORDER BY place)
    FROM jsonb_array_elements_text(asked #> '{filters,type}') WITH ORDINALITY AS t (chosen, place)))
WHERE asked #> '{filters,type}' ? 'call';
