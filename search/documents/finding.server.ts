import { type DocumentRow, type Queryable, toDocument } from "#search/documents/row.ts";

// Public from its campaign's publication on; what waits for it is in no document. Its recommendations, the subject and the
// campaign are found by their codes through it; who is monitored stands in it, who monitored by their body alone.
const SELECT = `
  SELECT f.id, f.code, jsonb_build_object(f.language, f.title) AS title, jsonb_build_object(f.language, CASE WHEN length(f.condition) <= 300
      THEN f.condition ELSE regexp_replace(left(f.condition, 300), '\\s+\\S*$', '') || '…' END) AS teaser,
    NULL::text[] AS keywords, array_remove(ARRAY[c.code, u.subject_code], NULL) || coalesce(r.codes, '{}') AS numbers,
    array_remove(ARRAY[g.name_vi, g.name_en, g.name_fr], NULL) || coalesce(r.names, '{}') AS names,
    concat_ws(' ', f.condition, f.criteria, f.cause, f.effect, r.texts, e.texts, c.title ->> f.language) AS body, f.language AS body_lang,
    NULL::text[] AS products, NULL::text[] AS product_names, NULL::text[] AS groups, NULL::int AS trl,
    ARRAY[coalesce(nullif(u.province_code, ''), g.province_code)] AS provinces, r.parties,
    f.severity::text AS stage, NULL::boolean AS commercialised, f.published_at,
    greatest(f.published_at, e.at, r.at) AS updated_at
  FROM finding f
    JOIN monitoring_campaign c ON c.id = f.campaign_id
    JOIN organisation g ON g.id = c.owner_organisation_id
    LEFT JOIN sample_unit u ON u.id = f.unit_id
    CROSS JOIN LATERAL (
      SELECT array_agg(x.code) AS codes, string_agg(x.text, ' ' ORDER BY x.code) FILTER (WHERE x.language = f.language) AS texts,
        array_agg(o.name_vi) || array_agg(o.name_en) || array_agg(o.name_fr) AS names,
        max((SELECT max(w.at) FROM follow_up w WHERE w.recommendation_id = x.id)) AS at,
        jsonb_agg(DISTINCT jsonb_build_object('name', jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr),
          'house', o.house)) AS parties
      FROM recommendation x JOIN organisation o ON o.id = x.addressee_id WHERE x.finding_id = f.id
    ) AS r
    CROSS JOIN LATERAL (
      SELECT string_agg(x.text, ' ' ORDER BY x.id) FILTER (WHERE x.language = f.language) AS texts, max(x.at) AS at
      FROM finding_erratum x WHERE x.finding_id = f.id
    ) AS e
  WHERE f.id = ANY ($1::uuid[]) AND f.state = 'PUBLISHED'`;

/** The given findings that are public now. */
export async function findingDocuments(database: Queryable, ids: readonly string[]) {
  const { rows } = await database.query<DocumentRow>(SELECT, [ids]);
  return rows.map((row) => toDocument("finding", row));
}
