import { type Actor, representedBy } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pool } from "#prisma/client.server.ts";
import { BODY } from "../../internal/calls/call-sql.ts";
import type { FittingBody, Match } from "./match.ts";

const MOST_MATCHES = 10;
const MOST_BODIES = 5;

// What a call names in single words or phrases, and everything that it says; `o` is the result that it offers.
const TERMS = `(SELECT coalesce(array_agg(DISTINCT btrim(w)), '{}')
    FROM unnest(regexp_split_to_array(c.words, '[,;]') || CASE WHEN c.kind = 'RESULT_OFFER' THEN o.keywords END) AS w)`;
const SAID = `plain_words(concat_ws(' ', c.title, c.text, c.words, CASE WHEN c.kind = 'RESULT_OFFER' THEN
    concat_ws(' ', o.title, o.teaser, o.description, array_to_string(o.keywords, ' ')) END))`;
/** SQL for the words among `terms` that `said` says. */
function namedIn(terms: string, said: string): string {
  return `SELECT lower(w) FROM unnest(${terms}) AS w
        WHERE length(plain_words(w)) > 4 AND position(plain_words(w) IN ${said}) > 0`;
}

// One side of a match: a call or an offer, or an organisation by what it has published. `meant` also holds the products
// that the crosswalk ties to its own.
const CALL_SIDE = `
  SELECT c.code, c.kind::text AS kind, c.organisation_id, g.house::text AS house, c.needs, c.product_codes AS products,
    s.products AS meant, c.trl_from, c.trl_to, missing_houses(c.partnership_id)::text[] AS missing, c.ford_code,
    ${TERMS} AS terms, ${SAID} AS said,
    CASE WHEN cardinality(c.province_codes) > 0 THEN c.province_codes ELSE ARRAY[g.province_code] END AS provinces
  FROM partnership_call c JOIN organisation g ON g.id = c.organisation_id
    LEFT JOIN result o ON o.id = c.origin_result_id CROSS JOIN LATERAL search_catalogue(c.product_codes) AS s`;

const BODY_SIDE = `
  SELECT NULL::text, NULL::text, g.id, g.house::text, '{}'::text[], own.products, s.products, NULL::int, NULL::int, NULL::text[],
    NULL::text, (SELECT coalesce(array_agg(DISTINCT k.word), '{}') FROM result r, unnest(r.keywords) AS k (word)
      WHERE r.host_organisation_id = g.id AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')), '', ARRAY[g.province_code]
  FROM organisation g
    CROSS JOIN LATERAL (SELECT coalesce(array_agg(DISTINCT k.code), '{}') AS products FROM (
      SELECT unnest(r.product_codes) AS code FROM result r
        WHERE r.host_organisation_id = g.id AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')
      UNION ALL SELECT a.product_code FROM agreement a JOIN partnership_member m ON m.partnership_id = a.partnership_id
        WHERE m.organisation_id = g.id AND m.joined_at IS NOT NULL AND a.signed_at IS NOT NULL) AS k) AS own
    CROSS JOIN LATERAL search_catalogue(own.products) AS s
  WHERE g.verified_at IS NOT NULL`;

// Every open call or offer of another body beside each side, with its reasons; $1 is today. It fits with two reasons or
// more, one of which is a product or, between partners, what is sought and offered or a house that is missing, in the
// market of results a word.
const FITTING = `
  reasoned AS (
    SELECT x.code AS fits, c.id, c.code, c.kind::text AS kind, c.title, c.closes_on::text AS "closesOn", c.published_at, ${BODY} AS body,
      ARRAY(SELECT unnest(c.product_codes) INTERSECT SELECT unnest(x.products) ORDER BY 1) AS products,
      ARRAY((SELECT unnest(c.product_codes) INTERSECT SELECT unnest(x.meant)) EXCEPT SELECT unnest(x.products) ORDER BY 1) AS related,
      ARRAY(SELECT unnest(c.needs) INTERSECT SELECT unnest(x.needs) ORDER BY 1) AS needs,
      CASE WHEN num_nonnulls(x.trl_from, x.trl_to) > 0 AND num_nonnulls(c.trl_from, c.trl_to) > 0
          AND greatest(x.trl_from, c.trl_from, 1) <= least(x.trl_to, c.trl_to, 9)
        THEN ARRAY[greatest(x.trl_from, c.trl_from, 1), least(x.trl_to, c.trl_to, 9)] END AS readiness,
      ARRAY(SELECT unnest(CASE WHEN cardinality(c.province_codes) > 0 THEN c.province_codes ELSE ARRAY[g.province_code] END)
        INTERSECT SELECT unnest(x.provinces) ORDER BY 1) AS provinces,
      CASE WHEN g.house::text = ANY (x.missing) THEN g.house::text
        WHEN x.house = ANY (missing_houses(c.partnership_id)::text[]) THEN x.house END AS "missingHouse",
      CASE WHEN x.ford_code = c.ford_code THEN c.ford_code END AS field,
      CASE WHEN c.kind IN ('RESULT_OFFER', 'NEED') THEN ARRAY(${namedIn("x.terms", "t.said")} UNION ${namedIn("t.terms", "x.said")} ORDER BY 1)
        ELSE '{}' END AS words
    FROM side x JOIN partnership_call c ON c.organisation_id <> x.organisation_id AND (x.kind IS NULL
        OR (x.kind, c.kind::text) IN (('CALL', 'OFFER'), ('OFFER', 'CALL'), ('NEED', 'RESULT_OFFER'), ('RESULT_OFFER', 'NEED')))
      JOIN organisation g ON g.id = c.organisation_id LEFT JOIN result o ON o.id = c.origin_result_id
      CROSS JOIN LATERAL (SELECT ${TERMS} AS terms, ${SAID} AS said) AS t
    WHERE c.state = 'OPEN' AND c.opens_on <= $1::date AND $1::date < c.closes_on
  ), weighed AS (
    SELECT *, (cardinality(products) + cardinality(related) > 0)::int AS by_product, (cardinality(needs) > 0)::int AS by_need,
      ("missingHouse" IS NOT NULL)::int AS by_house, (cardinality(words) > 0)::int AS by_words,
      (readiness IS NOT NULL)::int + (cardinality(provinces) > 0)::int + (field IS NOT NULL)::int AS by_rest
    FROM reasoned
  ), fitting AS (
    SELECT *, by_product + by_need + by_house + by_words + by_rest AS reasons FROM weighed
    WHERE by_product + by_words + CASE WHEN kind IN ('CALL', 'OFFER') THEN by_need + by_house ELSE 0 END > 0
      AND by_product + by_need + by_house + by_words + by_rest >= 2
  )`;

const AS_MATCH = `json_build_object('fits', fits, 'code', code, 'kind', kind, 'title', title, 'closesOn', "closesOn", 'body', body,
  'reasons', json_build_object('products', products, 'related', related, 'needs', needs, 'readiness', readiness,
    'provinces', provinces, 'missingHouse', "missingHouse", 'field', field, 'words', words))`;

const IN_ORDER = "reasons DESC, by_product DESC, by_house DESC, published_at DESC, code DESC";

/** Organisations of other bodies that know the side's products from public results or signed agreements. */
const BODIES = `
  SELECT coalesce(json_agg(f.body ORDER BY f.lacking DESC, f.works DESC, f.name), '[]') FROM (
    SELECT g.name_vi AS name, k.results + k.partnerships AS works, g.house::text = ANY (x.missing) IS TRUE AS lacking,
      json_build_object('name', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr), 'house', g.house,
        'code', g.scheme || '-' || g.identifier, 'results', k.results, 'partnerships', k.partnerships,
        'provinces', ARRAY(SELECT unnest(x.provinces) INTERSECT SELECT g.province_code),
        'missingHouse', CASE WHEN g.house::text = ANY (x.missing) THEN g.house END) AS body
    FROM side x CROSS JOIN organisation g CROSS JOIN LATERAL (
      SELECT (SELECT count(*)::int FROM result r WHERE r.host_organisation_id = g.id AND r.product_codes && x.meant
          AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')) AS results,
        (SELECT count(DISTINCT a.partnership_id)::int FROM partnership_member m JOIN agreement a ON a.partnership_id = m.partnership_id
          WHERE m.organisation_id = g.id AND m.joined_at IS NOT NULL AND a.signed_at IS NOT NULL
            AND a.product_code = ANY (x.meant)) AS partnerships) AS k
    WHERE g.id <> x.organisation_id AND g.verified_at IS NOT NULL AND k.results + k.partnerships > 0
    ORDER BY lacking DESC, works DESC, name LIMIT ${MOST_BODIES}) AS f`;

/**
 * What fits a call or an offer today: of the other kind, with reasons, the most reasons first (ten at most), and the
 * organisations that know its products (five at most). One statement.
 */
export async function findMatches(code: string, at = new Date()): Promise<{ matches: Match[]; bodies: FittingBody[] }> {
  const { rows } = await pool().query<{ matches: Match[]; bodies: FittingBody[] }>(
    `WITH side AS MATERIALIZED (${CALL_SIDE} WHERE c.code = $2), ${FITTING}
     SELECT (SELECT coalesce(json_agg(m.match), '[]') FROM (
         SELECT ${AS_MATCH} AS match FROM fitting ORDER BY ${IN_ORDER} LIMIT ${MOST_MATCHES}) AS m) AS matches,
       (${BODIES}) AS bodies`,
    [dayInVietnam(at), code],
  );
  return rows[0] ?? { matches: [], bodies: [] };
}

/**
 * What fits the actor's organisations today: their own open calls and offers, and themselves by their public results,
 * signed agreements, house and province; without what they expressed interest in already. Each once, by its best side.
 * One statement.
 */
export async function listFitting(actor: Actor, at = new Date()): Promise<Match[]> {
  const { rows } = await pool().query<{ match: Match }>(
    `WITH side AS MATERIALIZED (
       ${CALL_SIDE} WHERE c.organisation_id = ANY ($2::uuid[]) AND c.state = 'OPEN' AND $1::date < c.closes_on
       UNION ALL ${BODY_SIDE} AND g.id = ANY ($2::uuid[])
     ), ${FITTING}, best AS (
       SELECT DISTINCT ON (id) * FROM fitting f WHERE NOT EXISTS (
         SELECT 1 FROM call_interest n WHERE n.call_id = f.id AND n.organisation_id = ANY ($2::uuid[]) AND n.state <> 'WITHDRAWN')
         AND NOT EXISTS (SELECT 1 FROM partnership_call o WHERE o.id = f.id AND o.organisation_id = ANY ($2::uuid[]))
       ORDER BY id, reasons DESC, by_product DESC, fits NULLS LAST)
     SELECT ${AS_MATCH} AS match FROM best ORDER BY ${IN_ORDER} LIMIT ${MOST_MATCHES}`,
    [dayInVietnam(at), representedBy(actor)],
  );
  return rows.map(({ match }) => match);
}
