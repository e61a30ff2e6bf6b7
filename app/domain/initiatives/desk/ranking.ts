import { CRITERIA, type Criterion } from "../criteria.ts";
import type { Track } from "../initiative.ts";

/** Points given on one criterion, 0 to 100 each, without who gave them. */
export type GivenPoints = { criterion: string; values: readonly number[] };

export type CriterionMean = { criterion: Criterion; weightPpm: number; values: number[]; mean: number };

/**
 * The scores of a round by the criteria of the track, in their order, each with its mean, and the weighted mean of all
 * in points (0 to 100). The total is null while a criterion has no score at all: a missing score is not a zero.
 * Source: docs/domain.md, "Initiatives".
 */
export function summarise(
  track: Track,
  given: readonly GivenPoints[],
): { rows: CriterionMean[]; total: number | null } {
  const rows = CRITERIA[track].flatMap(({ code, weightPpm }): CriterionMean[] => {
    const values = [...(given.find((one) => one.criterion === code)?.values ?? [])].sort((a, b) => a - b);
    if (values.length === 0) return [];
    return [{ criterion: code, weightPpm, values, mean: sumOf(values) / values.length }];
  });
  if (rows.length < CRITERIA[track].length) return { rows, total: null };
  return { rows, total: sumOf(rows.map(({ mean, weightPpm }) => mean * weightPpm)) / 1_000_000 };
}

/** Places by total, the highest first; equal totals share a place, and without a total there is none. */
export function placesOf(totals: readonly (number | null)[]): (number | null)[] {
  // Means of thirds differ in their last bit: what is equal on paper shares a place.
  const exact = totals.map((total) => (total === null ? null : Math.round(total * 1e9)));
  return exact.map((total) =>
    total === null ? null : 1 + exact.filter((other) => other !== null && other > total).length,
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
