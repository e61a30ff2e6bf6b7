import { done, type Outcome } from "#app/platform/outcome.ts";
import { halfEven } from "../calculations/exact.ts";
import type { PartyAmount } from "../calculations/parties.ts";
import type { AuthorTiers, SplitFault } from "../calculations/profit/author-tiers.ts";
import { shareAmongAuthors } from "../calculations/profit/co-authors.ts";
import { distributeYear, type YearDistribution } from "../calculations/profit/distribute.ts";
import { type ProfitAfterTax, profitAfterTax } from "../calculations/profit/profit-after-tax.ts";
import { bearLoss, type LossBearer, type LossFault } from "../calculations/risk/bear-loss.ts";
import type { ShareLine } from "../share-schedule.ts";
import type { AgreementTerms } from "../terms/terms.ts";
import type { Author } from "./authors.ts";

/** Changes with every change of the calculation, so that a stored run says which one made it. */
export const ENGINE_VERSION = "ba-nha/distribution/1";

export const TIERS = [
  "IP_REMUNERATION",
  "TAX",
  "LOSS_OFFSET",
  "RESERVE",
  "PREFERRED",
  "AUTHORS",
  "INTERMEDIARY",
  "PARTY",
  "LOSS_CARRIED",
  "LOSS",
  "UNALLOCATED",
] as const;
export type Tier = (typeof TIERS)[number];

/** One amount of a run: to or from a party (its place), an author (a name), or neither. */
export type RunLine = { tier: Tier; party: number | null; author: string | null; amountVnd: bigint };

/** Everything that a run is calculated from, in the order that decides ties; đồng are decimal text, as they are stored. */
export type RunInputs = {
  engine: string;
  period: { from: string; to: string };
  /** by place: names for people who read the inputs, shares in force in the period, capital that earns a preferred return */
  parties: { party: number; name: string; profitPpm: number; riskPpm: number; capitalVnd: string }[];
  terms: AgreementTerms | null;
  /** legal parameters on the last day of the period */
  minimumRewardRatePpm: number;
  citRatePpm: number;
  brought: { lossVnd: string; preferredUnpaidVnd: string };
} & (
  | {
      kind: "DISTRIBUTION";
      statement: {
        revenueVnd: string;
        opexVnd: string;
        depreciationVnd: string;
        ipRemunerationRatePpm: number;
        ipFactorPpm: number;
      };
      /** contributions of the authors, 1 000 000 ppm together; empty: the reward stands as one amount */
      authors: Author[];
    }
  | { kind: "LOSS"; lossVnd: string; prior: { party: number; lossVnd: string }[] }
);

export type RunResult = {
  lines: RunLine[];
  /** what the lines make together */
  totalVnd: bigint;
  authorsVnd: bigint;
  authorsMinimumVnd: bigint;
  lossCarriedVnd: bigint;
  preferredUnpaidVnd: bigint;
};

export type RunFault = SplitFault | LossFault;

/**
 * Calculates a run from its stored inputs: the same inputs always give the same lines, in the same order. A
 * distribution's lines make its profit before remuneration and tax, to the đồng (I7); a loss's make the loss, below 0.
 * Refuses what the calculations refuse. Source: docs/domain.md, "Profit waterfall", "Several years", "Losses with caps".
 */
export function calculateRun(inputs: RunInputs): Outcome<RunResult, RunFault> {
  return inputs.kind === "LOSS" ? bornLoss(inputs) : distribution(inputs);
}

type Distribution = Extract<RunInputs, { kind: "DISTRIBUTION" }>;
type Loss = Extract<RunInputs, { kind: "LOSS" }>;

function distribution(inputs: Distribution): Outcome<RunResult, RunFault> {
  const { statement, terms, parties } = inputs;
  const profit = profitAfterTax({
    revenueVnd: BigInt(statement.revenueVnd),
    opexVnd: BigInt(statement.opexVnd),
    depreciationVnd: BigInt(statement.depreciationVnd),
    ipLawRemunerationRatePpm: statement.ipRemunerationRatePpm,
    ipContributionFactorPpm: statement.ipFactorPpm,
    citRatePpm: inputs.citRatePpm,
  });
  const year = distributeYear(
    profit.patVnd,
    {
      reserveRatePpm: terms?.reserveRatePpm ?? 0,
      preferredRatePpm: ofPeriod(terms?.preferredRatePpm ?? 0, inputs.period),
      capital: parties.map(({ party, capitalVnd }) => ({ party: String(party), amountVnd: BigInt(capitalVnd) })),
      profitShares: sharesOf(parties, "profitPpm"),
      tiers: tiersOf(inputs),
    },
    {
      lossVnd: BigInt(inputs.brought.lossVnd),
      preferredUnpaidVnd: BigInt(inputs.brought.preferredUnpaidVnd),
    },
  );
  if (!year.ok) return year;
  const authors = authorLines(year.value.split.authorsVnd, inputs.authors);
  if (!authors.ok) return authors;
  const { split } = year.value;
  return done({
    lines: linesOf(profit, year.value, authors.value),
    totalVnd: profit.preTaxBeforeRemunerationVnd,
    authorsVnd: split.authorsVnd,
    authorsMinimumVnd: split.statutoryMinimumVnd,
    lossCarriedVnd: year.value.lossCarriedForwardVnd,
    preferredUnpaidVnd: year.value.preferredUnpaidVnd,
  });
}

function linesOf(profit: ProfitAfterTax, year: YearDistribution, authors: RunLine[]): RunLine[] {
  const { split } = year;
  return [
    one("IP_REMUNERATION", profit.ipLawRemunerationVnd),
    one("TAX", profit.citVnd),
    one("LOSS_OFFSET", year.lossOffsetVnd),
    one("RESERVE", year.reserveVnd),
    ...toParties("PREFERRED", year.preferredPaid),
    ...authors,
    one("INTERMEDIARY", split.intermediaryVnd),
    ...toParties("PARTY", split.parties),
    one("LOSS_CARRIED", profit.patVnd < 0n ? profit.patVnd : 0n),
  ].filter(({ tier, amountVnd }) => amountVnd !== 0n || tier === "PARTY");
}

function bornLoss(inputs: Loss): Outcome<RunResult, RunFault> {
  const lossVnd = BigInt(inputs.lossVnd);
  const borne = bearLoss(lossVnd, bearersOf(inputs));
  if (!borne.ok) return borne;
  const { lines, unallocatedVnd } = borne.value;
  const broughtVnd = BigInt(inputs.brought.lossVnd);
  return done({
    lines: [
      ...toParties(
        "LOSS",
        lines.map(({ party, amountVnd }) => ({ party, amountVnd: -amountVnd })),
      ),
      ...(unallocatedVnd > 0n ? [one("UNALLOCATED", -unallocatedVnd)] : []),
    ],
    totalVnd: -lossVnd,
    authorsVnd: 0n,
    authorsMinimumVnd: 0n,
    // what the parties have borne is no loss of the project any more
    lossCarriedVnd: broughtVnd > lossVnd ? broughtVnd - lossVnd : 0n,
    preferredUnpaidVnd: BigInt(inputs.brought.preferredUnpaidVnd),
  });
}

/** Who bears a loss: risk shares, caps of the terms, and what each bore before. */
export function bearersOf({ parties, terms, prior }: Loss): LossBearer[] {
  return parties.map(({ party, riskPpm }) => {
    const capVnd = terms?.caps.find((cap) => cap.party === party)?.capVnd ?? null;
    const priorVnd = BigInt(prior.find((one) => one.party === party)?.lossVnd ?? 0);
    return { party: String(party), riskPpm, capVnd: capVnd === null ? null : BigInt(capVnd), priorVnd };
  });
}

function tiersOf({ terms, minimumRewardRatePpm }: Distribution): AuthorTiers | null {
  if (!terms?.authors) return null;
  const { rewardPoint, host, budgetFundedPpm, rewardRatePpm, intermediaryRatePpm } = terms.authors;
  return {
    authorRewardPoint: rewardPoint,
    host: String(host),
    budgetFundedPpm,
    authorRewardRatePpm: rewardRatePpm,
    intermediaryRatePpm,
    statutoryMinimumRatePpm: minimumRewardRatePpm,
  };
}

function authorLines(rewardVnd: bigint, authors: Distribution["authors"]): Outcome<RunLine[], RunFault> {
  if (authors.length === 0 || rewardVnd === 0n) return done([one("AUTHORS", rewardVnd)]);
  const parts = shareAmongAuthors(
    rewardVnd,
    authors.map(({ name, ppm }) => ({ author: name, ppm })),
  );
  if (!parts.ok) return parts;
  return done(
    parts.value.map(({ author, amountVnd }) => ({ tier: "AUTHORS" as const, party: null, author, amountVnd })),
  );
}

/** A yearly rate for a period: by its days of 365, half-even; a whole year has the whole rate. */
function ofPeriod(ratePpm: number, { from, to }: { from: string; to: string }): bigint {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return days === 365 || days === 366 ? BigInt(ratePpm) : halfEven(BigInt(ratePpm) * BigInt(days), 365n);
}

function sharesOf(parties: RunInputs["parties"], dimension: "profitPpm" | "riskPpm"): ShareLine[] {
  return parties.map((one) => ({ party: String(one.party), ppm: one[dimension] }));
}

function toParties(tier: Tier, amounts: readonly PartyAmount[]): RunLine[] {
  return amounts.map(({ party, amountVnd }) => ({ tier, party: Number(party), author: null, amountVnd }));
}

function one(tier: Tier, amountVnd: bigint): RunLine {
  return { tier, party: null, author: null, amountVnd };
}

/** What a run that compensates another changes: its lines less those that stand, each told once. */
export function differenceOf(lines: readonly RunLine[], standing: readonly RunLine[]): RunLine[] {
  const keyOf = ({ tier, party, author }: RunLine) => JSON.stringify([tier, party, author]);
  const changes = new Map<string, RunLine>();
  for (const line of [...lines, ...standing.map((it) => ({ ...it, amountVnd: -it.amountVnd }))]) {
    const before = changes.get(keyOf(line))?.amountVnd ?? 0n;
    changes.set(keyOf(line), { ...line, amountVnd: before + line.amountVnd });
  }
  return [...changes.values()].filter(({ amountVnd }) => amountVnd !== 0n);
}
