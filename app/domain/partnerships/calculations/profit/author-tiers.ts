import { minimum, ofPpm, type Ppm } from "#app/domain/partnerships/calculations/exact.ts";
import { ofParty, type PartyAmount, shareFault, splitVnd } from "#app/domain/partnerships/calculations/parties.ts";
import type { ScheduleFault, ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/**
 * Where the authors' reward is taken: R2_HOST from the host's part after the split (plain reading of Law 93/2025/QH15
 * Art. 28(3), the default), R1_PROJECT from the whole before it (more favourable to the authors).
 */
export const AUTHOR_REWARD_POINTS = ["R1_PROJECT", "R2_HOST"] as const;
export type AuthorRewardPoint = (typeof AUTHOR_REWARD_POINTS)[number];

export type AuthorTiers = {
  authorRewardPoint: AuthorRewardPoint;
  /** the party that hosts the result */
  host: string;
  /** State budget money of all money that created the result */
  budgetFundedPpm: Ppm;
  authorRewardRatePpm: Ppm;
  intermediaryRatePpm: Ppm;
  /** legal parameter `result.author-reward.minimum` on the day of the act */
  statutoryMinimumRatePpm: Ppm;
};

export type ProfitSplit = {
  /** the part to which the budget's money led, of which authors and intermediary have theirs */
  budgetAttributableVnd: bigint;
  authorsVnd: bigint;
  intermediaryVnd: bigint;
  /** what each party keeps, in the order of the shares; the host's is net in R2_HOST */
  parties: PartyAmount[];
  /** the least that the law gives the authors, in the host reading whatever was agreed */
  statutoryMinimumVnd: bigint;
  /** the authors get at least that; else a run cannot be locked (I8) */
  isLawful: boolean;
};

export type SplitFault = ScheduleFault | "NEGATIVE_AMOUNT" | "HOST_NOT_A_PARTY" | "RATES_ABOVE_WHOLE";

/**
 * Splits a profit (đồng, at least 0) into the authors' reward, the intermediary's part and the parties' PROFIT shares.
 * The three make the profit, to the đồng. Where both tiers take the whole, the intermediary gets what the authors leave.
 * Refuses shares that make no whole, a host that is no party, tiers of more than 100 % together, a profit below 0.
 * Source: docs/domain.md, "Profit waterfall" (order and bases [P], a lawyer confirms them).
 */
export function splitWithAuthors(
  profitVnd: bigint,
  shares: readonly ShareLine[],
  tiers: AuthorTiers,
): Outcome<ProfitSplit, SplitFault> {
  const fault = splitFault(profitVnd, shares) ?? tierFault(shares, tiers);
  if (fault) return refuse(fault);

  const gross = splitVnd(profitVnd, shares);
  const hostGrossVnd = ofParty(gross, tiers.host)?.amountVnd ?? 0n;
  const hostAttributableVnd = ofPpm(hostGrossVnd, tiers.budgetFundedPpm);
  const statutoryMinimumVnd = ofPpm(hostAttributableVnd, tiers.statutoryMinimumRatePpm);

  const fromHost = tiers.authorRewardPoint === "R2_HOST";
  const budgetAttributableVnd = fromHost ? hostAttributableVnd : ofPpm(profitVnd, tiers.budgetFundedPpm);
  const authorsVnd = ofPpm(budgetAttributableVnd, tiers.authorRewardRatePpm);
  const intermediaryVnd = minimum(
    ofPpm(budgetAttributableVnd, tiers.intermediaryRatePpm),
    budgetAttributableVnd - authorsVnd,
  );
  const tiersVnd = authorsVnd + intermediaryVnd;
  const parties = fromHost ? lessTiers(gross, tiers.host, tiersVnd) : splitVnd(profitVnd - tiersVnd, shares);
  const isLawful = authorsVnd >= statutoryMinimumVnd;
  return done({ budgetAttributableVnd, authorsVnd, intermediaryVnd, parties, statutoryMinimumVnd, isLawful });
}

/** The same where no result of the State's money is in it: the parties' PROFIT shares alone. */
export function splitWithoutAuthors(profitVnd: bigint, shares: readonly ShareLine[]): Outcome<ProfitSplit, SplitFault> {
  const fault = splitFault(profitVnd, shares);
  if (fault) return refuse(fault);
  const nobody = { budgetAttributableVnd: 0n, authorsVnd: 0n, intermediaryVnd: 0n, statutoryMinimumVnd: 0n };
  return done({ ...nobody, parties: splitVnd(profitVnd, shares), isLawful: true });
}

function lessTiers(gross: readonly PartyAmount[], host: string, tiersVnd: bigint): PartyAmount[] {
  return gross.map(({ party, amountVnd }) => ({
    party,
    amountVnd: party === host ? amountVnd - tiersVnd : amountVnd,
  }));
}

function splitFault(profitVnd: bigint, shares: readonly ShareLine[]): SplitFault | null {
  return shareFault(shares) ?? (profitVnd < 0n ? "NEGATIVE_AMOUNT" : null);
}

function tierFault(shares: readonly ShareLine[], tiers: AuthorTiers): SplitFault | null {
  if (!ofParty(shares, tiers.host)) return "HOST_NOT_A_PARTY";
  return areRatesAboveWhole(tiers.authorRewardRatePpm, tiers.intermediaryRatePpm) ? "RATES_ABOVE_WHOLE" : null;
}

/** Whether rates in ppm take more than there is. */
export function areRatesAboveWhole(...rates: readonly Ppm[]): boolean {
  return rates.reduce<bigint>((sum, rate) => sum + BigInt(rate), 0n) > 1_000_000n;
}
