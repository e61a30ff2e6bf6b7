import { pool } from "#prisma/client.server.ts";
import type { SearchDocument } from "#search/document.ts";
import { askedOf, lexeme, relevanceOf } from "#search/engines/postgres-query.ts";
import { statement } from "#search/engines/postgres-statement.ts";
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
  similarOf,
} from "#search/port.ts";
import { monthsAndDays } from "#search/published.ts";

type Answer = {
  total: number;
  counts: { facet: string; value: string; count: number }[] | null;
  documents: SearchDocument[] | null;
};

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

async function search(
  { query, filters, published, sort, limit, offset }: SearchQuery,
  match: Match,
): Promise<SearchPage> {
  const { lexemes, phrases, sets, unwanted, asWritten } = askedOf(query, match);
  if (match === "some" && sets.length === 0) return nothing();
  const { all, any, words } = relevanceOf(query, match);
  const chosen = chosenFacets(filters).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const { first, end, days } = published ? monthsAndDays(published) : { first: null, end: null, days: [] };
  const order = sort === "relevance" && any === null ? "newest" : sort;
  const score = any === null ? "none" : match === "all" && all === any ? "one" : match;
  const { rows } = await pool().query<Answer>({
    name: `search ${order} ${score}`,
    text: statement(order, score),
    values: [
      ...[lexemes.map(({ leaf }) => leaf), lexemes.map(({ lexeme: word }) => word)],
      ...[phrases.map(({ leaf }) => leaf), phrases.map((phrase) => phrase.query)],
      ...[sets.map(({ tier }) => tier), sets.map(({ set }) => set), sets.map(({ leaf }) => leaf), unwanted],
      ...[chosen.map(({ name }) => name), chosen.map(({ value }) => value)],
      ...[Math.max(0, Math.min(limit, MOST_COUNTED - offset)), offset],
      ...[all, any, words.map(({ wanted }) => wanted), words.map(({ weight }) => weight), asWritten],
      ...[first, end, days.map(({ from }) => from), days.map(({ before }) => before)],
    ],
  });
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
  WHERE d.place IN (SELECT search_matching($1::tsquery)) AND d.type = ANY ($4) AND d.code IS DISTINCT FROM $5
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
  const facets = noFacets();
  for (const { facet, value, count } of counts) {
    const name = FACETS.find((one): one is FacetName => one === facet);
    if (name) facets[name].push({ value, count });
  }
  for (const name of FACETS) facets[name] = orderedCounts(facets[name]);
  return facets;
}
