import type { MonitoredType } from "../campaigns/campaign.ts";

// Each gives key, subject_code, province_code, house, bodies (the first answers for the subject), day. What everybody reads, nothing else.
const INITIATIVES = `
  SELECT i.code AS key, i.code AS subject_code, coalesce(i.province_code, '') AS province_code,
    (SELECT coalesce(array_agg(x.body ORDER BY x.place, x.at DESC, x.body), '{}') FROM (
      SELECT DISTINCT ON (y.body) y.body, y.place, y.at FROM (
        SELECT m.owner_id AS body, 1 AS place, m.assigned_at AS at FROM implementation m WHERE m.initiative_id = i.id
        UNION ALL
        SELECT o.debtor_organisation_id, 2, o.opened_at FROM obligation o
          WHERE o.subject_id = i.id AND o.debtor_organisation_id IS NOT NULL
        UNION ALL SELECT i.organisation_id, 3, i.created_at WHERE i.organisation_id IS NOT NULL
      ) y ORDER BY y.body, y.place, y.at DESC) x) AS bodies,
    (i.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
  FROM initiative i WHERE i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'`;
const PARTNERSHIPS = `
  SELECT p.code AS key, p.code AS subject_code, coalesce(p.province_codes[1], '') AS province_code,
    (SELECT array_agg(m.organisation_id ORDER BY m.role <> 'LEAD', m.position) FROM partnership_member m
      WHERE m.partnership_id = p.id AND m.joined_at IS NOT NULL) AS bodies,
    (p.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
  FROM partnership p WHERE p.published_at IS NOT NULL`;
const RESULTS = `
  SELECT r.code AS key, r.code AS subject_code, coalesce(r.province_code, '') AS province_code,
    array_remove(ARRAY[r.host_organisation_id, r.verifier_organisation_id], NULL) AS bodies,
    (r.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
  FROM result r WHERE r.state IN ('PUBLISHED', 'UNDER_REVIEW')
    AND (r.embargo_until IS NULL OR r.embargo_until <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)`;
const OBLIGATIONS = `
  SELECT o.subject_code || ' ' || o.kind || ' ' || left(o.id::text, 8) AS key, o.subject_code,
    g.province_code, ARRAY[o.debtor_organisation_id] AS bodies, (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
  FROM obligation o JOIN organisation g ON g.id = o.debtor_organisation_id
  WHERE o.voided_at IS NULL AND o.subject_type IN ('INITIATIVE', 'PARTNERSHIP', 'RESULT', 'CHALLENGE')`;

const SOURCES: Record<MonitoredType, string> = {
  INITIATIVE: INITIATIVES,
  PARTNERSHIP: PARTNERSHIPS,
  RESULT: RESULTS,
  OBLIGATION: OBLIGATIONS,
};

/**
 * The population of a kind of subject in the order of its keys. $1 and $2: days (inclusive) or null; $3: province or '';
 * $4: house of the body that answers, or null. Subjects of which no body answers are no part of it.
 */
export function populationSql(type: MonitoredType): string {
  return `SELECT s.key, s.subject_code AS "subjectCode", s.province_code AS province, g.house::text AS house,
      s.bodies::text[] AS bodies
    FROM (${SOURCES[type]}) AS s JOIN organisation g ON g.id = s.bodies[1]
    WHERE ($1::date IS NULL OR s.day >= $1) AND ($2::date IS NULL OR s.day <= $2)
      AND ($3 = '' OR s.province_code = $3) AND ($4::text IS NULL OR g.house::text = $4)
    ORDER BY s.key COLLATE "C"`;
}
