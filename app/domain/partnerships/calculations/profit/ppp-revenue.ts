import { halfEven } from "#app/domain/partnerships/calculations/exact.ts";

export const REVENUE_REFERENCES = ["PLAN", "THRESHOLD"] as const;

/** A year's revenue of a PPP project against its plan, in đồng, with the terms agreed, in ppm of the plan. */
export type PppRevenue = {
  actualVnd: bigint;
  planVnd: bigint;
  /** above this much of the plan an increase is shared; at least the plan */
  upperPpm: number;
  /** below this much a shortfall is; at most the plan */
  lowerPpm: number;
  shareRatePpm: number;
  /** whether the rate applies to the difference to the plan, or to the threshold: the law's text is not certain [r] */
  reference: (typeof REVENUE_REFERENCES)[number];
  scienceAndTechnology: boolean;
  /** 1 is the first year of operation */
  operatingYear: number;
  /** legal parameter `partnership.ppp.exempt-years` on the day of the act */
  exemptYears: number;
};

export const REVENUE_DIRECTIONS = ["TO_STATE", "FROM_STATE", "NONE", "NONE_EXEMPT"] as const;
export type RevenueSharing = { direction: (typeof REVENUE_DIRECTIONS)[number]; amountVnd: bigint };

const WHOLE = 1_000_000n;

/**
 * How much of an increase goes to the State, or of a shortfall comes from it. Strictly: exactly at a threshold nothing
 * is shared. A science-and-technology project shares no increase in its exempt years (NONE_EXEMPT).
 * Rounded half-even once. Source: docs/domain.md, "PPP revenue"; Law 64/2020/QH14 Art. 82 as amended [r].
 */
export function sharePppRevenue(revenue: PppRevenue): RevenueSharing {
  const actual = revenue.actualVnd * WHOLE;
  const upper = revenue.planVnd * BigInt(revenue.upperPpm);
  const lower = revenue.planVnd * BigInt(revenue.lowerPpm);
  const isExempt = revenue.scienceAndTechnology && revenue.operatingYear <= revenue.exemptYears;
  if (actual > upper)
    return isExempt ? { direction: "NONE_EXEMPT", amountVnd: 0n } : shared("TO_STATE", actual, upper, revenue);
  return actual < lower ? shared("FROM_STATE", actual, lower, revenue) : { direction: "NONE", amountVnd: 0n };
}

function shared(
  direction: RevenueSharing["direction"],
  actual: bigint,
  threshold: bigint,
  { planVnd, shareRatePpm, reference }: PppRevenue,
): RevenueSharing {
  const difference = actual - (reference === "PLAN" ? planVnd * WHOLE : threshold);
  const scaled = (difference < 0n ? -difference : difference) * BigInt(shareRatePpm);
  return { direction, amountVnd: halfEven(scaled, WHOLE * WHOLE) };
}
