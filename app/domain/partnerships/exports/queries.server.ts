import { pool } from "#prisma/client.server.ts";
import { keptForASecond } from "#prisma/kept.server.ts";
import { PROFIT_WITHHELD } from "../internal/distribution-sql.ts";
import type { ShareRow } from "./shares-table.ts";
import { type StoredTotal, type Total, totalOf } from "./totals.ts";

/**
 * Every share of a public partnership's signed agreements that ever was in force, the superseded with their instant;
 * confidential profit shares are left out. Null where there is no such partnership. One statement.
 */
export async function listEveryShare(code: string): Promise<ShareRow[] | null> {
  const { rows } = await pool().query<{ shares: ShareRow[] }>(
    `SELECT coalesce((SELECT json_agg(json_build_object('product', a.product_code, 'dimension', s.dimension,
        'from', s.valid_from, 'until', s.valid_to, 'identifier', o.scheme || '-' || o.identifier, 'house', o.house,
        'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'ppm', l.ppm,
        'recordedAt', s.recorded_at, 'supersededAt', s.superseded_at
      ) ORDER BY a.signed_at, a.product_code, s.dimension, s.recorded_at, s.valid_from, m.position)
      FROM agreement a
      JOIN share_schedule s ON s.agreement_id = a.id
      JOIN share_line l ON l.schedule_id = s.id
      JOIN partnership_member m ON m.id = l.member_id
      JOIN organisation o ON o.id = m.organisation_id
      WHERE a.partnership_id = p.id AND a.signed_at IS NOT NULL
        AND (s.superseded_at IS NULL OR s.superseded_at > a.signed_at)
        AND NOT (s.dimension = 'PROFIT' AND ${PROFIT_WITHHELD})), '[]') AS shares
    FROM partnership p WHERE p.code = $1 AND p.published_at IS NOT NULL`,
    [code],
  );
  return rows[0]?.shares ?? null;
}

// $1 is today. An agreement counts with the capital shares of today, or of its day nearest to today.
const TOTALS = `
  WITH signed AS (
    SELECT a.id, a.product_code, p.id AS partnership, p.province_codes, p.total_value_vnd AS total,
      extract(year FROM a.signed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::int::text AS year,
      count(*) OVER (PARTITION BY p.id) AS agreements,
      row_number() OVER (PARTITION BY p.id ORDER BY a.signed_at, a.product_code) AS place,
      greatest(a.valid_from, least($1::date, a.valid_to - 1)) AS day
    FROM partnership p JOIN agreement a ON a.partnership_id = p.id
    WHERE p.published_at IS NOT NULL AND a.signed_at IS NOT NULL
  ), valued AS MATERIALIZED (
    SELECT *, total / agreements + CASE WHEN place <= total % agreements THEN 1 ELSE 0 END AS value FROM signed
  ), held AS MATERIALIZED (
    SELECT v.*, v.value * h.state AS state, v.value * h.school AS school, v.value * h.enterprise AS enterprise,
      v.value * h.other AS other
    FROM valued v
    LEFT JOIN (
      SELECT v.id, sum(l.ppm) FILTER (WHERE o.house = 'STATE') AS state, sum(l.ppm) FILTER (WHERE o.house = 'SCHOOL') AS school,
        sum(l.ppm) FILTER (WHERE o.house = 'ENTERPRISE') AS enterprise, sum(l.ppm) FILTER (WHERE o.house = 'OTHER') AS other
      FROM valued v JOIN share_schedule s ON s.agreement_id = v.id AND s.dimension = 'CAPITAL' AND s.superseded_at IS NULL
        AND s.valid_from <= v.day AND (s.valid_to IS NULL OR s.valid_to > v.day)
      JOIN share_line l ON l.schedule_id = s.id
      JOIN partnership_member m ON m.id = l.member_id
      JOIN organisation o ON o.id = m.organisation_id
      GROUP BY v.id) AS h USING (id)
  ), keyed AS (
    SELECT 'all' AS facet, '' AS key, * FROM held
    UNION ALL SELECT 'product', product_code, * FROM held
    UNION ALL SELECT 'province', unnest(province_codes), * FROM held
    UNION ALL SELECT 'year', year, * FROM held
  )
  SELECT facet, key, count(*)::int AS agreements, count(DISTINCT partnership)::int AS partnerships,
    count(*) FILTER (WHERE value IS NULL)::int AS unvalued, coalesce(sum(value), 0)::text AS "totalVnd",
    json_build_object('STATE', sum(state)::text, 'SCHOOL', sum(school)::text, 'ENTERPRISE', sum(enterprise)::text,
      'OTHER', sum(other)::text) AS weights
  FROM keyed GROUP BY facet, key ORDER BY facet, key`;

const totals = keptForASecond(async (today: string) => {
  const { rows } = await pool().query<StoredTotal>(TOTALS, [today]);
  return rows.map(totalOf);
});

/**
 * What the public partnerships come to: for all, each product, each province and each year of signing the capital in
 * đồng by house. One statement, once a second at most. Source: docs/domain.md, "National totals".
 */
export function nationalTotals(today: string): Promise<Total[]> {
  return totals(today);
}
