import { createHash } from "node:crypto";
import { type Word, wordsOf } from "#search/fold.ts";
import groups from "#search/synonyms/groups.json";

/** A stretch of words, half-open, that says something for which there are other words. */
export type Said = { from: number; to: number; token: string };

type Phrase = { words: readonly Word[]; token: string; group: readonly string[] };

const PHRASES = phrasesByFirstWord();

/** Changes with the synonyms: an index built with others is another index. */
export const SYNONYMS_VERSION = createHash("sha256").update(JSON.stringify(groups)).digest("hex").slice(0, 8);

/**
 * Where a query says something that can be said otherwise (search/synonyms/groups.json): the longest first, none twice. Words
 * typed without tones may be any, words with tones are those of the list. In the index the token stands wherever these
 * words stand, whatever their tones, and wherever others say the same.
 */
export function saidIn(words: readonly Word[]): Said[] {
  return runsIn(words, isTyped).map(({ from, to, phrase }) => ({ from, to, token: phrase.token }));
}

/**
 * The tokens under which a text is found for what it says: of every way to say it, or of these very words alone where
 * they carry other tones than the list's and so may mean something else.
 */
export function tokensIn(words: readonly Word[]): { from: number; to: number; tokens: readonly string[] }[] {
  return runsIn(words, isFolded).map(({ from, to, phrase }) => {
    const isMeant = phrase.words.every((word, at) => means(words[from + at], word, phrase.words.length));
    return { from, to, tokens: isMeant ? phrase.group : [phrase.token] };
  });
}

type Fits = (written: Word | undefined, listed: Word) => boolean;

function runsIn(words: readonly Word[], fits: Fits): { from: number; to: number; phrase: Phrase }[] {
  const runs: { from: number; to: number; phrase: Phrase }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const candidates = PHRASES.get(words[from]?.folded ?? "") ?? [];
    const phrase = candidates.find((one) => one.words.every((word, at) => fits(words[from + at], word)));
    if (!phrase) continue;
    runs.push({ from, to: from + phrase.words.length, phrase });
    from += phrase.words.length - 1;
  }
  return runs;
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
  const found = new Map<string, Phrase[]>();
  for (const texts of groups) {
    const ways = texts.map((text) => wordsOf(text));
    const group = [...new Set(ways.map(tokenOf))];
    for (const words of ways) {
      const first = words[0]?.folded ?? "";
      found.set(first, [...(found.get(first) ?? []), { words, token: tokenOf(words), group }]);
    }
  }
  for (const phrases of found.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** One word of letters and digits that stands in no text. */
function tokenOf(words: readonly Word[]): string {
  return `zk${words.map(({ folded }) => folded).join("")}`;
}
