import { internalRateOfReturn } from "#app/domain/partnerships/calculations/capital/internal-rate.ts";
import { netPresentValue } from "#app/domain/partnerships/calculations/capital/net-present-value.ts";
import type { Fraction } from "#app/domain/partnerships/calculations/exact.ts";
import { type PartyAmount, splitVnd, sumVnd } from "#app/domain/partnerships/calculations/parties.ts";
import type { AuthorTiers } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import { type Distributions, distributeYears } from "#app/domain/partnerships/calculations/profit/distribute.ts";
import {
  type Expectation,
  expectPayoff,
  type ScenarioPayoff,
} from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import { distancePpm, shareRatios } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { sharesOf, type Variant, type VariantFaultCode, variantFaults } from "./variant.ts";

/** The first year at whose end the money paid in has come back; NEVER within the years given, or nothing was paid in. */
export type BreakEven = number | "NEVER" | "NO_CAPITAL";

/** Worth of yearly flows: the capital before the first year, then what each year pays. The rate is null as in 4.12. */
export type Worth = { npvVnd: bigint; irr: bigint | null; breakEven: BreakEven; flowsVnd: bigint[] };

export type Expected = {
  payoffVnd: bigint;
  lossVnd: bigint;
  /** the smallest payoff over the scenarios that are possible at all, and the first scenario that brings it */
  worstVnd: bigint;
  worstScenario: string;
};

/** What a variant means for one party. `expected` is null without scenarios, `worth` without yearly profits. */
export type WeighedParty = {
  party: string;
  capitalVnd: bigint;
  expected: (Expected & { returnOnCapital: Fraction | null; payoffPerExpectedLoss: Fraction | null }) | null;
  worth: Worth | null;
  /** null where the divisor is 0 */
  profitToCapital: Fraction | null;
  profitToRisk: Fraction | null;
  /** PROFIT less CAPITAL, ppm */
  profitLessCapitalPpm: number;
};

export type Weighed = {
  parties: WeighedParty[];
  /** of all parties together */
  whole: { capitalVnd: bigint; expected: Expected | null; worth: Worth | null };
  /** how far the shares lie apart, ppm */
  imbalance: { profitCapitalPpm: number; profitRiskPpm: number; riskCapitalPpm: number };
  scenarios: ScenarioPayoff[];
  /** what authors and intermediary get over the years */
  tiersVnd: bigint;
  reserveVnd: bigint;
  /** no year gives the authors less than the law does */
  isLawful: boolean;
};

/**
 * Weighs one way to share: capital, expected payoff, worst case, value over time and fairness for each party, in the
 * order of the parties. Yearly flows are the capital, spent before the first year, and then what the waterfall pays the
 * party each year (preferred return and residual); neither the reserve nor the capital itself is counted as coming back.
 * `minimumPpm` is the legal minimum of the authors' reward on the day.
 * Refuses the first of `variantFaults`, at its field. Source: docs/domain.md, "Workbench".
 */
export function weigh(variant: Variant, minimumPpm: bigint | number): Outcome<Weighed, VariantFaultCode> {
  const [fault] = variantFaults(variant);
  if (fault) return refuse(fault.code, { field: fault.field });
  const { parties } = variant;
  const [capitalShares, risk, profit] = [
    sharesOf(parties, "CAPITAL"),
    sharesOf(parties, "RISK"),
    sharesOf(parties, "PROFIT"),
  ];
  const capital = splitVnd(variant.capitalVnd, capitalShares);
  const tiers = variant.tiers && { ...variant.tiers, statutoryMinimumRatePpm: minimumPpm };
  const expectation = expectationOf(variant, capital, tiers);
  const distributions = distributionsOf(variant, capital, tiers);
  const [toCapital, toRisk] = [shareRatios(profit, capitalShares), shareRatios(profit, risk)];
  const years = distributions?.years ?? [];
  return done({
    parties: parties.map(({ party, profitPpm, capitalPpm }, place) => ({
      party,
      capitalVnd: capital[place]?.amountVnd ?? 0n,
      expected: expectation && partyExpectation(variant, expectation, place),
      worth: distributions && worthOf(flowsOf(distributions, party, capital), variant.discountPpm),
      profitToCapital: toCapital[place]?.ratio ?? null,
      profitToRisk: toRisk[place]?.ratio ?? null,
      profitLessCapitalPpm: profitPpm - capitalPpm,
    })),
    whole: {
      capitalVnd: variant.capitalVnd,
      expected: expectation && wholeExpectation(variant, expectation),
      worth: distributions && worthOf(flowsOf(distributions, null, capital), variant.discountPpm),
    },
    imbalance: {
      profitCapitalPpm: distancePpm(profit, capitalShares),
      profitRiskPpm: distancePpm(profit, risk),
      riskCapitalPpm: distancePpm(risk, capitalShares),
    },
    scenarios: expectation?.scenarios ?? [],
    tiersVnd: years.reduce((sum, { split }) => sum + split.authorsVnd + split.intermediaryVnd, 0n),
    reserveVnd: distributions?.reserveTotalVnd ?? 0n,
    isLawful: years.every(({ split }) => split.isLawful),
  });
}

function expectationOf(
  { parties, scenarios }: Variant,
  capital: readonly PartyAmount[],
  tiers: AuthorTiers | null,
): Expectation | null {
  if (scenarios.length === 0) return null;
  const stakes = parties.map(({ party, profitPpm, riskPpm, capVnd }, place) => ({
    party,
    profitPpm,
    riskPpm,
    capitalVnd: capital[place]?.amountVnd ?? 0n,
    capVnd,
  }));
  return sound(expectPayoff(stakes, scenarios, tiers));
}

function distributionsOf(
  variant: Variant,
  capital: readonly PartyAmount[],
  tiers: AuthorTiers | null,
): Distributions | null {
  if (variant.profitsVnd.length === 0) return null;
  const rules = {
    reserveRatePpm: variant.reservePpm,
    preferredRatePpm: variant.preferredPpm,
    capital,
    profitShares: sharesOf(variant.parties, "PROFIT"),
    tiers,
  };
  return sound(distributeYears(variant.profitsVnd, rules));
}

/** A variant without faults is refused by no calculation. */
function sound<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`a variant without faults is refused: ${outcome.code}`);
  return outcome.value;
}

function partyExpectation(variant: Variant, { parties, scenarios }: Expectation, place: number) {
  const line = parties[place];
  if (!line) return null;
  const { payoffVnd, lossVnd, returnOnCapital, payoffPerExpectedLoss } = line;
  const payoffs = scenarios.map(({ payoff }) => payoff[place]?.amountVnd ?? 0n);
  return { payoffVnd, lossVnd, returnOnCapital, payoffPerExpectedLoss, ...worstOf(variant, payoffs) };
}

function wholeExpectation(variant: Variant, { parties, scenarios, totalVnd }: Expectation): Expected {
  const payoffs = scenarios.map(({ payoff }) => sumVnd(payoff));
  const lossVnd = parties.reduce((sum, line) => sum + line.lossVnd, 0n);
  return { payoffVnd: totalVnd, lossVnd, ...worstOf(variant, payoffs) };
}

/** The smallest payoff among the scenarios whose probability is above 0. */
function worstOf({ scenarios }: Variant, payoffsVnd: readonly bigint[]): Pick<Expected, "worstVnd" | "worstScenario"> {
  const possible = scenarios.flatMap(({ name, probabilityPpm }, place) =>
    probabilityPpm > 0 ? [{ worstVnd: payoffsVnd[place] ?? 0n, worstScenario: name }] : [],
  );
  return possible.reduce((worst, one) => (one.worstVnd < worst.worstVnd ? one : worst));
}

/** What a party pays in and gets each year; of all parties together without one. */
function flowsOf({ years }: Distributions, party: string | null, capital: readonly PartyAmount[]): bigint[] {
  const isMeant = (line: PartyAmount) => party === null || line.party === party;
  return [
    -sumVnd(capital.filter(isMeant)),
    ...years.map(({ preferredPaid, split }) => sumVnd([...preferredPaid, ...split.parties].filter(isMeant))),
  ];
}

function worthOf(flowsVnd: bigint[], discountPpm: number): Worth {
  return {
    npvVnd: netPresentValue(flowsVnd, discountPpm),
    irr: internalRateOfReturn(flowsVnd),
    breakEven: breakEvenOf(flowsVnd),
    flowsVnd,
  };
}

function breakEvenOf([paidIn = 0n, ...years]: readonly bigint[]): BreakEven {
  if (paidIn === 0n) return "NO_CAPITAL";
  let left = paidIn;
  for (const [place, flow] of years.entries()) {
    left += flow;
    if (left >= 0n) return place + 1;
  }
  return "NEVER";
}
