import {
  SIMULATION_ANSWERS,
  SIMULATION_INPUTS,
  SIMULATION_KINDS,
  type SimulationKind,
} from "#app/domain/partnerships/simulations/simulation.schema.ts";
import type { Operation } from "#app/web/api/operation.ts";

const SUMMARIES: Record<SimulationKind, string> = {
  allocation: "Split an amount by weights without losing a đồng: largest remainder",
  amount: "Read an amount of money as people write it in Vietnamese, English or French",
  "share-schedules": "Say everything that is wrong with the schedules of one dimension of an agreement",
};

/** One operation for each kind of calculation: no account needed, nothing stored, the functions of the ledger. */
export const simulations: readonly Operation[] = SIMULATION_KINDS.map((kind) => ({
  method: "post",
  path: `/simulations/${kind}`,
  id: `simulate-${kind}`,
  tag: "Simulations",
  summary: SUMMARIES[kind],
  body: SIMULATION_INPUTS[kind],
  answer: SIMULATION_ANSWERS[kind],
}));
