import { type DocumentRow, type Queryable, toDocument } from "#search/documents/row.ts";

// Public from its publication on; one that was taken back is found by no search. Who was interested is in no document.
const SELECT = `
  WITH shown AS (
    SELECT c.*, lang.code AS lang, c.text ->> lang.code AS words_in_lang
    FROM partnership_call c
      CROSS JOIN LATERAL (SELECT CASE WHEN c.text ? 'vi' THEN 'vi' WHEN c.text ? 'en' THEN 'en' ELSE 'fr' END AS code) AS lang
    WHERE c.id = ANY ($1::uuid[]) AND c.published_at IS NOT NULL AND c.state <> 'WITHDRAWN'
  )
  SELECT c.id, c.code, c.title, (
      SELECT jsonb_object_agg(t.key, CASE WHEN length(t.value) <= 300 THEN t.value
        ELSE regexp_replace(left(t.value, 300), '\\s+\\S*$', '') || '…' END)
      FROM jsonb_each_text(c.text) AS t) AS teaser,
    array_remove(ARRAY[nullif(c.words, '')], NULL) || CASE WHEN c.kind = 'RESULT_OFFER' THEN
      (SELECT r.keywords FROM result r WHERE r.id = c.origin_result_id) END AS keywords, NULL::text[] AS numbers,
    array_remove(ARRAY[o.name_vi, o.name_en, o.name_fr], NULL) AS names,
    concat_ws(' ', c.words_in_lang, c.words) AS body, c.lang AS body_lang,
    p.products, p.names AS product_names, p.groups, c.trl_from AS trl,
    CASE WHEN cardinality(c.province_codes) > 0 THEN c.province_codes ELSE ARRAY[o.province_code] END AS provinces,
    jsonb_build_array(jsonb_build_object(
      'name', jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'house', o.house)) AS parties,
    c.state::text AS stage, c.needs, NULL::boolean AS commercialised, c.published_at,
    greatest(c.published_at, c.ended_at) AS updated_at
  FROM shown c
    JOIN organisation o ON o.id = c.organisation_id
    CROSS JOIN LATERAL search_catalogue(c.product_codes) AS p`;

/** The given calls, offers and needs that are public now: each is what somebody needs or has for whoever needs it. */
export async function callDocuments(database: Queryable, ids: readonly string[]) {
  const { rows } = await database.query<DocumentRow>(SELECT, [ids]);
  return rows.map((row) => toDocument("need", row));
}
