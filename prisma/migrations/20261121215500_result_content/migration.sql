-- Everything that a result says of itself, in one reading: the form, the check before submission, the public page and
-- the hash on the record all stand on it. Amounts are text, since JSON numbers are not exact.
CREATE FUNCTION result_content(result_to_read uuid) RETURNS jsonb LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'resultType', r.result_type, 'language', r.language, 'title', r.title, 'teaser', r.teaser,
    'description', r.description, 'benefits', r.benefits, 'productCodes', to_jsonb(r.product_codes),
    'fordCode', r.ford_code, 'provinceCode', r.province_code, 'keywords', to_jsonb(r.keywords),
    'originInitiativeCode', (SELECT code FROM initiative WHERE id = r.origin_initiative_id),
    'originPartnershipCode', (SELECT code FROM partnership WHERE id = r.origin_partnership_id),
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
