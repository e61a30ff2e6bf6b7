import { pool } from "#prisma/client.server.ts";
import type { SearchDocument } from "#search/document.ts";
import { lexeme, textConditions } from "#search/engines/postgres-query.ts";
import { postgresWriter } from "#search/engines/postgres-write.server.ts";
import { chosenFacets, FACETS, type FacetName, type Facets, noFacets, orderedCounts } from "#search/facets.ts";
import {
  type Match,
  MOST_COUNTED,
  type SearchEngine,
  type SearchPage,
  type SearchQuery,
  type SimilarDocument,
  type SimilarQuery,
  type Sort,
  similarOf,
} from "#search/port.ts";

type Answer = {
  total: number;
  counts: { missed: number; key: string; count: number }[] | null;
  documents: SearchDocument[] | null;
};

// The parameters behind those of the facets.
const [UNWANTED, REACHABLE, OFFSET, WORDS, WORD_WEIGHTS] = [4, 5, 6, 7, 8].map((place) => `$${FACETS.length + place}`);

// One bit per facet that a match fails. Matches that fail one facet alone count for that facet's own values.
const MISSED = FACETS.map((_name, index) => {
  const parameter = `$${index + 4}::text[]`;
  return `CASE WHEN ${parameter} IS NULL OR d.facets && ${parameter} THEN 0 ELSE ${1 << index} END`;
}).join(" + ");

const ORDER: Record<Sort, string> = {
  relevance: "exact DESC, score DESC, published_at DESC, id",
  newest: "published_at DESC, id",
  updated: "updated_at DESC, id",
  trl: "trl DESC NULLS LAST, exact DESC, score DESC, published_at DESC, id",
};

const WEIGHTS = "'{0.05, 0.2, 0.45, 1}'";

const SCORE = {
  // One word stands beside no other.
  one: `ts_rank(${WEIGHTS}, d.head, $3::tsquery)`,
  all: `4 * ts_rank_cd(${WEIGHTS}, d.head, $1::tsquery) + ts_rank(${WEIGHTS}, d.head, $3::tsquery)`,
  // The more words, and the rarer, the better; in the long text alone they count less.
  some: `(SELECT coalesce(sum(CASE WHEN d.head @@ w.word THEN w.weight ELSE 0.4 * w.weight END), 0)
      FROM unnest(${WORDS}::tsquery[], ${WORD_WEIGHTS}::float8[]) AS w (word, weight)
      WHERE d.vector @@ w.word) + 0.1 * ts_rank(${WEIGHTS}, d.head, $3::tsquery)`,
};

function statement(sort: Sort, score: keyof typeof SCORE): string {
  return `
  WITH matched AS MATERIALIZED (
    SELECT d.id, d.facets, d.trl, d.published_at, d.updated_at, ${MISSED} AS missed,
      CASE WHEN $1::tsquery IS NULL THEN 0
        ELSE ${SCORE[score]} END AS score,
      $2::tsquery IS NOT NULL AND d.id IN (SELECT search_matching($2::tsquery)) AS exact
    FROM search_document d
    WHERE ($1::tsquery IS NULL OR d.id IN (SELECT search_matching($1::tsquery)))
      AND (${UNWANTED}::tsquery IS NULL OR d.id NOT IN (SELECT search_matching(${UNWANTED}::tsquery)))
  ), hits AS (
    SELECT id, row_number() OVER () AS place FROM (
      SELECT id FROM matched WHERE missed = 0 ORDER BY ${ORDER[sort]} LIMIT ${REACHABLE} OFFSET ${OFFSET}
    ) AS page
  )
  SELECT
    (SELECT count(*)::int FROM matched WHERE missed = 0) AS total,
    (SELECT json_agg(c) FROM (
      SELECT missed, key, count(*)::int AS count FROM matched, unnest(facets) AS key
      WHERE missed & (missed - 1) = 0 GROUP BY missed, key
    ) AS c) AS counts,
    (SELECT json_agg(d.document ORDER BY h.place) FROM hits h JOIN search_document d ON d.id = h.id) AS documents`;
}

/** The engine that every portal has. */
export type PostgresEngine = SearchEngine & {
  /**
   * What has enough of the rarer words, the more and the rarer the better: for questions of which nothing has every
   * word. Meilisearch drops words in a fixed order instead, so that PostgreSQL answers such questions for both.
   */
  searchSome(query: SearchQuery): Promise<SearchPage>;
};

/** Full text in PostgreSQL over folded words. One statement a search. */
export function postgresEngine(): PostgresEngine {
  return {
    name: "postgres",
    search: (query) => search(query, "all"),
    similar,
    searchSome: (query) => search(query, "some"),
    ...postgresWriter(),
    health: () =>
      pool()
        .query("SELECT 1")
        .then(
          () => true,
          () => false,
        ),
  };
}

async function search({ query, filters, sort, limit, offset }: SearchQuery, match: Match): Promise<SearchPage> {
  const { wanted, unwanted, exact, any, words } = textConditions(query, match);
  if (match === "some" && wanted === null) return nothing();
  const chosen = new Map(chosenFacets(filters));
  const narrowed = FACETS.map((name) => chosen.get(name)?.map((value) => `${name}:${value}`) ?? null);
  const reachable = Math.max(0, Math.min(limit, MOST_COUNTED - offset));
  const values: unknown[] = [wanted, exact, any, ...narrowed, unwanted, reachable, offset];
  if (match === "some")
    values.push(
      words.map((word) => word.wanted),
      words.map((word) => word.weight),
    );
  const { rows } = await pool().query<Answer>(
    statement(sort, match === "all" && wanted === any ? "one" : match),
    values,
  );
  const [answer] = rows;
  if (!answer) return nothing();
  return {
    total: Math.min(answer.total, MOST_COUNTED),
    totalIsLowerBound: answer.total > MOST_COUNTED,
    documents: answer.documents ?? [],
    facets: facetsOf(answer.counts ?? []),
  };
}

const SIMILAR = `
  SELECT d.document FROM search_document d CROSS JOIN LATERAL (
    SELECT sum(w.weight) AS score FROM unnest($2::tsquery[], $3::float8[]) AS w (word, weight) WHERE d.head @@ w.word
  ) AS has
  WHERE d.id IN (SELECT search_matching($1::tsquery)) AND d.type = ANY ($4) AND d.code IS DISTINCT FROM $5
    AND has.score IS NOT NULL
  ORDER BY has.score DESC, d.published_at DESC, d.id LIMIT $6`;

/** One statement. Title (A) and teaser (B) alone are looked at. */
async function similar({ words, types, except, limit }: SimilarQuery): Promise<SimilarDocument[]> {
  const asked = words.map(({ word }) => `${lexeme(word)}:AB`);
  const values = [
    words.map(({ word }) => lexeme(word)).join(" | "),
    asked,
    words.map(({ weight }) => weight),
    types,
    except,
    limit,
  ];
  const { rows } = await pool().query<{ document: SearchDocument }>(SIMILAR, values);
  return rows.map((row) => similarOf(row.document));
}

function nothing(): SearchPage {
  return { total: 0, totalIsLowerBound: false, documents: [], facets: noFacets() };
}

function facetsOf(counts: NonNullable<Answer["counts"]>): Facets {
  const sums = new Map<string, number>();
  for (const { missed, key, count } of counts) {
    const facet = FACETS.findIndex((name) => key.startsWith(`${name}:`));
    if (missed === 0 || missed === 1 << facet) sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const facets = noFacets();
  for (const [key, count] of sums) {
    const colon = key.indexOf(":");
    const name = FACETS.find((facet): facet is FacetName => facet === key.slice(0, colon));
    if (name) facets[name].push({ value: key.slice(colon + 1), count });
  }
  for (const name of FACETS) facets[name] = orderedCounts(facets[name]);
  return facets;
}
