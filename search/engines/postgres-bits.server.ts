import type { PoolClient } from "pg";
import { AS_WRITTEN, IN_THESE_WORDS, IN_TITLE } from "#search/engines/postgres-query.ts";
import { isToken } from "#search/synonyms/said.ts";

// Of common words and of the values of facets the index holds which documents have them, one bit a place: what many
// documents have is counted and cut with others without a look at any of them.

/** What a document is found by: the lexemes of its vector, its facets as "facet:value". */
export type Marks = { lexemes: ReadonlySet<string>; facets: readonly string[] };

type ByPlace = ReadonlyMap<number, Marks>;
type Bit = { key: string; place: number };

/** Takes away what documents have no longer. */
export async function clearBits(client: PoolClient, before: ByPlace, after: ByPlace): Promise<void> {
  const { lexemes, facets } = await surplus(client, before, after);
  if (lexemes.length > 0) await client.query(CLEAR_LEXEMES, columnsOf(lexemes));
  if (facets.length > 0) await client.query(CLEAR_FACETS, columnsOf(facets));
}

/** Adds what documents have newly. */
export async function setBits(client: PoolClient, before: ByPlace, after: ByPlace): Promise<void> {
  const { lexemes, facets } = await surplus(client, after, before);
  if (lexemes.length > 0) await client.query(SET_LEXEMES, columnsOf(lexemes));
  if (facets.length > 0) await client.query(SET_FACETS, columnsOf(facets));
}

/** Which common lexemes and which facets `these` have and the same documents among `those` have not. */
async function surplus(client: PoolClient, these: ByPlace, those: ByPlace) {
  const lexemes: Bit[] = [];
  const facets: Bit[] = [];
  for (const [place, marks] of these) {
    const other = those.get(place);
    for (const key of marks.lexemes) if (!other?.lexemes.has(key)) lexemes.push({ key, place });
    for (const key of marks.facets) if (!other?.facets.includes(key)) facets.push({ key, place });
  }
  const common = await commonAmong(client, new Set(lexemes.map(({ key }) => key)));
  return { lexemes: lexemes.filter(({ key }) => common.has(key)), facets };
}

async function commonAmong(client: PoolClient, lexemes: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (lexemes.size === 0) return lexemes;
  const { rows } = await client.query<{ lexeme: string }>(
    "SELECT lexeme FROM search_common WHERE lexeme = ANY ($1::text[])",
    [[...lexemes]],
  );
  return new Set(rows.map(({ lexeme }) => lexeme));
}

function columnsOf(bits: readonly Bit[]): [string[], number[]] {
  return [bits.map(({ key }) => key), bits.map(({ place }) => place)];
}

const GIVEN = `
  SELECT key, place >> 13 AS chunk, bit_or(set_bit(search_no_bits(), place & 8191, 1)) AS bits
  FROM unnest($1::text[], $2::int[]) AS g (key, place) GROUP BY 1, 2`;

const CLEAR_LEXEMES = `
  UPDATE search_bits b SET bits = b.bits & ~g.bits FROM (${GIVEN}) AS g WHERE b.lexeme = g.key AND b.chunk = g.chunk`;

const SET_LEXEMES = `
  INSERT INTO search_bits AS b (lexeme, chunk, bits) SELECT key, chunk, bits FROM (${GIVEN}) AS g
  ON CONFLICT (lexeme, chunk) DO UPDATE SET bits = b.bits | excluded.bits`;

const CLEAR_FACETS = `
  UPDATE search_facet f SET bits = f.bits & ~g.bits FROM (${GIVEN}) AS g
  WHERE f.facet = split_part(g.key, ':', 1) AND f.value = substr(g.key, strpos(g.key, ':') + 1) AND f.chunk = g.chunk`;

const SET_FACETS = `
  INSERT INTO search_facet AS f (facet, value, chunk, bits)
  SELECT split_part(key, ':', 1), substr(key, strpos(key, ':') + 1), chunk, bits FROM (${GIVEN}) AS g
  ON CONFLICT (chunk, facet, value) DO UPDATE SET bits = f.bits | excluded.bits`;

/** Holds as bits from now on what became common: a word in all its tones, the same in titles, and a word as written. */
export async function promote(
  client: PoolClient,
  counted: readonly { word: string; folded: string; documents: number }[],
  commonFrom: number,
): Promise<void> {
  const { rows } = await client.query<{ folded: string }>(
    "SELECT folded FROM search_word WHERE folded = ANY ($1::text[]) GROUP BY folded HAVING sum(documents) >= $2",
    [
      [...new Set(counted.filter(({ documents }) => documents >= commonFrom / 20).map((one) => one.folded))],
      commonFrom,
    ],
  );
  const lexemes = [
    ...rows.flatMap(({ folded }) => [folded, IN_TITLE + folded, ...(isToken(folded) ? [IN_THESE_WORDS + folded] : [])]),
    ...counted.flatMap(({ word, folded, documents }) =>
      word !== folded && documents >= commonFrom ? [AS_WRITTEN + word] : [],
    ),
  ];
  if (lexemes.length > 0) await client.query(PROMOTE, [lexemes]);
}

const PROMOTE = `
  WITH fresh AS (
    INSERT INTO search_common (lexeme) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING lexeme
  )
  INSERT INTO search_bits (lexeme, chunk, bits)
  SELECT f.lexeme, m.chunk, m.bits
  FROM fresh f CROSS JOIN LATERAL search_matching_bits(('''' || f.lexeme || '''')::tsquery) AS m`;
