import { LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { wordsOf } from "#search/fold.ts";

/** What is compared: title and teaser, in one or more languages. */
export type Comparable = { title: Texts; teaser: Texts };

/** How much a folded word tells: the rarer, the more. */
export type Weigh = (word: string) => number;

/** So much of each is read, in characters. */
export const LONGEST = { title: 300, teaser: 2_000 };
/** Two words side by side say what one does not: most Vietnamese words are two syllables. */
const FEWEST_PAIRS = 2;

type Reading = { words: string[]; title: ReadonlySet<string>; teaser: ReadonlySet<string>; all: ReadonlySet<string> };

/** The folded words of title and teaser in every language, those of the titles first; each once. */
export function wordsOfBoth({ title, teaser }: Comparable): { title: string[]; all: string[] } {
  const read = readings({ title, teaser });
  const ofTitles = LANGUAGES.flatMap((lang) => folded(title[lang], LONGEST.title));
  return { title: [...new Set(ofTitles)], all: [...new Set([...ofTitles, ...read.flatMap(({ words }) => words)])] };
}

/**
 * How alike two things are, from 0 to 1: the weighted share of word pairs of one's title (or of the shorter teaser) that
 * stand in the other, in whichever two languages they are most alike. Tones and capitals do not count.
 */
export function likeness(one: Comparable, other: Comparable, weigh: Weigh): number {
  const others = readings(other);
  const measured = readings(one).flatMap((mine) =>
    others.map((theirs) =>
      Math.max(
        shareOf(mine.title, theirs.all, weigh),
        shareOf(theirs.title, mine.all, weigh),
        mine.teaser.size < theirs.teaser.size
          ? shareOf(mine.teaser, theirs.all, weigh)
          : shareOf(theirs.teaser, mine.all, weigh),
      ),
    ),
  );
  return Math.max(0, ...measured);
}

/** The pairs of words that title and teaser have, in every language. */
export function pairsOfBoth(text: Comparable): ReadonlySet<string> {
  return new Set(readings(text).flatMap(({ all }) => [...all]));
}

function readings({ title, teaser }: Comparable): Reading[] {
  return LANGUAGES.flatMap((lang) => {
    const titled = folded(title[lang], LONGEST.title);
    const told = folded(teaser[lang], LONGEST.teaser);
    if (titled.length + told.length === 0) return [];
    const ofTitle = pairsOf(titled);
    const ofTeaser = pairsOf(told);
    return [{ words: [...titled, ...told], title: ofTitle, teaser: ofTeaser, all: new Set([...ofTitle, ...ofTeaser]) }];
  });
}

function folded(text: string | null | undefined, longest: number): string[] {
  return wordsOf([...(text ?? "")].slice(0, longest).join("")).map((word) => word.folded);
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

function shareOf(pairs: ReadonlySet<string>, within: ReadonlySet<string>, weigh: Weigh): number {
  if (pairs.size < FEWEST_PAIRS) return 0;
  let sum = 0;
  let shared = 0;
  for (const pair of pairs) {
    const weight = pair.split(" ").reduce((total, word) => total + weigh(word), 0);
    sum += weight;
    if (within.has(pair)) shared += weight;
  }
  return sum === 0 ? 0 : shared / sum;
}
