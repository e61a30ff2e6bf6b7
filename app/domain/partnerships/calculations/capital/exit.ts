import { ofPpm, type Ppm } from "#app/domain/partnerships/calculations/exact.ts";
import { asShares, ofParty, shareFault } from "#app/domain/partnerships/calculations/parties.ts";
import type { ScheduleFault, ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

export type ExitFault = ScheduleFault | "LEAVER_NOT_A_PARTY" | "NOTHING_TO_SHARE";

/**
 * The shares of those who stay when one party leaves: closed again to 1 000 000 ppm pro rata, in their order.
 * Refuses shares that make no whole, a leaver who is not among them, and NOTHING_TO_SHARE where those who stay
 * have no share to go by. Source: docs/domain.md, "Exit".
 */
export function sharesAfterExit(before: readonly ShareLine[], leaver: string): Outcome<ShareLine[], ExitFault> {
  const fault = shareFault(before);
  if (fault) return refuse(fault);
  if (!ofParty(before, leaver)) return refuse("LEAVER_NOT_A_PARTY");
  const staying = before.filter(({ party }) => party !== leaver);
  if (staying.every(({ ppm }) => ppm === 0)) return refuse("NOTHING_TO_SHARE");
  return done(
    asShares(
      staying.map(({ party }) => party),
      staying.map(({ ppm }) => ppm),
    ),
  );
}

export type Leaving = {
  paidInVnd: bigint;
  profitPpm: Ppm;
  reservesVnd: bigint;
  riskPpm: Ppm;
  lossCarriedForwardVnd: bigint;
  /** of what was paid in */
  earlyExitPenaltyPpm: Ppm;
};

export type ExitPrice = {
  reserveShareVnd: bigint;
  lossCarriedForwardShareVnd: bigint;
  penaltyVnd: bigint;
  priceVnd: bigint;
};

/**
 * What a leaving party is paid by the example rule: paid in, plus its PROFIT share of the reserves, less its RISK
 * share of the loss carried forward, less the penalty; each rounded half-even once. Below 0 it owes.
 * Source: docs/domain.md, "Exit".
 */
export function exitPrice(leaving: Leaving): ExitPrice {
  const reserveShareVnd = ofPpm(leaving.reservesVnd, leaving.profitPpm);
  const lossCarriedForwardShareVnd = ofPpm(leaving.lossCarriedForwardVnd, leaving.riskPpm);
  const penaltyVnd = ofPpm(leaving.paidInVnd, leaving.earlyExitPenaltyPpm);
  const priceVnd = leaving.paidInVnd + reserveShareVnd - lossCarriedForwardShareVnd - penaltyVnd;
  return { reserveShareVnd, lossCarriedForwardShareVnd, penaltyVnd, priceVnd };
}
