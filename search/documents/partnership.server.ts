import { type DocumentRow, type Queryable, toDocument } from "#search/documents/row.ts";

// Public from the first signed agreement on; products and terms of agreements that are not signed stay out.
const SELECT = `
  SELECT p.id, p.code, p.title, p.description AS teaser, NULL::text[] AS keywords, NULL::text[] AS numbers,
    m.names, '' AS body, 'vi' AS body_lang, c.products, c.names AS product_names, c.groups, p.trl_start AS trl,
    CASE WHEN p.province_codes = '{}' THEN m.provinces ELSE p.province_codes END AS provinces,
    m.parties, p.state::text AS stage, NULL::boolean AS commercialised, p.published_at, p.updated_at
  FROM partnership p
    CROSS JOIN LATERAL (
      SELECT array_agg(n.name) FILTER (WHERE n.name IS NOT NULL) AS names, array_agg(DISTINCT o.province_code) AS provinces,
        jsonb_agg(jsonb_build_object('name', jsonb_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr),
          'house', o.house) ORDER BY x.position) FILTER (WHERE n.first) AS parties
      FROM partnership_member x
        JOIN organisation o ON o.id = x.organisation_id
        CROSS JOIN LATERAL (VALUES (o.name_vi, true), (o.name_en, false), (o.name_fr, false)) AS n (name, first)
      WHERE x.partnership_id = p.id AND x.joined_at IS NOT NULL
    ) AS m
    CROSS JOIN LATERAL search_catalogue(ARRAY(
      SELECT a.product_code FROM agreement a WHERE a.partnership_id = p.id AND a.signed_at IS NOT NULL
    )) AS c
  WHERE p.id = ANY ($1::uuid[]) AND p.published_at IS NOT NULL`;

/** The given partnerships that are public now. */
export async function partnershipDocuments(database: Queryable, ids: readonly string[]) {
  const { rows } = await database.query<DocumentRow>(SELECT, [ids]);
  return rows.map((row) => toDocument("partnership", row));
}
