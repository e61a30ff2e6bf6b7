import { type DocumentRow, type Queryable, toDocument } from "#search/documents/row.ts";

// Public from its publication on; of one that was taken back the page keeps the reason alone, and no search finds it.
const SELECT = `
  SELECT c.id, c.code, c.title, jsonb_build_object(c.language, CASE WHEN length(c.problem) <= 300 THEN c.problem
      ELSE regexp_replace(left(c.problem, 300), '\\s+\\S*$', '') || '…' END) AS teaser,
    NULL::text[] AS keywords, NULL::text[] AS numbers,
    array_remove(ARRAY[o.name_vi, o.name_en, o.name_fr], NULL) AS names,
    concat_ws(' ', c.problem, c.criteria, CASE WHEN c.statement_language = c.language THEN c.statement END) AS body,
    c.language AS body_lang, p.products, p.names AS product_names, p.groups, NULL::int AS trl,
    ARRAY[o.province_code] AS provinces,
    jsonb_build_array(jsonb_build_object(
      'name', jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'house', o.house)) AS parties,
    c.state::text AS stage, NULL::boolean AS commercialised, c.published_at,
    greatest(c.published_at, c.ended_at, c.stated_at) AS updated_at
  FROM challenge c
    JOIN organisation o ON o.id = c.owner_id
    CROSS JOIN LATERAL search_catalogue(c.product_codes) AS p
  WHERE c.id = ANY ($1::uuid[]) AND c.published_at IS NOT NULL AND c.state <> 'WITHDRAWN'`;

/** The given challenges that are public now. */
export async function challengeDocuments(database: Queryable, ids: readonly string[]) {
  const { rows } = await database.query<DocumentRow>(SELECT, [ids]);
  return rows.map((row) => toDocument("challenge", row));
}
