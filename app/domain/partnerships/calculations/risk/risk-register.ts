import { halfEven } from "#app/domain/partnerships/calculations/exact.ts";
import {
  asShares,
  ofParty,
  type PartyAmount,
  partiesOf,
  shareFault,
} from "#app/domain/partnerships/calculations/parties.ts";
import type { ScheduleFault, ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** One risk: how likely, what it would cost, and who bears how much of it. */
export type Risk = { probabilityPpm: number; impactVnd: bigint; allocation: readonly ShareLine[] };

export type RegisterShares = {
  /** each party's expected loss over all risks, half-even at the end */
  expectedLoss: PartyAmount[];
  /** the RISK shares that the register would justify */
  shares: ShareLine[];
};

export type RegisterFault = ScheduleFault | "NEGATIVE_AMOUNT" | "NOTHING_TO_SHARE";

const SCALE = 10n ** 12n;

/**
 * RISK shares as the risk register tells them: each party's Σ probability · impact · allocation over all risks, exact
 * until the end, and 1 000 000 ppm by those sums cut to whole đồng, by largest remainder. Parties stand in the order
 * in which they are first named; one that a risk does not name bears nothing of it. To compare with the contract:
 * `distancePpm`.
 * Refuses an allocation that makes no whole (`field`: the place of the risk), an impact below 0, and NOTHING_TO_SHARE
 * where no đồng of loss is expected. Source: docs/domain.md, "Risk shares from the register".
 */
export function registerShares(risks: readonly Risk[]): Outcome<RegisterShares, RegisterFault> {
  for (const [place, { allocation, impactVnd }] of risks.entries()) {
    const fault = shareFault(allocation);
    if (fault) return refuse(fault, { field: String(place) });
    if (impactVnd < 0n) return refuse("NEGATIVE_AMOUNT", { field: String(place) });
  }
  const parties = partiesOf(risks.map(({ allocation }) => allocation));
  const sums = parties.map((party) => risks.reduce((sum, risk) => sum + scaledLoss(risk, party), 0n));
  const whole = sums.map((sum) => sum / SCALE);
  if (whole.every((amount) => amount === 0n)) return refuse("NOTHING_TO_SHARE");
  const expectedLoss = parties.map((party, place) => ({ party, amountVnd: halfEven(sums[place] ?? 0n, SCALE) }));
  return done({ expectedLoss, shares: asShares(parties, whole) });
}

function scaledLoss({ probabilityPpm, impactVnd, allocation }: Risk, party: string): bigint {
  return BigInt(probabilityPpm) * impactVnd * BigInt(ofParty(allocation, party)?.ppm ?? 0);
}
