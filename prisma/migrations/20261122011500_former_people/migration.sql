-- Who had a part in an initiative before its appeal (docs/domain.md, "Appeal"), as a list of ids; empty where nobody
-- appealed. While the panel is formed, everybody of the earlier councils and every decider; after it, the panel's members
-- too, but not who led it.
CREATE FUNCTION former_ids(initiative_of uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(DISTINCT part.person_id), '[]') FROM (
    SELECT d.decided_by_id AS person_id FROM decision d WHERE d.initiative_id = initiative_of
    UNION ALL
    SELECT unnest(ARRAY[s.person_id, CASE WHEN e.kind <> 'APPEAL' THEN e.chair_id END])
    FROM initiative i JOIN evaluation e ON e.initiative_id = i.id LEFT JOIN evaluation_seat s ON s.evaluation_id = e.id
    WHERE i.id = initiative_of AND CASE WHEN i.state = 'APPEALED' THEN e.kind <> 'APPEAL'
      ELSE e.round <= (SELECT max(p.round) FROM evaluation p WHERE p.initiative_id = i.id AND p.kind = 'APPEAL') END
  ) AS part WHERE part.person_id IS NOT NULL AND EXISTS (SELECT 1 FROM appeal a WHERE a.initiative_id = initiative_of)
$$;
