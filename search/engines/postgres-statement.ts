import { MONTH } from "#search/engines/postgres-query.ts";
import type { Sort } from "#search/port.ts";

// One statement a search. What matches is a run of bits, cut from the bits of words and facets: its total and all counts
// come from bits alone. Documents are read for the first tiers only, as many as are worth ranking.

/** So many matches of the best tiers are ranked by what stands where in them; those behind follow tier by tier, the newest first. */
export const MOST_RANKED = 200;
/** Up to so many matches are sorted; of more the index by date is followed. */
const MOST_SORTED = 1_000;

/** The last tier of all: whatever matches. */
const REST = 9;
const LEVEL = 10;

const WEIGHTS = "'{0.05, 0.2, 0.45, 1}'";

export type Score = "none" | "one" | "all" | "some";

// $13 every word and phrase, $14 any word, $15 and $16 words and weights
const SCORE: Record<Score, string> = {
  none: "0",
  // One word stands beside no other.
  one: `ts_rank(${WEIGHTS}, d.head, $14::text::tsquery)`,
  all: `4 * ts_rank_cd(${WEIGHTS}, d.head, $13::text::tsquery) + ts_rank(${WEIGHTS}, d.head, $14::text::tsquery)`,
  // The more words, and the rarer, the better; in the long text alone they count less.
  some: `(SELECT coalesce(sum(CASE WHEN d.head @@ w.word THEN w.weight ELSE 0.4 * w.weight END), 0)
      FROM unnest($15::text[]::tsquery[], $16::float8[]) AS w (word, weight)
      WHERE t.vector @@ w.word) + 0.1 * ts_rank(${WEIGHTS}, d.head, $14::text::tsquery)`,
};

// $18 the first month and $19 the month behind the last, $20 and $21 from and before of the days besides
const PUBLISHED = `
  published AS MATERIALIZED (
    SELECT chunk, bit_or(bits) AS bits FROM (
      SELECT chunk, bits FROM search_facet WHERE facet = '${MONTH}' AND value >= $18::text AND value < $19::text
      UNION ALL SELECT d.place >> 13, set_bit(search_no_bits(), d.place & 8191, 1)
      FROM unnest($20::timestamptz[], $21::timestamptz[]) AS s (from_at, before)
        JOIN search_document d ON d.published_at >= s.from_at AND d.published_at < s.before
    ) AS p GROUP BY chunk
  )`;

// $1 leaf and $2 lexeme, $3 leaf and $4 phrase, $5 tier, $6 set and $7 leaf, $8 the unwanted leaf
const MATCHED = `
  asked (leaf, lexeme) AS (SELECT * FROM unnest($1::int[], $2::text[])),
  runs (leaf, query) AS (
    SELECT * FROM unnest($3::int[], $4::text[])
    UNION ALL SELECT a.leaf, string_agg('''' || a.lexeme || '''', ' | ') FROM asked a
    WHERE NOT EXISTS (SELECT FROM search_common c WHERE c.lexeme = a.lexeme) GROUP BY a.leaf
  ), leaves AS MATERIALIZED (
    SELECT leaf, chunk, bit_or(bits) AS bits FROM (
      SELECT a.leaf, b.chunk, b.bits FROM asked a JOIN search_bits b ON b.lexeme = a.lexeme
      UNION ALL SELECT r.leaf, m.chunk, m.bits FROM runs r CROSS JOIN LATERAL search_matching_bits(r.query::tsquery) AS m
    ) AS found GROUP BY leaf, chunk
  ), sets AS (
    SELECT tier, set, leaf, count(*) OVER (PARTITION BY set) AS size
    FROM unnest($5::int[], $6::int[], $7::int[]) AS s (tier, set, leaf)
  ), tiers AS MATERIALIZED (
    SELECT tier, chunk, bit_or(bits) AS bits FROM (
      SELECT s.tier, s.set, l.chunk, bit_and(l.bits) AS bits FROM sets s JOIN leaves l USING (leaf)
      GROUP BY s.tier, s.set, l.chunk, s.size HAVING count(*) = s.size
    ) AS whole GROUP BY tier, chunk
  ), matched AS (
    SELECT w.chunk, w.bits & ~coalesce(u.bits, search_no_bits())
      & CASE WHEN $18::text IS NULL THEN w.bits ELSE coalesce(p.bits, search_no_bits()) END AS bits FROM (
      SELECT chunk, bits FROM tiers WHERE tier = 0
      UNION ALL SELECT chunk, bit_or(bits) FROM search_facet
      WHERE cardinality($7::int[]) = 0 AND facet = 'type' GROUP BY chunk
    ) AS w LEFT JOIN leaves u ON u.leaf = $8 AND u.chunk = w.chunk
      LEFT JOIN published p ON p.chunk = w.chunk
  )`;

// $9 facet and $10 value
const NARROWED = `
  chosen AS MATERIALIZED (
    SELECT facet, chunk, bit_or(bits) AS bits
    FROM unnest($9::text[], $10::text[]) AS c (facet, value) JOIN search_facet f USING (facet, value) GROUP BY facet, chunk
  ), names AS (SELECT DISTINCT unnest($9::text[]) AS facet
  ), narrowed AS MATERIALIZED (
    -- what matches under every filter, and under every filter but one
    SELECT o.but, m.chunk, bit_and(p.bits) AS bits
    FROM matched m CROSS JOIN (SELECT '' AS but UNION ALL SELECT facet FROM names) AS o CROSS JOIN LATERAL (
      SELECT m.bits
      UNION ALL SELECT coalesce(c.bits, search_no_bits())
      FROM names n LEFT JOIN chosen c ON c.facet = n.facet AND c.chunk = m.chunk WHERE n.facet <> o.but
    ) AS p GROUP BY o.but, m.chunk
  ), hit AS MATERIALIZED (
    SELECT chunk, bits, bit_count(bits) AS count FROM narrowed WHERE but = '' AND bit_count(bits) > 0
  ), total AS MATERIALIZED (SELECT coalesce(sum(count), 0)::int AS total FROM hit)`;

// Counted before they are put together (OFFSET 0 keeps it so): the bits themselves would be sorted with their facets.
const COUNTS = `
  SELECT facet, value, sum(count)::int AS count FROM (
    SELECT f.facet, f.value, bit_count(f.bits & n.bits)::int AS count
    FROM narrowed n JOIN search_facet f ON f.chunk = n.chunk
      AND n.but = CASE WHEN f.facet = ANY ($9::text[]) THEN f.facet ELSE '' END
    WHERE bit_count(n.bits) > 0 AND f.facet <> '${MONTH}' OFFSET 0
  ) AS f WHERE count > 0 GROUP BY facet, value`;

// $11 limit and $12 offset, $17 the last tier with the words as written
function ranked(byLevel: boolean, score: Score): string {
  const tiered = `
    SELECT t.tier, h.chunk, t.bits & h.bits AS bits FROM tiers t JOIN hit h USING (chunk) WHERE t.tier > 0
    UNION ALL SELECT ${REST}, chunk, bits FROM hit`;
  const levelled = `
    SELECT (9 - f.value::int) * ${LEVEL} + t.tier AS tier, t.chunk, t.bits & f.bits AS bits
    FROM (${tiered}) AS t JOIN search_facet f ON f.chunk = t.chunk AND f.facet = 'trl'
    UNION ALL SELECT ${9 * LEVEL} + tier, chunk, bits FROM (${tiered}) AS t`;
  return `
  queue AS (
    SELECT tier, chunk, bits & ~coalesce(
      bit_or(bits) OVER (PARTITION BY chunk ORDER BY tier ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
      search_no_bits()) AS bits
    FROM (${byLevel ? levelled : tiered}) AS t
  ), picked AS (
    SELECT p.tier % ${LEVEL} AS tier, p.place, p.turn FROM (
      SELECT array_agg(tier ORDER BY tier, chunk DESC) AS tiers, array_agg(chunk ORDER BY tier, chunk DESC) AS chunks,
        array_agg(bits ORDER BY tier, chunk DESC) AS bits FROM queue
    ) AS q CROSS JOIN LATERAL search_places(q.tiers, q.chunks, q.bits, greatest(${MOST_RANKED}, $11::int + $12::int))
      WITH ORDINALITY AS p (tier, place, turn)
  ), hits AS (
    SELECT id, row_number() OVER () AS turn FROM (
      SELECT d.id, CASE WHEN p.turn <= ${MOST_RANKED} THEN ${SCORE[score]} ELSE 0 END AS score
      FROM picked p JOIN search_document d USING (place) ${score === "some" ? "JOIN search_text t USING (place)" : ""}
      ORDER BY greatest(p.turn - ${MOST_RANKED}, 0), ${byLevel ? "d.trl DESC NULLS LAST," : ""}
        p.tier <= $17::int DESC, 2 DESC, d.published_at DESC, d.id LIMIT $11::int OFFSET $12::int
    ) AS page
  )`;
}

function dated(column: "published_at" | "updated_at"): string {
  return `
  whole AS MATERIALIZED (
    SELECT search_run(coalesce(h.bits, search_no_bits()) ORDER BY c.chunk) AS bits
    FROM generate_series(0, (SELECT max(chunk) FROM hit)) AS c (chunk) LEFT JOIN hit h USING (chunk)
  ), hits AS (
    SELECT id, row_number() OVER () AS turn FROM (
      (SELECT d.id FROM (
        SELECT array_agg(chunk) AS chunks, array_agg(bits) AS bits FROM hit WHERE (SELECT total FROM total) <= ${MOST_SORTED}
      ) AS q CROSS JOIN LATERAL search_places(q.chunks, q.chunks, q.bits, ${MOST_SORTED}) AS p
        JOIN search_document d ON d.place = p.place
      ORDER BY d.${column} DESC, d.id LIMIT $11::int OFFSET $12::int)
      UNION ALL
      (SELECT d.id FROM search_document d WHERE (SELECT total FROM total) > ${MOST_SORTED}
        AND CASE WHEN d.place < (SELECT length(bits) FROM whole) THEN get_bit((SELECT bits FROM whole), d.place) = 1
          ELSE false END
      ORDER BY d.${column} DESC, d.id LIMIT $11::int OFFSET $12::int)
    ) AS page
  )`;
}

const PAGE: Record<Sort, (score: Score) => string> = {
  relevance: (score) => ranked(false, score),
  trl: (score) => ranked(true, score),
  newest: () => dated("published_at"),
  updated: () => dated("updated_at"),
};

/** The whole search; its answer is one row. */
export function statement(sort: Sort, score: Score): string {
  return `
  WITH typed AS (SELECT $11::int, $12::int, $13::text, $14::text, $15::text[], $16::float8[], $17::int
  ), ${PUBLISHED}, ${MATCHED}, ${NARROWED}, ${PAGE[sort](score)}
  SELECT (SELECT total FROM total) AS total,
    (SELECT json_agg(c) FROM (${COUNTS}) AS c) AS counts,
    (SELECT json_agg(d.document ORDER BY h.turn) FROM hits h JOIN search_document d USING (id)) AS documents`;
}
