import { chunksOf, type Word, wordsOf } from "#search/fold.ts";

/** One word that must (or must not) be in a document. */
export type Term = Word & {
  /** whether any document has this very word, tones aside */
  known: boolean;
  /** other words that stand for it, folded: what a typing error was meant to be */
  near: string[];
  /** matches as the beginning of a word too: the last word, while it is no word of its own yet */
  prefix: boolean;
  /** the words that begin with it, folded, the most frequent, where it matches as a beginning */
  begun: string[];
  /** in how many documents, roughly */
  documents: number;
  /** asks or joins, and says nothing of what is looked for (search/synonyms/fillers.json) */
  filler?: true;
  /** the words that were typed, where the term stands for all ways of saying the same (search/synonyms/said.ts) */
  typed?: readonly Word[];
  /** one of those words is not what was typed but what it was taken for */
  guessed?: true;
};

/** A query as both engines understand it. */
export type ParsedQuery = {
  terms: Term[];
  /** words between quotation marks: side by side and as typed, tones aside */
  phrases: Word[][];
  /** folded words that must not occur */
  excluded: string[];
};

/** A query read, before the vocabulary was asked. A code stands with the words that it falls back to. */
export type Draft = { pieces: Piece[]; phrases: Word[][]; excluded: string[] };
export type Piece = { words: Word[]; code: string | null; last: boolean };

const MAX_CHARACTERS = 300;
const MAX_PIECES = 16;
const MAX_PHRASES = 4;
const QUOTED = /["“”«»]([^"“”«»]*)["“”«»]/g;

/** Reads what was typed: words, "phrases", -exclusions, codes. Bounded, and everything else in it is plain text. */
export function readQuery(typed: string): Draft {
  const text = [...typed]
    .slice(0, MAX_CHARACTERS)
    .join("")
    .replace(/\p{Cc}|\p{Cs}/gu, " ");
  const phrases: Word[][] = [];
  const loose = text.replace(QUOTED, (_quoted, inside: string) => {
    const words = wordsOf(inside);
    if (words.length > 0 && phrases.length < MAX_PHRASES) phrases.push(words.slice(0, MAX_PIECES));
    return " ";
  });
  const excluded: string[] = [];
  const kept = loose.replace(/(?<=^|\s)[-−](?=[\p{L}\p{N}])(\S+)/gu, (_whole, word: string) => {
    excluded.push(...wordsOf(word).map(({ folded }) => folded));
    return " ";
  });
  const chunks = chunksOf(kept).filter((chunk) => chunk.words.length > 0);
  const open = !/\s$/.test(kept);
  const pieces = chunks.slice(0, MAX_PIECES).map((chunk, index) => ({
    ...chunk,
    last: open && index === chunks.length - 1,
  }));
  return { pieces, phrases, excluded: excluded.slice(0, MAX_PIECES) };
}

/** Whether nothing is asked for in words: then everything is found. */
export function isEmpty(query: Pick<ParsedQuery, "terms" | "phrases">): boolean {
  return query.terms.length === 0 && query.phrases.length === 0;
}

/** How many typing errors may part a word from what was meant: none in short ones, two in long ones. */
export function slipsAllowed(word: string): 0 | 1 | 2 {
  return word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
}

/** Typing errors between two words: letters wrong, missing, too many, or two neighbours swapped. */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
