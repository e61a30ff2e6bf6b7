import { type Fraction, fraction, halfEven } from "#app/domain/partnerships/calculations/exact.ts";
import { type PartyAmount, shareFault, sumVnd } from "#app/domain/partnerships/calculations/parties.ts";
import {
  type AuthorTiers,
  type SplitFault,
  splitWithAuthors,
  splitWithoutAuthors,
} from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import { bearLoss } from "#app/domain/partnerships/calculations/risk/bear-loss.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** What may happen: how likely it is, and what it brings (above 0) or costs (below 0) in đồng. */
export type Scenario = { name: string; probabilityPpm: number; valueVnd: bigint };

/** What a party has agreed to. `capVnd` null: it bears losses without a cap. */
export type Stake = { party: string; profitPpm: number; riskPpm: number; capitalVnd: bigint; capVnd: bigint | null };

export type ScenarioPayoff = {
  name: string;
  payoff: PartyAmount[];
  /** of a gain: what authors and intermediary take before the parties, 0 without tiers */
  tiersVnd: bigint;
  /** of a loss: what nobody can bear */
  unallocatedVnd: bigint;
};

export type PartyExpectation = {
  party: string;
  /** rounded half-even */
  payoffVnd: bigint;
  lossVnd: bigint;
  /** from the exact expectations; null where the divisor is 0 */
  returnOnCapital: Fraction | null;
  payoffPerExpectedLoss: Fraction | null;
};

export type Expectation = { scenarios: ScenarioPayoff[]; parties: PartyExpectation[]; totalVnd: bigint };

export type ExpectationFault = SplitFault | "PROBABILITIES_NOT_100";

const WHOLE = 1_000_000n;

/**
 * What each party may expect over all scenarios: the PROFIT split of a gain (with `tiers`, after authors and
 * intermediary had theirs), less its part of a loss within the caps.
 * The total is the sum of the rounded expectations. Parties and scenarios answer in the order given.
 * Refuses shares that make no whole, probabilities that do not (PROBABILITIES_NOT_100: I6), and caps or capital
 * below 0; with tiers, what their split refuses. Source: docs/domain.md, "Expected payoff and fairness".
 */
export function expectPayoff(
  stakes: readonly Stake[],
  scenarios: readonly Scenario[],
  tiers: AuthorTiers | null = null,
): Outcome<Expectation, ExpectationFault> {
  const profit = stakes.map(({ party, profitPpm }) => ({ party, ppm: profitPpm }));
  const fault = shareFault(profit);
  if (fault) return refuse(fault);
  if (scenarios.some(({ probabilityPpm }) => probabilityPpm < 0) || sumOfProbabilities(scenarios) !== WHOLE)
    return refuse("PROBABILITIES_NOT_100");
  if (stakes.some(({ capitalVnd }) => capitalVnd < 0n)) return refuse("NEGATIVE_AMOUNT");

  const payoffs: ScenarioPayoff[] = [];
  for (const { name, valueVnd } of scenarios) {
    const borne = bearLoss(valueVnd < 0n ? -valueVnd : 0n, stakes);
    if (!borne.ok) return borne;
    const gain = valueVnd < 0n ? 0n : valueVnd;
    const split = tiers ? splitWithAuthors(gain, profit, tiers) : splitWithoutAuthors(gain, profit);
    if (!split.ok) return split;
    const losses = borne.value.lines.map(({ party, amountVnd }) => ({ party, amountVnd: -amountVnd }));
    const payoff = valueVnd < 0n ? losses : split.value.parties;
    const tiersVnd = split.value.authorsVnd + split.value.intermediaryVnd;
    payoffs.push({ name, payoff, tiersVnd, unallocatedVnd: borne.value.unallocatedVnd });
  }
  const parties = stakes.map((stake, place) => expectationOf(stake, place, scenarios, payoffs));
  const totalVnd = sumVnd(parties.map(({ party, payoffVnd }) => ({ party, amountVnd: payoffVnd })));
  return done({ scenarios: payoffs, parties, totalVnd });
}

function expectationOf(
  { party, capitalVnd }: Stake,
  place: number,
  scenarios: readonly Scenario[],
  payoffs: readonly ScenarioPayoff[],
): PartyExpectation {
  let payoff = 0n;
  let loss = 0n;
  for (const [at, { probabilityPpm, valueVnd }] of scenarios.entries()) {
    const weighted = BigInt(probabilityPpm) * (payoffs[at]?.payoff[place]?.amountVnd ?? 0n);
    payoff += weighted;
    if (valueVnd < 0n) loss -= weighted;
  }
  return {
    party,
    payoffVnd: halfEven(payoff, WHOLE),
    lossVnd: halfEven(loss, WHOLE),
    returnOnCapital: fraction(payoff, capitalVnd * WHOLE),
    payoffPerExpectedLoss: fraction(payoff, loss),
  };
}

function sumOfProbabilities(scenarios: readonly Scenario[]): bigint {
  return scenarios.reduce((sum, { probabilityPpm }) => sum + BigInt(probabilityPpm), 0n);
}
