import { maximum, ratePpm } from "#app/domain/partnerships/calculations/exact.ts";

/** An amount in đồng that is planned for a day, or was paid on it ('YYYY-MM-DD'); a refund is below 0. */
export type DatedAmount = { on: string; amountVnd: bigint };

export type Disbursement = {
  asOf: string;
  plannedCumVnd: bigint;
  actualCumVnd: bigint;
  /** paid of what was planned, half-even; null while nothing is planned */
  absorptionPpm: bigint | null;
  /** planned and not paid, never below 0 */
  arrearsVnd: bigint;
};

/**
 * How far the payments have come against the plan at the end of a day; the day itself counts. The order of the lists
 * does not matter. An allocation rate (approved of proposed) is another figure: `ratePpm`.
 * Source: docs/domain.md, "Disbursement".
 */
export function disbursementOn(
  asOf: string,
  plan: readonly DatedAmount[],
  actual: readonly DatedAmount[],
): Disbursement {
  const plannedCumVnd = until(asOf, plan);
  const actualCumVnd = until(asOf, actual);
  return {
    asOf,
    plannedCumVnd,
    actualCumVnd,
    absorptionPpm: ratePpm(actualCumVnd, plannedCumVnd),
    arrearsVnd: maximum(0n, plannedCumVnd - actualCumVnd),
  };
}

function until(day: string, amounts: readonly DatedAmount[]): bigint {
  return amounts.reduce((sum, { on, amountVnd }) => (on <= day ? sum + amountVnd : sum), 0n);
}
