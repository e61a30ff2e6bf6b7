import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { type PlacedWord, placedWordsOf } from "#search/fold.ts";
import { type Comparable, LONGEST, pairsOfBoth, type Weigh } from "#search/similar/likeness.ts";

const MOST_PHRASES = 3;
const MOST_WORDS = 12;

export type SharedPhrases = { lang: Language; phrases: string[] };

type Run = { text: string; folded: string; weight: number };

/**
 * What two things both say: at most three runs of words of `other`, as written there, that stand in `one` too, the most
 * telling first, in the language in which they share most. Null where they share no two words in a row.
 */
export function sharedPhrases(one: Comparable, other: Comparable, weigh: Weigh): SharedPhrases | null {
  const mine = pairsOfBoth(one);
  const found = LANGUAGES.map((lang) => {
    const runs = [...runsOf(other.title, lang, LONGEST.title), ...runsOf(other.teaser, lang, LONGEST.teaser)];
    return { lang, runs, weight: runs.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const best = found.toSorted((a, b) => b.weight - a.weight)[0];
  if (!best || best.runs.length === 0) return null;
  const told: Run[] = [];
  for (const run of best.runs.toSorted((a, b) => b.weight - a.weight)) {
    const isTold = told.some(({ folded }) => ` ${folded} `.includes(` ${run.folded} `));
    if (!isTold && told.length < MOST_PHRASES) told.push(run);
  }
  return { lang: best.lang, phrases: told.map(({ text }) => text) };

  function runsOf(texts: Texts, lang: Language, longest: number): Run[] {
    const text = [...(texts[lang] ?? "")].slice(0, longest).join("");
    const runs: PlacedWord[][] = [];
    let before: PlacedWord | undefined;
    for (const word of placedWordsOf(text)) {
      const run = runs.at(-1);
      if (before && mine.has(`${before.folded} ${word.folded}`) && word.from - before.to === 1) {
        if (run?.at(-1) === before && run.length < MOST_WORDS) run.push(word);
        else if (run?.at(-1) !== before) runs.push([before, word]);
      }
      before = word;
    }
    return runs.map((words) => ({
      text: text.slice(words[0]?.from, words.at(-1)?.to),
      folded: words.map(({ folded }) => folded).join(" "),
      weight: words.reduce((sum, { folded }) => sum + weigh(folded), 0),
    }));
  }
}
