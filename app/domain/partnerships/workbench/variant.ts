import { type AuthorTiers, areRatesAboveWhole } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import type { Scenario } from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import { shareKey } from "../agreements/share-cells.ts";
import {
  checkShareLines,
  remainingPpm,
  type ScheduleFault,
  SHARE_DIMENSIONS,
  type ShareDimension,
  type ShareLine,
  WHOLE_PPM,
} from "../share-schedule.ts";

export const MOST_VARIANTS = 4;
export const MOST_SCENARIOS = 8;
export const MOST_YEARS = 20;
/** Saved variants of one organisation for one agreement. */
export const MOST_SAVED = 20;
export const MOST_COMMENTS = 200;
export const LONGEST_NAME = 80;
export const LONGEST_COMMENT = 2_000;

/** One party's shares in ppm, and its cap of losses in đồng; null: it bears losses without a cap. */
export type VariantParty = {
  party: string;
  capitalPpm: number;
  riskPpm: number;
  profitPpm: number;
  capVnd: bigint | null;
};

/** The tiers of a variant; the legal minimum is a parameter of the day on which it is weighed. */
export type VariantTiers = Omit<AuthorTiers, "statutoryMinimumRatePpm" | RateKey> & Record<RateKey, number>;
type RateKey = "budgetFundedPpm" | "authorRewardRatePpm" | "intermediaryRatePpm";

/** One way to share, with what may happen: everything that the workbench weighs. Parties in order, which decides ties. */
export type Variant = {
  parties: readonly VariantParty[];
  /** all capital, đồng; spent before the first year */
  capitalVnd: bigint;
  scenarios: readonly Scenario[];
  /** profit after tax of each year, the first year first */
  profitsVnd: readonly bigint[];
  /** a year's, ppm */
  discountPpm: number;
  reservePpm: number;
  preferredPpm: number;
  /** null where no result of the State's money is in it */
  tiers: VariantTiers | null;
};

export type VariantFaultCode =
  | ScheduleFault
  | "NEGATIVE_AMOUNT"
  | "PROBABILITIES_NOT_100"
  | "HOST_NOT_A_PARTY"
  | "RATES_ABOVE_WHOLE"
  | "RATE_OUT_OF_RANGE"
  | "TOO_MANY_SCENARIOS"
  | "TOO_MANY_YEARS";

/** What is wrong, and at which field of the workbench. Where a sum is off: the total and what is left, in ppm. */
export type VariantFault<Code extends string = VariantFaultCode> = {
  code: Code;
  field: string;
  totalPpm?: number;
  remainderPpm?: number;
};

const PPM_KEYS = { CAPITAL: "capitalPpm", RISK: "riskPpm", PROFIT: "profitPpm" } as const;

/** The shares of one dimension, in the order of the parties. */
export function sharesOf(parties: readonly VariantParty[], dimension: ShareDimension): ShareLine[] {
  return parties.map((line) => ({ party: line.party, ppm: line[PPM_KEYS[dimension]] }));
}

/** The name of the field of one party's cap. */
export function capKey(party: string): string {
  return `cap-${party}`;
}

/** Everything that keeps a variant from being weighed, each at its field; empty when nothing does. */
export function variantFaults(variant: Variant): VariantFault[] {
  const { parties, capitalVnd, scenarios, profitsVnd, tiers } = variant;
  const faults: VariantFault[] = [];
  for (const dimension of SHARE_DIMENSIONS) {
    const lines = sharesOf(parties, dimension);
    const sums = { totalPpm: WHOLE_PPM - remainingPpm(lines), remainderPpm: remainingPpm(lines) };
    for (const code of checkShareLines(lines)) faults.push({ code, field: shareKey(dimension), ...sums });
  }
  if (capitalVnd < 0n) faults.push({ code: "NEGATIVE_AMOUNT", field: "total" });
  for (const { party, capVnd } of parties)
    if (capVnd !== null && capVnd < 0n) faults.push({ code: "NEGATIVE_AMOUNT", field: capKey(party) });
  faults.push(...scenarioFaults(scenarios));
  if (profitsVnd.length > MOST_YEARS) faults.push({ code: "TOO_MANY_YEARS", field: "years" });
  const rates = { discount: variant.discountPpm, reserve: variant.reservePpm, preferred: variant.preferredPpm };
  for (const [field, ppm] of Object.entries(rates)) if (!isRate(ppm)) faults.push({ code: "RATE_OUT_OF_RANGE", field });
  if (tiers) faults.push(...tierFaults(tiers, parties));
  return faults;
}

function scenarioFaults(scenarios: readonly Scenario[]): VariantFault[] {
  if (scenarios.length === 0) return [];
  if (scenarios.length > MOST_SCENARIOS) return [{ code: "TOO_MANY_SCENARIOS", field: "scenarios" }];
  const totalPpm = scenarios.reduce((sum, { probabilityPpm }) => sum + probabilityPpm, 0);
  const remainderPpm = WHOLE_PPM - totalPpm;
  if (remainderPpm === 0 && scenarios.every(({ probabilityPpm }) => isRate(probabilityPpm))) return [];
  return [{ code: "PROBABILITIES_NOT_100", field: "scenarios", totalPpm, remainderPpm }];
}

function tierFaults(tiers: VariantTiers, parties: readonly VariantParty[]): VariantFault[] {
  const faults: VariantFault[] = [];
  if (!parties.some(({ party }) => party === tiers.host)) faults.push({ code: "HOST_NOT_A_PARTY", field: "host" });
  const rates = {
    budget: tiers.budgetFundedPpm,
    author: tiers.authorRewardRatePpm,
    intermediary: tiers.intermediaryRatePpm,
  };
  const beyond = Object.entries(rates).filter(([, ppm]) => !isRate(ppm));
  for (const [field] of beyond) faults.push({ code: "RATE_OUT_OF_RANGE", field });
  if (beyond.length === 0 && areRatesAboveWhole(rates.author, rates.intermediary))
    faults.push({ code: "RATES_ABOVE_WHOLE", field: "intermediary" });
  return faults;
}

function isRate(ppm: number): boolean {
  return Number.isSafeInteger(ppm) && ppm >= 0 && ppm <= WHOLE_PPM;
}
