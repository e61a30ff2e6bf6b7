-- Whom a finding is about, and who is asked about its facts before its publication: the body that answers for its subject, and the bodies
-- that the Front names by what it recommends to them. Who only had a hand in the subject (intake, experts, partners) is not asked.
CREATE OR REPLACE FUNCTION bodies_of_finding(finding uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.body_ids[1] FROM finding f JOIN sample_unit u ON u.id = f.unit_id WHERE f.id = $1 AND cardinality(u.body_ids) > 0
  UNION SELECT r.addressee_id FROM recommendation r WHERE r.finding_id = $1
$$;
