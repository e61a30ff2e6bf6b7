import { type Word, wordsOf } from "#search/fold.ts";
import fillers from "#search/synonyms/fillers.json";

/** Words that ask and join, and say nothing of what is looked for, as written: "làm sao", "how", "contre". */
const RUNS = runsByFirstWord();

/** Which of the words are such, by place; the longest run counts. */
export function fillersIn(words: readonly Word[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [from, word] of words.entries()) {
    for (const run of RUNS.get(word.toned) ?? []) {
      if (run.every((toned, at) => words[from + at]?.toned === toned))
        run.forEach((_toned, at) => void places.add(from + at));
    }
  }
  return places;
}

function runsByFirstWord(): ReadonlyMap<string, readonly string[][]> {
  const found = new Map<string, string[][]>();
  for (const text of Object.values(fillers).flat()) {
    const run = wordsOf(text).map(({ toned }) => toned);
    const first = run[0] ?? "";
    found.set(first, [...(found.get(first) ?? []), run]);
  }
  return found;
}
