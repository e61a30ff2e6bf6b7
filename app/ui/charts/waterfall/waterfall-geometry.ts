import { percentOf } from "#app/ui/charts/money/house-geometry.ts";

/** One bar in per cent of the width, and where the running amount stands after it. */
export type Step = { from: number; width: number; after: number };

/**
 * The steps from a total down to nothing (or up to it, where the total is below 0): each line takes its amount from what
 * the lines before it left. `zero` is where 0 lies; the first step is the total itself.
 */
export function waterfallSteps(totalVnd: bigint, linesVnd: readonly bigint[]): { zero: number; steps: Step[] } {
  const runs = [0n, totalVnd];
  for (const amountVnd of linesVnd) runs.push((runs.at(-1) ?? 0n) - amountVnd);
  const inOrder = [...runs].sort((a, b) => (a < b ? -1 : 1));
  const [least, most] = [inOrder[0] ?? 0n, inOrder.at(-1) ?? 0n];
  const at = (vnd: bigint) => percentOf(vnd - least, most - least);
  const steps = runs.slice(1).map((after, place) => {
    const [begin, end] = [at(runs[place] ?? 0n), at(after)];
    return { from: Math.min(begin, end), width: Math.abs(end - begin), after: end };
  });
  return { zero: at(0n), steps };
}
