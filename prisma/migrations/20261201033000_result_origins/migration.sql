-- A result comes from several initiatives and partnerships, at most five of each; what was its one becomes its first.
ALTER TABLE "result" ADD COLUMN     "origin_initiative_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "origin_partnership_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

ALTER TABLE result DISABLE TRIGGER USER;
UPDATE result SET origin_initiative_ids = array_remove(ARRAY[origin_initiative_id], NULL),
  origin_partnership_ids = array_remove(ARRAY[origin_partnership_id], NULL)
WHERE num_nonnulls(origin_initiative_id, origin_partnership_id) > 0;
ALTER TABLE result ENABLE TRIGGER USER;

ALTER TABLE "result" DROP COLUMN "origin_initiative_id",
DROP COLUMN "origin_partnership_id";

ALTER TABLE result ADD CHECK (cardinality(origin_initiative_ids) <= 5 AND cardinality(origin_partnership_ids) <= 5);
CREATE INDEX result_origin_initiatives ON result USING gin (origin_initiative_ids) WHERE origin_initiative_ids <> '{}';
CREATE INDEX result_origin_partnerships ON result USING gin (origin_partnership_ids) WHERE origin_partnership_ids <> '{}';

-- What it comes from is there and public: neither goes away again.
CREATE FUNCTION guard_result_origins() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (SELECT count(*) FROM initiative WHERE id = ANY (NEW.origin_initiative_ids) AND public_at IS NOT NULL) <> cardinality(NEW.origin_initiative_ids)
    OR (SELECT count(*) FROM partnership WHERE id = ANY (NEW.origin_partnership_ids) AND published_at IS NOT NULL) <> cardinality(NEW.origin_partnership_ids) THEN
    RAISE EXCEPTION 'UNKNOWN_ORIGIN %', NEW.code USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_result_origins BEFORE INSERT OR UPDATE OF origin_initiative_ids, origin_partnership_ids ON result
  FOR EACH ROW WHEN (NEW.origin_initiative_ids <> '{}' OR NEW.origin_partnership_ids <> '{}') EXECUTE FUNCTION guard_result_origins();

CREATE OR REPLACE FUNCTION result_content(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'resultType', r.result_type, 'language', r.language, 'title', r.title, 'teaser', r.teaser,
    'description', r.description, 'benefits', r.benefits, 'productCodes', to_jsonb(r.product_codes),
    'fordCode', r.ford_code, 'provinceCode', r.province_code, 'keywords', to_jsonb(r.keywords),
    'originInitiativeCodes', coalesce((SELECT jsonb_agg(i.code ORDER BY array_position(r.origin_initiative_ids, i.id))
      FROM initiative i WHERE i.id = ANY (r.origin_initiative_ids)), '[]'),
    'originPartnershipCodes', coalesce((SELECT jsonb_agg(d.code ORDER BY array_position(r.origin_partnership_ids, d.id))
      FROM partnership d WHERE d.id = ANY (r.origin_partnership_ids)), '[]'),
    'embargoUntil', r.embargo_until, 'embargoReason', r.embargo_reason,
    'readiness', coalesce((
      SELECT jsonb_agg(jsonb_build_object('level', o.level, 'onDate', o.on_date, 'evidence', o.evidence) ORDER BY o.on_date)
      FROM readiness_observation o WHERE o.result_id = r.id), '[]'),
    'authors', coalesce((
      SELECT jsonb_agg(jsonb_build_object('name', a.name, 'affiliation', a.affiliation, 'contributionPpm', a.contribution_ppm)
        ORDER BY a.position)
      FROM result_author a WHERE a.result_id = r.id), '[]'),
    'rights', coalesce((
      SELECT jsonb_agg(jsonb_build_object('kind', p.kind, 'status', p.status, 'office', p.office,
          'applicationNo', p.application_no, 'filedOn', p.filed_on, 'grantedOn', p.granted_on,
          'disclosedOn', p.disclosed_before_filing_on)
        ORDER BY p.filed_on NULLS LAST, p.kind, p.application_no)
      FROM ip_right p WHERE p.result_id = r.id), '[]'),
    'acts', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'onDate', e.on_date, 'counterparty', e.counterparty,
          'territory', e.territory, 'revenueVnd', e.revenue_vnd::text, 'evidence', e.evidence,
          'verified', e.verified_at IS NOT NULL)
        ORDER BY e.on_date, e.id)
      FROM exploitation_act e WHERE e.result_id = r.id), '[]'),
    'funding', coalesce((
      SELECT jsonb_agg(jsonb_build_object('source', f.source, 'amountVnd', f.amount_vnd::text) ORDER BY f.source, f.amount_vnd)
      FROM result_funding f WHERE f.result_id = r.id), '[]'))
  FROM result r WHERE r.id = result_to_read
$$;
