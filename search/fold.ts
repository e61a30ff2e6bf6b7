// One reading of text for both engines, for documents and queries alike: nothing is left to an engine's own tokeniser.

/** One word: without tones, marks and capitals (what is matched), and as written in lower case (what is preferred). */
export type Word = {
  folded: string;
  toned: string;
  /** written as two capitals: AI is no "ai" */
  capitals?: true;
};

/** A run of words in a text, with where it stands, for marking matches. */
export type PlacedWord = Word & { from: number; to: number };

const MAX_WORD = 64;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const CHUNK = /[\p{L}\p{N}\p{M}]+(?:[-–./_][\p{L}\p{N}\p{M}]+)*/gu;
const CAPITALS = /^\p{Lu}{2}$/u;
const MARKS = /\p{M}+/gu;
const SPECIAL: Record<string, string> = { đ: "d", ð: "d", ø: "o", œ: "oe", æ: "ae", ß: "ss", ł: "l", ı: "i" };
const SPECIAL_LETTERS = /[đðøœæßłı]/g;
/** Fewer digits make a word such as 5G-Advanced, not a code. */
const CODE_DIGITS = 4;

/** Text without tones, marks and capitals: `Đất hiếm` → `dat hiem`. đ is a letter of its own, not a d with a mark. */
export function fold(text: string): string {
  // Lower case again: what is taken apart can show a capital that was none before (𝐀 is A in bold).
  const bare = text.toLowerCase().normalize("NFKD").replace(MARKS, "").toLowerCase();
  return bare.replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter);
}

/** The words of a text, in order. Marks between, hyphens and punctuation part them. */
export function wordsOf(text: string): Word[] {
  return placedWordsOf(text).map(({ from: _from, to: _to, ...word }) => word);
}

/** The words of a text with their places in the text as given. */
export function placedWordsOf(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = toWord(match[0]);
    return word ? [{ ...word, from: match.index, to: match.index + match[0].length }] : [];
  });
}

/** Codes and numbers of rights as one word each, however they are punctuated: `SK-2026-0148` → `sk20260148`. */
export function codesOf(text: string): string[] {
  return chunksOf(text).flatMap((chunk) => (chunk.code === null ? [] : [chunk.code]));
}

/** Text cut at white space and punctuation other than what joins the parts of a code. */
export function chunksOf(text: string): { words: Word[]; code: string | null }[] {
  return [...text.matchAll(CHUNK)].map(([chunk]) => {
    const words = wordsOf(chunk);
    const digits = chunk.match(/\p{N}/gu)?.length ?? 0;
    const code = words.length > 1 && digits >= CODE_DIGITS ? words.map((word) => word.folded).join("") : null;
    return { words, code: code !== null && code.length <= MAX_WORD ? code : null };
  });
}

function toWord(written: string): Word | null {
  const toned = written.normalize("NFC").toLowerCase().slice(0, MAX_WORD);
  const folded = fold(toned)
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, MAX_WORD);
  return folded === "" ? null : { folded, toned, ...(CAPITALS.test(written) ? { capitals: true } : {}) };
}
