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
const DIGIT = /\p{N}/gu;
const OTHER = /[^\p{L}\p{N}]/gu;
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
  const words: Word[] = [];
  for (const written of text.match(WORD) ?? []) {
    const word = toWord(written);
    if (word) words.push(word);
  }
  return words;
}

/** The words of a text with their places in the text as given. */
export function placedWordsOf(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = toWord(written);
    if (word) words.push(placed(word, index, index + written.length));
  }
  return words;
}

function placed({ folded, toned, capitals }: Word, from: number, to: number): PlacedWord {
  return capitals ? { folded, toned, capitals, from, to } : { folded, toned, from, to };
}

/** Codes and numbers of rights as one word each, however they are punctuated: `SK-2026-0148` → `sk20260148`. */
export function codesOf(text: string): string[] {
  return chunksOf(text).flatMap((chunk) => (chunk.code === null ? [] : [chunk.code]));
}

/** Text cut at white space and punctuation other than what joins the parts of a code. */
export function chunksOf(text: string): { words: Word[]; code: string | null }[] {
  return [...text.matchAll(CHUNK)].map(([chunk]) => {
    const words = wordsOf(chunk);
    const digits = words.length > 1 ? (chunk.match(DIGIT)?.length ?? 0) : 0;
    const code = digits >= CODE_DIGITS ? words.map((word) => word.folded).join("") : null;
    return { words, code: code !== null && code.length <= MAX_WORD ? code : null };
  });
}

const MOST_KEPT = 20_000;
const kept = new Map<string, Readonly<Word> | null>();

/** Texts are made of few words: what was read once is kept, within bounds. */
function toWord(written: string): Word | null {
  if (written.length > MAX_WORD) return readWord(written);
  const known = kept.get(written);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const word = readWord(written);
  kept.set(written, word);
  return word;
}

function readWord(written: string): Word | null {
  const toned = written.normalize("NFC").toLowerCase().slice(0, MAX_WORD);
  const folded = fold(toned).replace(OTHER, "").slice(0, MAX_WORD);
  return folded === "" ? null : { folded, toned, ...(CAPITALS.test(written) ? { capitals: true } : {}) };
}
