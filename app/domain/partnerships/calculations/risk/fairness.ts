import { type Fraction, fraction } from "#app/domain/partnerships/calculations/exact.ts";
import { ofParty, partiesOf } from "#app/domain/partnerships/calculations/parties.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";

/**
 * How far two tables of shares lie apart, in ppm: half the sum of the absolute differences (total variation distance).
 * 0 when they are the same, 1 000 000 when nobody stands in both. Both make 1 000 000, so the half is whole.
 * Source: docs/domain.md, "Expected payoff and fairness".
 */
export function distancePpm(one: readonly ShareLine[], other: readonly ShareLine[]): number {
  const difference = partiesOf([one, other]).reduce(
    (sum, party) => sum + Math.abs(of(one, party) - of(other, party)),
    0,
  );
  return difference / 2;
}

/** Each party's share in one table over its share in another, in the order of the first; null where that is 0. */
export function shareRatios(
  over: readonly ShareLine[],
  under: readonly ShareLine[],
): { party: string; ratio: Fraction | null }[] {
  return over.map(({ party, ppm }) => ({ party, ratio: fraction(BigInt(ppm), BigInt(of(under, party))) }));
}

/** Ratios between these bounds are shown as balanced: a parameter of display [P], not a norm of any law. */
export const FAIRNESS_BAND = { lowPpm: 800_000n, highPpm: 1_250_000n };

/** Whether a ratio lies below, within or above the band, its bounds included; null where it is not defined. */
export function bandOf(ratio: Fraction | null, band = FAIRNESS_BAND): "LOW" | "OK" | "HIGH" | null {
  if (!ratio) return null;
  const scaled = ratio.numerator * 1_000_000n;
  if (scaled < band.lowPpm * ratio.denominator) return "LOW";
  return scaled > band.highPpm * ratio.denominator ? "HIGH" : "OK";
}

function of(shares: readonly ShareLine[], party: string): number {
  return ofParty(shares, party)?.ppm ?? 0;
}
