import fc from "fast-check";
import { describe, test } from "vitest";

/** A sentence of the domain and how to try it on so many made-up cases. */
export type Property = { sentence: string; holds: (runs: number) => void };

/** Every change runs a few; npm run test:deep runs the same properties with many. */
export const FEW_RUNS = 100;
export const MANY_RUNS = 2000;

const PER_RUN_MS = 100;
const AT_LEAST_MS = 20_000;

export function property<Made>(sentence: string, tried: fc.IRawProperty<Made>): Property {
  return { sentence, holds: (numRuns) => fc.assert(tried, { numRuns }) };
}

/** One test for each property, with so many made-up cases each. */
export function testProperties(what: string, properties: readonly Property[], runs: number): void {
  describe(what, () => {
    for (const { sentence, holds } of properties) {
      test(sentence, { timeout: Math.max(AT_LEAST_MS, runs * PER_RUN_MS) }, () => holds(runs));
    }
  });
}
