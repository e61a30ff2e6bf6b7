-- What was published of public opinion on one subject, the newest first; for its page, in the statement that reads its monitoring.
CREATE FUNCTION published_opinion(code_of_subject text) RETURNS json LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
SELECT coalesce(json_agg(to_json(found) ORDER BY found."toOn" DESC, found.code DESC), '[]') FROM (
  SELECT o.code, o.title, o.language, o.channel, o.method, o.question, o.n, o.several, o.figures, o.source,
    o.from_on::text AS "fromOn", o.to_on::text AS "toOn",
    (SELECT count(*)::int FROM opinion_erratum e WHERE e.signal_id = o.id) AS errata
  FROM opinion_signal o WHERE o.subject_code = $1 AND o.published_at IS NOT NULL ORDER BY o.to_on DESC, o.code DESC LIMIT 3
) AS found
$$;
