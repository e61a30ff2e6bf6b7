-- Which submitted files are like one that is checked: the words of title and abstract, without tones, in every language.
CREATE FUNCTION initiative_words(title jsonb, abstract jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple'::regconfig, public.unaccent('public.unaccent'::regdictionary,
    coalesce(title->>'vi', '') || ' ' || coalesce(title->>'en', '') || ' ' || coalesce(title->>'fr', '') || ' ' ||
    coalesce(abstract->>'vi', '') || ' ' || coalesce(abstract->>'en', '') || ' ' || coalesce(abstract->>'fr', '')))
$$;

CREATE INDEX initiative_undecided_words ON initiative USING gin (initiative_words(title, abstract))
  WHERE public_at IS NULL
    AND state IN ('SUBMITTED', 'NEEDS_COMPLETION', 'SCREENED', 'UNDER_EVALUATION', 'EVALUATED', 'SUBMITTED_TO_STEERING');
