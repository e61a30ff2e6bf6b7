import { createHash } from "node:crypto";
import { type Word, wordsOf } from "#search/fold.ts";
import apart from "#search/synonyms/apart.json";
import groups from "#search/synonyms/groups.json";

/** A stretch of words, half-open, that says something for which there are other words. */
export type Said = { from: number; to: number; token: string };

/** The same in a text: `token` is that of the very words, `tokens` are those of all that they say. */
export type SaidInText = Said & { tokens: readonly string[] };

type Phrase = { words: readonly Word[]; token: string; group: readonly string[] };

const TOKEN = "zk";
const PHRASES = phrasesByFirstWord();
const APART = byFirstWord(apart.map((text) => ({ words: wordsOf(text) })));

/** Every word of the list, once: what a word that the index does not know may have been meant to be. */
export const SAID_WORDS: readonly Pick<Word, "folded">[] = [
  ...new Set([...PHRASES.values()].flat().flatMap(({ words }) => words.map(({ folded }) => folded))),
].map((folded) => ({ folded }));

/** Changes with the synonyms: an index built with others is another index. */
export const SYNONYMS_VERSION = createHash("sha256")
  .update(JSON.stringify([groups, apart]))
  .digest("hex")
  .slice(0, 8);

/**
 * Where a query says something that can be said otherwise (search/synonyms/groups.json): the longest first, none twice. Words
 * typed without tones may be any, words with tones are those of the list. In the index the token stands wherever these
 * words stand, whatever their tones, and wherever others say the same.
 */
export function saidIn(words: readonly Word[]): Said[] {
  const said: Said[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const [phrase] = phrasesAt(words, from, isTyped);
    if (!phrase) continue;
    said.push({ from, to: from + phrase.words.length, token: phrase.token });
    from += phrase.words.length - 1;
  }
  return said;
}

/**
 * The tokens under which a text is found for what it says: of every way to say it, or of these very words alone where
 * they carry other tones than the list's and so may mean something else. What stands within something longer is said as
 * well, but not where the longer means another thing than its parts (search/synonyms/apart.json).
 */
export function tokensIn(words: readonly Word[]): SaidInText[] {
  let apartUntil = 0;
  return words.flatMap((_word, from) => {
    const apartFrom = from < apartUntil;
    const whole = APART.get(words[from]?.folded ?? "")?.find((one) => fitsAt(words, from, one.words, isTyped));
    if (whole) apartUntil = Math.max(apartUntil, from + whole.words.length);
    return phrasesAt(words, from, isFolded).flatMap((phrase) => {
      const to = from + phrase.words.length;
      const isPart = (apartFrom && to <= apartUntil) || (whole && phrase.words.length < whole.words.length);
      const isMeant = phrase.words.every((word, at) => means(words[from + at], word, phrase.words.length));
      const { token, group } = phrase;
      return isPart ? [] : [{ from, to, token, tokens: isMeant ? group : [token] }];
    });
  });
}

type Fits = (written: Word | undefined, listed: Word) => boolean;

/** What is said from a place on, the longest first. */
function phrasesAt(words: readonly Word[], from: number, fits: Fits): Phrase[] {
  const candidates = PHRASES.get(words[from]?.folded ?? "") ?? [];
  return candidates.filter((one) => fitsAt(words, from, one.words, fits));
}

function fitsAt(words: readonly Word[], from: number, listed: readonly Word[], fits: Fits): boolean {
  return listed.every((word, at) => fits(words[from + at], word));
}

function isFolded(written: Word | undefined, listed: Word): boolean {
  return written?.folded === listed.folded && (!listed.capitals || written.capitals === true);
}

function isTyped(written: Word | undefined, listed: Word): boolean {
  return isFolded(written, listed) && (written?.toned === written?.folded || written?.toned === listed.toned);
}

/** One word without the tones of the list is too little to go by; several, written without any tones, are not. */
function means(written: Word | undefined, listed: Word, length: number): boolean {
  return written?.toned === listed.toned || (length > 1 && written?.toned === written?.folded);
}

function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  return byFirstWord(
    groups.flatMap((texts) => {
      const ways = texts.map((text) => wordsOf(text));
      const group = [...new Set(ways.map(tokenOf))];
      return ways.map((words) => ({ words, token: tokenOf(words), group }));
    }),
  );
}

/** The longest first. */
function byFirstWord<Run extends { words: readonly Word[] }>(
  runs: readonly Run[],
): ReadonlyMap<string, readonly Run[]> {
  const found = new Map<string, Run[]>();
  for (const run of runs) {
    const first = run.words[0]?.folded ?? "";
    found.set(first, [...(found.get(first) ?? []), run]);
  }
  for (const some of found.values()) some.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** Whether a word of the index is such a token. */
export function isToken(word: string): boolean {
  return word.startsWith(TOKEN);
}

/** One word of letters and digits that stands in no text. */
function tokenOf(words: readonly Word[]): string {
  return `${TOKEN}${words.map(({ folded }) => folded).join("")}`;
}
