import { type DocumentRow, type Queryable, toDocument } from "#search/documents/row.ts";

// Published, or published and under review after a complaint; an embargo holds it back until its day in Vietnam.
const PUBLIC = `r.state IN ('PUBLISHED', 'UNDER_REVIEW') AND r.published_at IS NOT NULL
    AND (r.embargo_until IS NULL OR r.embargo_until <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)`;

// Stage and commercialised as app/domain/results/stage.ts derives them; a test holds the two together.
const SELECT = `
  SELECT r.id, r.code, r.title, r.teaser, r.keywords, ip.numbers, ip.statuses AS ip_statuses,
    array_remove(ARRAY[o.name_vi, o.name_en, o.name_fr], NULL) || a.names AS names,
    concat_ws(' ', r.description, r.benefits, r.competitive_advantage, r.market_segment) AS body, r.language AS body_lang,
    c.products, c.names AS product_names, c.groups, t.level AS trl,
    ARRAY[coalesce(r.province_code, o.province_code)] AS provinces,
    jsonb_build_array(jsonb_build_object(
      'name', jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'house', o.house)) AS parties,
    result_stage(r.id)::text AS stage,
    e.commercialised, r.needs, greatest(r.published_at, r.embargo_until::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') AS published_at,
    coalesce(result_stale_from(coalesce(r.confirmed_at, r.published_at)) <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, false) AS stale,
    greatest(r.updated_at, r.published_at) AS updated_at
  FROM result r
    JOIN organisation o ON o.id = r.host_organisation_id
    CROSS JOIN LATERAL (SELECT coalesce(array_agg(x.name), '{}') AS names FROM result_author x WHERE x.result_id = r.id) AS a
    CROSS JOIN LATERAL (SELECT array_remove(array_agg(x.application_no) || array_agg(g.number), NULL) AS numbers, array_agg(x.status) AS statuses
      FROM ip_right x LEFT JOIN LATERAL (SELECT v ->> 'reference' AS number FROM jsonb_array_elements(x.events) AS v
        WHERE v ->> 'kind' = 'GRANTED' ORDER BY v ->> 'onDate' LIMIT 1) AS g ON true
      WHERE x.result_id = r.id) AS ip
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(x.verified_at IS NOT NULL AND (
        x.revenue_vnd > 0 OR x.kind IN ('DEPLOYMENT', 'CAPITAL_CONTRIBUTION'))), false) AS commercialised
      FROM exploitation_act x WHERE x.result_id = r.id
    ) AS e
    LEFT JOIN LATERAL (
      SELECT x.level FROM readiness_observation x WHERE x.result_id = r.id
      ORDER BY x.on_date DESC, x.recorded_at DESC LIMIT 1
    ) AS t ON true
    CROSS JOIN LATERAL search_catalogue(r.product_codes) AS c
  WHERE r.id = ANY ($1::uuid[]) AND ${PUBLIC}`;

/** The given results that are public now. */
export async function resultDocuments(database: Queryable, ids: readonly string[]) {
  const { rows } = await database.query<DocumentRow>(SELECT, [ids]);
  return rows.map((row) => toDocument("result", row));
}
