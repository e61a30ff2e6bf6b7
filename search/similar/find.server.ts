import { askEngines, type Engines, engines } from "#search/engine.server.ts";
import type { SimilarDocument } from "#search/port.ts";
import { type Comparable, likeness, type Weigh, wordsOfBoth } from "#search/similar/likeness.ts";
import { countDocuments } from "#search/vocabulary.server.ts";

/** Under this they share no more than a common phrase. */
const ALIKE_ENOUGH = 0.3;
const MOST_SHOWN = 5;
const MOST_WORDS = 400;
const MOST_ASKED = 12;
const MOST_CANDIDATES = 30;

/** A title and an abstract as both the index and a list of cases are asked about them. */
export type SimilarQuestion = {
  text: Comparable;
  weigh: Weigh;
  /** the most telling words that the index knows, folded */
  known: { word: string; weight: number }[];
  /** the most telling words of all, also those that nothing public has */
  telling: { word: string; weight: number }[];
};

/** Asks the vocabulary how rare the words of a title and an abstract are, in one statement; no words, no statement. */
export async function readSimilar(text: Comparable): Promise<SimilarQuestion> {
  const words = wordsOfBoth(text);
  const asked = words.all.slice(0, MOST_WORDS);
  const { documents, counts } = await countDocuments(asked);
  const weigh = (word: string) => Math.max(0.05, Math.log((documents + 1) / ((counts.get(word) ?? 0) + 0.5)));
  const titled = new Set(words.title);
  const ranked = asked
    .map((word) => ({ word, weight: weigh(word) * (titled.has(word) ? 2 : 1) }))
    .toSorted((a, b) => b.weight - a.weight);
  return {
    text,
    weigh,
    known: ranked.filter(({ word }) => counts.has(word)).slice(0, MOST_ASKED),
    telling: ranked.slice(0, 2 * MOST_ASKED),
  };
}

/**
 * Public initiatives and results most like a title and an abstract, the most alike first; five at most, and none that
 * share little. `except` is the code that is asked about. The engine finds candidates, one reading measures them, so
 * that both engines answer alike. One search.
 */
export async function findSimilar(
  question: SimilarQuestion,
  except: string | null,
  within: Engines = engines(),
): Promise<SimilarDocument[]> {
  if (question.known.length === 0) return [];
  const asked = { words: question.known, types: ["initiative", "result"] as const, except, limit: MOST_CANDIDATES };
  const { value } = await askEngines((engine) => engine.similar(asked), within);
  return mostAlike(question, value);
}

/** Of candidates those that are like what was asked about, the most alike first; five at most. */
export function mostAlike<Candidate extends Comparable & { code: string }>(
  { text, weigh }: Pick<SimilarQuestion, "text" | "weigh">,
  candidates: readonly Candidate[],
): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, alike: likeness(text, candidate, weigh) }))
    .filter(({ alike }) => alike >= ALIKE_ENOUGH)
    .toSorted((a, b) => b.alike - a.alike || (a.candidate.code < b.candidate.code ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ candidate }) => candidate);
}
