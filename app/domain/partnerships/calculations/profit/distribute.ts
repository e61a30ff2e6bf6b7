import { maximum, minimum, ofPpm, type Ppm } from "#app/domain/partnerships/calculations/exact.ts";
import { type PartyAmount, partiesOf, splitByCapital, sumVnd } from "#app/domain/partnerships/calculations/parties.ts";
import {
  type AuthorTiers,
  type ProfitSplit,
  type SplitFault,
  splitWithAuthors,
  splitWithoutAuthors,
} from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** What the agreement says about every year. */
export type DistributionRules = {
  /** of the profit left after earlier losses are made good */
  reserveRatePpm: Ppm;
  /** simple, a year, on the capital below; 0 where none was agreed */
  preferredRatePpm: Ppm;
  /** each party's capital, which earns the preferred return */
  capital: readonly PartyAmount[];
  profitShares: readonly ShareLine[];
  /** null where no result of the State's money is in it */
  tiers: AuthorTiers | null;
};

/** What earlier years left. */
export type BroughtForward = { lossVnd: bigint; preferredUnpaidVnd: bigint };

export type YearDistribution = {
  patVnd: bigint;
  lossOffsetVnd: bigint;
  lossCarriedForwardVnd: bigint;
  reserveVnd: bigint;
  preferredPaid: PartyAmount[];
  preferredUnpaidVnd: bigint;
  /** the residual: authors, intermediary, parties */
  split: ProfitSplit;
};

/**
 * Distributes one year's profit after tax (đồng; below 0 a loss, which is carried forward) in the order loss offset →
 * reserve → preferred return → authors and intermediary → PROFIT split. The preferred return of the year accrues on
 * the whole capital first, also in a year of loss; it is paid by capital. Each step is rounded half-even once.
 * A profit = offset + reserve + preferred paid + authors + intermediary + parties, to the đồng (I7).
 * Refuses what the split refuses, and amounts below 0 where none can be (NEGATIVE_AMOUNT).
 * Source: docs/domain.md, "Profit waterfall" and "Several years".
 */
export function distributeYear(
  patVnd: bigint,
  rules: DistributionRules,
  brought: BroughtForward = { lossVnd: 0n, preferredUnpaidVnd: 0n },
): Outcome<YearDistribution, SplitFault> {
  const given = [brought.lossVnd, brought.preferredUnpaidVnd, ...rules.capital.map(({ amountVnd }) => amountVnd)];
  if (given.some((amount) => amount < 0n)) return refuse("NEGATIVE_AMOUNT");

  const profitVnd = maximum(0n, patVnd);
  const lossOffsetVnd = minimum(profitVnd, brought.lossVnd);
  const lossCarriedForwardVnd = brought.lossVnd - lossOffsetVnd + maximum(0n, -patVnd);
  const afterOffsetVnd = profitVnd - lossOffsetVnd;
  const reserveVnd = ofPpm(afterOffsetVnd, rules.reserveRatePpm);
  const afterReserveVnd = afterOffsetVnd - reserveVnd;
  const capitalVnd = sumVnd(rules.capital);
  const dueVnd = brought.preferredUnpaidVnd + ofPpm(capitalVnd, rules.preferredRatePpm);
  const paidVnd = capitalVnd > 0n ? minimum(dueVnd, afterReserveVnd) : 0n;

  const residualVnd = afterReserveVnd - paidVnd;
  const split = rules.tiers
    ? splitWithAuthors(residualVnd, rules.profitShares, rules.tiers)
    : splitWithoutAuthors(residualVnd, rules.profitShares);
  if (!split.ok) return split;
  return done({
    patVnd,
    lossOffsetVnd,
    lossCarriedForwardVnd,
    reserveVnd,
    preferredPaid: splitByCapital(paidVnd, rules.capital),
    preferredUnpaidVnd: dueVnd - paidVnd,
    split: split.value,
  });
}

export type Distributions = {
  years: YearDistribution[];
  /** each party's preferred returns and parts of the residual over all years, in the order of the PROFIT shares */
  totals: PartyAmount[];
  reserveTotalVnd: bigint;
};

/**
 * Distributes several years in a row by the same rules; each year brings forward what the one before left.
 * Σ profits = Σ offsets and losses + reserves + authors + intermediary + totals. Refuses what one year refuses.
 */
export function distributeYears(
  patsVnd: readonly bigint[],
  rules: DistributionRules,
): Outcome<Distributions, SplitFault> {
  const years: YearDistribution[] = [];
  for (const patVnd of patsVnd) {
    const before = years.at(-1);
    const year = distributeYear(patVnd, rules, {
      lossVnd: before?.lossCarriedForwardVnd ?? 0n,
      preferredUnpaidVnd: before?.preferredUnpaidVnd ?? 0n,
    });
    if (!year.ok) return year;
    years.push(year.value);
  }
  const paid = years.flatMap(({ preferredPaid, split }) => [...preferredPaid, ...split.parties]);
  const parties = partiesOf([rules.profitShares, rules.capital]);
  return done({
    years,
    totals: parties.map((party) => ({ party, amountVnd: sumVnd(paid.filter((line) => line.party === party)) })),
    reserveTotalVnd: years.reduce((sum, { reserveVnd }) => sum + reserveVnd, 0n),
  });
}
