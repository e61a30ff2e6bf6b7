/** A seat of a round, as far as its scores count; `roundClosedAt` null while the round is open. */
export type ScoredSeat = {
  round: number;
  kind: "FULL" | "DIVERGENCE" | "APPEAL";
  roundClosedAt: string | null;
  recusedAt: string | null;
  scores: readonly { criterion: string; value: number; comment: string }[];
};

export type CountedScore = { round: number; criterion: string; value: number; comment: string };

/**
 * The scores that make the result: of the last whole round, and on the criteria of a second round those of that round
 * instead. Whoever stepped aside counts nowhere. Empty while a round is open: until then nobody reads a score.
 * Source: docs/domain.md, "Scoring".
 */
export function scoresThatCount(seats: readonly ScoredSeat[]): CountedScore[] {
  const scoring = seats.filter((seat) => seat.kind !== "APPEAL");
  if (scoring.some((seat) => seat.roundClosedAt === null)) return [];
  const whole = Math.max(0, ...scoring.filter((seat) => seat.kind === "FULL").map((seat) => seat.round));
  const counted = scoring
    .filter((seat) => seat.round >= whole && seat.recusedAt === null)
    .flatMap((seat) => seat.scores.map((score) => ({ ...score, round: seat.round })));
  const last = new Map<string, number>();
  for (const { criterion, round } of counted) last.set(criterion, Math.max(round, last.get(criterion) ?? 0));
  return counted.filter(({ criterion, round }) => last.get(criterion) === round);
}

/** The values on each criterion, smallest first, without who gave them. */
export function valuesByCriterion(scores: readonly CountedScore[]): { criterion: string; values: number[] }[] {
  const values = new Map<string, number[]>();
  for (const { criterion, value } of scores) values.set(criterion, [...(values.get(criterion) ?? []), value]);
  return [...values].map(([criterion, given]) => ({ criterion, values: given.sort((a, b) => a - b) }));
}

/**
 * The criteria on which a council is far apart: highest less lowest score is at least `points`. One opinion alone
 * diverges from nothing. Source: docs/domain.md, "Scoring"; the parameter initiative.evaluation.divergence-points.
 */
export function divergentCriteria(
  given: readonly { criterion: string; values: readonly number[] }[],
  points: number,
): string[] {
  return given
    .filter(({ values }) => values.length > 1 && Math.max(...values) - Math.min(...values) >= points)
    .map(({ criterion }) => criterion);
}
