import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";

export type ScoreRow = { criterion: string; weightPpm: number; values: number[]; mean: number };

/**
 * The values given on each criterion of a track with their mean (points, 0 to 100), and the weighted mean of the whole;
 * null where a criterion has no value, since a missing score is not a zero.
 */
export function scoreRows(
  track: Track,
  scores: readonly { criterion: string; values: number[] }[],
): { rows: ScoreRow[]; total: number | null } {
  const rows = CRITERIA[track].flatMap(({ code, weightPpm }) => {
    const values = scores.find((one) => one.criterion === code)?.values ?? [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.length > 0 ? [{ criterion: code, weightPpm, values, mean }] : [];
  });
  const isWhole = rows.length === CRITERIA[track].length;
  return { rows, total: isWhole ? rows.reduce((sum, row) => sum + (row.mean * row.weightPpm) / 1_000_000, 0) : null };
}
