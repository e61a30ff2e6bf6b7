/** The appraisals of the agreement `a` as JSON, the oldest first: `ReadAppraisal` of appraisals/appraisal.ts. */
export const APPRAISALS = `coalesce((SELECT json_agg(json_build_object('version', w.version, 'amendment', w.amendment,
    'textSha256', w.text_sha256,
    'organisationId', w.organisation_id, 'authority', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr),
    'submittedAt', w.submitted_at, 'outcome', w.outcome, 'reason', w.reason, 'items', w.items, 'post', w.post,
    'decidedAt', w.decided_at) ORDER BY w.submitted_at)
  FROM appraisal w JOIN organisation o ON o.id = w.organisation_id WHERE w.agreement_id = a.id), '[]')`;
