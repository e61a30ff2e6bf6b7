import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pool } from "#prisma/client.server.ts";
import {
  AGE_ENDS,
  type BodyIndicators,
  type BodyOfIndicators,
  type Counts,
  type Indicators,
  indicatorsOf,
} from "./indicators.ts";

type Row = Counts & { body: BodyOfIndicators | null };

const HIGH = "IN ('SUBSTANTIAL', 'COMPLETE')";
const ASSESSED = `
  SELECT u.body_ids[1] AS body, count(*) AS assessed, count(*) FILTER (WHERE a.completion ${HIGH}) AS verified_high,
    count(a.self_completion) AS reported, count(*) FILTER (WHERE a.self_completion ${HIGH}) AS self_high,
    count(*) FILTER (WHERE a.self_completion = 'COMPLETE') AS self_complete,
    count(*) FILTER (WHERE a.self_completion IS NOT NULL AND a.completion ${HIGH}) AS reported_high,
    count(*) FILTER (WHERE a.self_completion IS NOT NULL AND a.completion = 'COMPLETE') AS reported_complete
  FROM assessment a JOIN sample_unit u ON u.id = a.unit_id JOIN campaign_sample s ON s.id = u.sample_id
    JOIN monitoring_campaign c ON c.id = s.campaign_id
  WHERE c.published_at IS NOT NULL AND a.settled_at IS NOT NULL
  GROUP BY GROUPING SETS ((), (u.body_ids[1]))`;
const IS_OPEN = "r.status IN ('OPEN', 'OPEN_PARTIALLY_ADDRESSED')";
const RECOMMENDED = `
  SELECT r.addressee_id AS body, count(*) AS issued, count(*) FILTER (WHERE r.status = 'CLOSED_IMPLEMENTED') AS implemented,
    count(*) FILTER (WHERE NOT ${IS_OPEN}) AS closed, count(*) FILTER (WHERE ${IS_OPEN} AND r.due_on < $1) AS overdue,
    count(w.days) AS answered, percentile_disc(0.5) WITHIN GROUP (ORDER BY w.days) AS median,
    array_agg(width_bucket($1::date - (f.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, $2::int[]))
      FILTER (WHERE ${IS_OPEN}) AS classes
  FROM recommendation r JOIN finding f ON f.id = r.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id
    LEFT JOIN LATERAL (SELECT min((a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
        - (f.published_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS days
      FROM recommendation_response a WHERE a.recommendation_id = r.id) AS w ON true
  WHERE f.state = 'PUBLISHED'
  GROUP BY GROUPING SETS ((), (r.addressee_id))`;

/**
 * The indicators of everything that is published, as of a day: of all, and body by body (of an assessment the body that
 * answers, of a recommendation its addressee). One statement. Source: docs/domain.md, "Indicators".
 */
export async function readIndicators(at: Date): Promise<{ asOf: string; all: Indicators; bodies: BodyIndicators[] }> {
  const asOf = dayInVietnam(at);
  const { rows } = await pool().query<Row>(
    `SELECT CASE WHEN o.id IS NOT NULL THEN json_build_object('code', o.scheme || '-' || o.identifier, 'house', o.house,
         'name', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) END AS body,
       coalesce(m.assessed, 0)::int AS assessed, coalesce(m.verified_high, 0)::int AS "verifiedHigh",
       coalesce(m.reported, 0)::int AS reported, coalesce(m.self_high, 0)::int AS "selfHigh",
       coalesce(m.self_complete, 0)::int AS "selfComplete", coalesce(m.reported_high, 0)::int AS "reportedVerifiedHigh",
       coalesce(m.reported_complete, 0)::int AS "reportedVerifiedComplete", coalesce(n.issued, 0)::int AS issued,
       coalesce(n.implemented, 0)::int AS implemented, coalesce(n.closed, 0)::int AS closed,
       coalesce(n.overdue, 0)::int AS overdue, coalesce(n.answered, 0)::int AS answered, n.median AS "medianDays",
       ARRAY(SELECT (SELECT count(*)::int FROM unnest(n.classes) AS class WHERE class = place)
         FROM generate_series(0, cardinality($2::int[])) AS place ORDER BY place) AS ages
     FROM (${ASSESSED}) AS m FULL JOIN (${RECOMMENDED}) AS n ON coalesce(m.body::text, '') = coalesce(n.body::text, '')
       LEFT JOIN organisation o ON o.id = coalesce(m.body, n.body) ORDER BY o.name_vi, o.id`,
    [asOf, AGE_ENDS.map((end) => end + 1)],
  );
  const bodies = rows.flatMap(({ body, ...counts }) => (body ? [{ body, indicators: indicatorsOf(counts) }] : []));
  const { body: _all, ...counts } = rows.find(({ body }) => body === null) ?? { body: null, ...NOTHING };
  return { asOf, all: indicatorsOf(counts), bodies };
}

const NOTHING: Counts = {
  ...{ assessed: 0, verifiedHigh: 0, reported: 0, selfHigh: 0, selfComplete: 0 },
  ...{ reportedVerifiedHigh: 0, reportedVerifiedComplete: 0 },
  ...{ issued: 0, implemented: 0, closed: 0, overdue: 0, answered: 0, medianDays: null },
  ages: [...AGE_ENDS, 0].map(() => 0),
};
