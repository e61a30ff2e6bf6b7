import { pool } from "#prisma/client.server.ts";
import type { Word } from "#search/fold.ts";
import { type Draft, type ParsedQuery, slipsAllowed, slipsBetween, type Term } from "#search/query.ts";
import { fillersIn } from "#search/synonyms/fillers.ts";
import { SAID_WORDS, saidIn } from "#search/synonyms/said.ts";

/** A query that the vocabulary was asked about, with how its words would be written were they in the index. */
export type Understood = {
  query: ParsedQuery;
  /** The same query with unknown words put right as written in the index; null where there is nothing to put right. */
  suggestion: string | null;
};

type Known = { folded: string; documents: number; begun: string[]; near: Near[] };
type Near = { word: string; folded: string; documents: number };

/** A beginning stands for so many words at most, taken from so many. */
const MOST_BEGUN = 100;
const MOST_BEGUN_SEEN = 2_000;

// A number is never a slip for another number.
const LOOK_UP = `
  SELECT asked.folded, coalesce(known.documents, 0) AS documents, coalesce(begun.words, '{}') AS begun,
    coalesce(alike.words, '[]') AS near
  FROM unnest($1::text[], $2::boolean[]) AS asked (folded, last)
  LEFT JOIN LATERAL (
    SELECT sum(w.documents)::int AS documents FROM search_word w WHERE w.folded = asked.folded
  ) AS known ON true
  LEFT JOIN LATERAL (
    SELECT array_agg(b.folded) AS words FROM (
      SELECT seen.folded FROM (
        SELECT w.folded, w.documents FROM search_word w
        WHERE asked.last AND known.documents IS NULL AND length(asked.folded) >= 2
          AND w.folded ~>=~ asked.folded AND w.folded ~<~ (asked.folded || chr(65535))
        ORDER BY w.folded USING ~<~ LIMIT ${MOST_BEGUN_SEEN}
      ) AS seen GROUP BY seen.folded ORDER BY sum(seen.documents) DESC, seen.folded LIMIT ${MOST_BEGUN}
    ) AS b
  ) AS begun ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(n) AS words FROM search_words_near(asked.folded, 40) AS n
    WHERE known.documents IS NULL AND begun.words IS NULL AND length(asked.folded) >= 4 AND asked.folded !~ '[0-9]'
  ) AS alike ON true`;

/**
 * Asks the vocabulary about every word of a query, in one statement, and in a second where a word put right can be said
 * otherwise; none where the query has no words.
 */
export async function understand(draft: Draft, options: { literal?: boolean } = {}): Promise<Understood> {
  const asked = new Map<string, boolean>();
  for (const { words, code, last } of draft.pieces) {
    if (code !== null) asked.set(code, asked.get(code) ?? false);
    for (const [index, { folded }] of words.entries()) {
      asked.set(folded, (asked.get(folded) ?? false) || (last && index === words.length - 1));
    }
  }
  const said = options.literal ? [] : saidIn(draft.pieces.flatMap(({ words }) => words));
  for (const { token } of said) asked.set(token, false);
  const known = await lookUp(asked);
  const pieces = draft.pieces.flatMap(({ words, code }) => {
    if (code !== null && (known.get(code)?.documents ?? 0) > 0) return [{ folded: code, toned: code }];
    return words;
  });
  const lastWord = draft.pieces.at(-1)?.last ? pieces.at(-1) : undefined;
  const fillers = fillersIn(pieces);
  const single = pieces.map(({ folded, toned }, place): Term => {
    const found = known.get(folded);
    const documents = found?.documents ?? 0;
    const begun = !options.literal && lastWord?.folded === folded ? (found?.begun ?? []) : [];
    const near = options.literal ? [] : nearest(folded, found?.near ?? []).map((one) => one.folded);
    const filler = fillers.has(place) ? { filler: true as const } : {};
    const guesses = { near: [...new Set(near)], prefix: begun.length > 0, begun };
    return { folded, toned, known: documents > 0, ...guesses, documents, ...filler };
  });
  const terms = options.literal ? single : await withSynonyms(single, putRight(pieces, single, known), known);
  const query = { terms, phrases: draft.phrases, excluded: draft.excluded };
  return { query, suggestion: options.literal ? null : suggestionFor(draft, terms, known) };
}

/**
 * The words, with unknown ones put right where one word alone is near, in the index or else in the list of synonyms: what
 * can be said otherwise is found otherwise for a slip as well.
 */
function putRight(words: readonly Word[], terms: readonly Term[], known: ReadonlyMap<string, Known>): Word[] {
  return words.map((word, place) => {
    const term = terms[place];
    if (!term || term.known || term.prefix || slipsAllowed(word.folded) === 0) return word;
    if (SAID_WORDS.some(({ folded }) => folded === word.folded)) return word;
    const inIndex = new Set(nearest(word.folded, known.get(word.folded)?.near ?? []).map(({ folded }) => folded));
    const near = inIndex.size > 0 ? inIndex : new Set(nearest(word.folded, SAID_WORDS).map(({ folded }) => folded));
    const [meant] = near;
    return meant !== undefined && near.size === 1 ? { folded: meant, toned: meant } : word;
  });
}

/** The terms, with one in the place of each run of words that some document says, in these words or in others. */
async function withSynonyms(
  terms: readonly Term[],
  words: readonly Word[],
  asked: ReadonlyMap<string, Known>,
): Promise<Term[]> {
  const said = saidIn(words);
  const known = await lookUp(new Map(said.flatMap(({ token }) => (asked.has(token) ? [] : [[token, false]]))));
  const merged: Term[] = [];
  let at = 0;
  for (const { from, to, token } of said) {
    const documents = (asked.get(token) ?? known.get(token))?.documents ?? 0;
    if (documents === 0) continue;
    const typed = words.slice(from, to);
    const guessed = typed.some(({ folded }, index) => folded !== terms[from + index]?.folded);
    merged.push(...terms.slice(at, from), {
      ...{ folded: token, toned: token, known: true, near: [], prefix: false, begun: [], documents, typed },
      ...(guessed ? { guessed } : {}),
    });
    at = to;
  }
  return [...merged, ...terms.slice(at)];
}

/** How many documents there are, and in how many of them each folded word stands, tones aside; one statement. */
export async function countDocuments(
  words: readonly string[],
): Promise<{ documents: number; counts: ReadonlyMap<string, number> }> {
  if (words.length === 0) return { documents: 0, counts: new Map() };
  const { rows } = await pool().query<{ folded: string | null; count: number }>(
    `SELECT folded, sum(documents)::int AS count FROM search_word WHERE folded = ANY ($1) GROUP BY folded
    UNION ALL SELECT NULL, count(*)::int FROM search_document`,
    [words],
  );
  return {
    documents: rows.find(({ folded }) => folded === null)?.count ?? 0,
    counts: new Map(rows.flatMap(({ folded, count }) => (folded === null ? [] : [[folded, count]]))),
  };
}

async function lookUp(asked: ReadonlyMap<string, boolean>): Promise<Map<string, Known>> {
  if (asked.size === 0) return new Map();
  const { rows } = await pool().query<Known>({
    name: "words of a search",
    text: LOOK_UP,
    values: [[...asked.keys()], [...asked.values()]],
  });
  return new Map(rows.map((row) => [row.folded, row]));
}

/** Words within the allowed typing errors, those with the fewest alone. */
function nearest<Candidate extends { folded: string }>(folded: string, candidates: readonly Candidate[]): Candidate[] {
  const allowed = slipsAllowed(folded);
  const close = candidates
    .map((candidate) => ({ candidate, slips: slipsBetween(folded, candidate.folded) }))
    .filter(({ slips }) => slips <= allowed);
  const fewest = Math.min(...close.map(({ slips }) => slips));
  return close.filter(({ slips }) => slips === fewest).map(({ candidate }) => candidate);
}

function suggestionFor(draft: Draft, terms: readonly Term[], known: ReadonlyMap<string, Known>): string | null {
  const lost = terms.filter((term) => !term.known && !term.prefix && term.near.length === 0);
  if (lost.length === 0) return null;
  let righted = 0;
  const words = terms.flatMap((term) => {
    if (!lost.includes(term)) return (term.typed ?? [term]).map(({ toned }) => toned);
    const best = known
      .get(term.folded)
      ?.near.find(({ folded }) => slipsBetween(term.folded, folded) <= guessable(term.folded));
    righted += best ? 1 : 0;
    return best ? [best.word] : [];
  });
  if (righted === 0) return null;
  const phrases = draft.phrases.map((phrase) => `"${phrase.map((word) => word.toned).join(" ")}"`);
  return [...words, ...phrases, ...draft.excluded.map((word) => `-${word}`)].join(" ");
}

/** A guess that is shown to people, and not only taken, may be a little further off. */
function guessable(word: string): number {
  return Math.max(1, Math.floor(word.length / 4));
}
