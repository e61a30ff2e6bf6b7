-- The same of an obligation, which is known by the key under which it was drawn: several are owed for one subject.
CREATE OR REPLACE FUNCTION published_assessments(type_of_subject text, code_of_subject text) RETURNS json LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
SELECT coalesce(json_agg(to_json(found) ORDER BY found."publishedAt" DESC), '[]') FROM (
  SELECT u.id AS "unitId", c.code AS campaign, s.subject_type AS "subjectType", u.subject_code AS "subjectCode", u.key,
    CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name_vi) END AS body,
    a.self_completion AS "selfCompletion", coalesce(a.self_report, '') AS "selfReport", coalesce(a.self_source, '') AS "selfSource",
    a.self_reported_on::text AS "selfReportedOn", coalesce(a.language, 'vi') AS language,
    CASE WHEN a.settled_at IS NOT NULL THEN json_build_object('verifiable', a.verifiable, 'potential', a.potential,
      'completion', a.completion, 'earlyResults', a.early_results) END AS codes,
    to_json(a.settled_at)#>>'{}' AS "settledAt", to_json(c.published_at)#>>'{}' AS "publishedAt",
    (SELECT json_build_object('text', e.text, 'language', e.language, 'post', e.post, 'at', e.at)
      FROM gap_explanation e WHERE e.unit_id = u.id) AS explanation,
    coalesce((SELECT json_agg(json_build_object('code', f.code, 'title', f.title, 'language', f.language, 'severity', f.severity,
        'recommendations', (SELECT coalesce(json_agg(json_build_object('code', r.code, 'status', r.status) ORDER BY r.code), '[]')
          FROM recommendation r WHERE r.finding_id = f.id)) ORDER BY f.severity DESC, f.code)
      FROM finding f WHERE f.unit_id = u.id AND f.state = 'PUBLISHED'), '[]') AS findings
  FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id JOIN monitoring_campaign c ON c.id = s.campaign_id
    LEFT JOIN assessment a ON a.unit_id = u.id LEFT JOIN organisation o ON o.id = u.body_ids[1]
  WHERE u.subject_code = CASE WHEN $1 = 'OBLIGATION' THEN split_part($2, ' ', 1) ELSE $2 END AND ($1 <> 'OBLIGATION' OR u.key = $2)
    AND s.subject_type::text = $1 AND c.published_at IS NOT NULL AND a.settled_at IS NOT NULL
) AS found
$$;
