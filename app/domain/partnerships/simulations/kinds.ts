import { shapley } from "#app/domain/partnerships/simulations/bargaining.ts";
import { capitalTimeline, disbursement, npvIrr } from "#app/domain/partnerships/simulations/capital.ts";
import { expectedPayoff, loss, riskRegister } from "#app/domain/partnerships/simulations/losses.ts";
import { multiYear, pppRevenue, waterfall } from "#app/domain/partnerships/simulations/profit.ts";
import { allocation, amount, exit, shareSchedules } from "#app/domain/partnerships/simulations/shares.ts";
import type { Simulation } from "#app/domain/partnerships/simulations/simulation.ts";

/** Every kind of `POST /api/v1/simulations/{kind}` (docs/api.md), by the name in its address. */
export const SIMULATIONS = {
  allocation,
  "capital-timeline": capitalTimeline,
  disbursement,
  loss,
  waterfall,
  "expected-payoff": expectedPayoff,
  shapley,
  "ppp-revenue": pppRevenue,
  "risk-register": riskRegister,
  "multi-year": multiYear,
  exit,
  amount,
  "share-schedules": shareSchedules,
  "npv-irr": npvIrr,
} as const satisfies Record<string, Simulation>;

export type SimulationKind = keyof typeof SIMULATIONS;

export const SIMULATION_KINDS = [
  "allocation",
  "capital-timeline",
  "disbursement",
  "loss",
  "waterfall",
  "expected-payoff",
  "shapley",
  "ppp-revenue",
  "risk-register",
  "multi-year",
  "exit",
  "amount",
  "share-schedules",
  "npv-irr",
] as const satisfies readonly SimulationKind[];

/** The kind that an address names; undefined where there is none. */
export function simulationNamed(name: string | undefined): Simulation | undefined {
  return Object.entries<Simulation>(SIMULATIONS).find(([kind]) => kind === name)?.[1];
}
