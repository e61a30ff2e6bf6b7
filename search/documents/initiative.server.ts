import { type DocumentRow, type Queryable, toDocument } from "#search/documents/row.ts";

// A part that is not public today is not in the index; the calendar brings it in on its day (current.server.ts).
// Public from public_at on (docs/domain.md, "Initiatives"), with the proposer's consent.
const PUBLIC =
  "i.public_at IS NOT NULL AND i.consent_publish AND i.state NOT IN ('WITHDRAWN', 'LAPSED', 'REJECTED_FORM')";

const SELECT = `
  SELECT i.id, i.code, i.title, i.abstract AS teaser, NULL::text[] AS keywords, NULL::text[] AS numbers,
    array_remove(ARRAY[o.name_vi, o.name_en, o.name_fr], NULL) || ARRAY(
      SELECT a.name FROM initiative_author a WHERE a.initiative_id = i.id AND a.declined_at IS NULL
    ) AS names,
    concat_ws(' ', CASE WHEN 'problem' <> ALL (closed.parts) THEN i.problem END,
      CASE WHEN 'solution' <> ALL (closed.parts) THEN i.solution END,
      CASE WHEN 'novelty' <> ALL (closed.parts) THEN i.novelty END,
      CASE WHEN 'publicBenefit' <> ALL (closed.parts) THEN i.public_benefit END) AS body, i.language AS body_lang,
    c.products, c.names AS product_names, c.groups, i.maturity_trl AS trl,
    ARRAY[coalesce(i.province_code, o.province_code)] AS provinces,
    CASE WHEN o.id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object(
      'name', jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'house', o.house)) END AS parties,
    i.state::text AS stage, NULL::boolean AS commercialised, i.public_at AS published_at,
    greatest(i.updated_at, i.public_at) AS updated_at
  FROM initiative i
    LEFT JOIN organisation o ON o.id = i.organisation_id
    CROSS JOIN LATERAL search_catalogue(i.product_codes) AS c
    CROSS JOIN LATERAL closed_parts(i.id) AS closed (parts)
  WHERE i.id = ANY ($1::uuid[]) AND ${PUBLIC}`;

/** The given initiatives that are public now. */
export async function initiativeDocuments(database: Queryable, ids: readonly string[]) {
  const { rows } = await database.query<DocumentRow>(SELECT, [ids]);
  return rows.map((row) => toDocument("initiative", row));
}
