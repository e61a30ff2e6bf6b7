import { SIMULATION_KINDS, SIMULATIONS, type SimulationKind } from "#app/domain/partnerships/simulations/kinds.ts";
import type { Operation } from "#app/web/api/operation.ts";

const SUMMARIES: Record<SimulationKind, string> = {
  allocation: "Split an amount by weights without losing a đồng: largest remainder",
  "capital-timeline": "Say who has paid in how much capital on given days, and the shares that makes",
  disbursement: "Compare payments with their plan on given days: absorption and arrears",
  loss: "Spread a loss over parties by their risk shares within their caps, in rounds",
  waterfall: "Take a year's revenue through tax, authors and intermediary to the parties, and check the legal minimum",
  "expected-payoff": "Say what each party may expect over scenarios, and how its shares stand to each other",
  shapley: "Say what each party adds to the whole, and which coalitions would rather go alone",
  "ppp-revenue": "Share an increase or a shortfall of a PPP project's revenue with the State",
  "risk-register": "Derive risk shares from the register of risks",
  "multi-year": "Distribute several years' profit: loss carried forward, reserve, preferred return, residual",
  exit: "Close the shares of those who stay again to the whole when a party leaves",
  amount: "Read an amount of money as people write it in Vietnamese, English or French",
  "share-schedules": "Say everything that is wrong with the schedules of one dimension of an agreement",
  "npv-irr": "Value yearly flows today, and find the rate at which they are worth nothing",
};

/** Refusals beyond a body that cannot be read, where a kind has one. */
const REFUSALS: Partial<Record<SimulationKind, string>> = {
  "capital-timeline": "EVENTS_NOT_SORTED, BALANCE_BELOW_ZERO",
  disbursement: "RATE_TOO_LARGE",
  loss: "SUM_NOT_100",
  waterfall: "NO_PROFIT, HOST_NOT_A_PARTY, RATES_ABOVE_WHOLE",
  "expected-payoff": "PROBABILITIES_NOT_100",
  shapley: "TOO_FEW_PARTIES, TOO_MANY_PARTIES, COALITION_MISSING, EMPTY_COALITION_WORTH, PARTIES_DIFFER",
  "risk-register": "NOTHING_TO_SHARE",
  exit: "LEAVER_NOT_A_PARTY, NOTHING_TO_SHARE",
};

/** One operation for each kind of calculation: no account needed, nothing stored, the functions of the ledger. */
export const simulations: readonly Operation[] = SIMULATION_KINDS.map((kind) => ({
  method: "post",
  path: `/simulations/${kind}`,
  id: `simulate-${kind}`,
  tag: "Simulations",
  summary: SUMMARIES[kind],
  body: SIMULATIONS[kind].body,
  answer: SIMULATIONS[kind].answer,
  ...(REFUSALS[kind] ? { problems: { 422: `invalid input, place by place; or refused: ${REFUSALS[kind]}` } } : {}),
}));
