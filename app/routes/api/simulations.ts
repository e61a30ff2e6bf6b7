import {
  simulateAllocation,
  simulateAmount,
  simulateShareSchedules,
} from "#app/domain/partnerships/simulations/simulate.ts";
import { SIMULATION_INPUTS } from "#app/domain/partnerships/simulations/simulation.schema.ts";
import { apiAction, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

/** Each kind reads its body and answers in one go: the same functions that the ledger uses. */
const KINDS = {
  allocation: SIMULATION_INPUTS.allocation.transform(simulateAllocation),
  amount: SIMULATION_INPUTS.amount.transform(simulateAmount),
  "share-schedules": SIMULATION_INPUTS["share-schedules"].transform(simulateShareSchedules),
};

function schemaOf(kind: string | undefined) {
  const schema = Object.entries(KINDS).find(([known]) => known === kind)?.[1];
  if (!schema) throw new Problem(404, { code: "UNKNOWN_SIMULATION" });
  return schema;
}

export const loader = onlyBy("POST");

export const action = apiAction(
  ({ params }) => schemaOf(params["kind"]),
  async (answer) => answer,
  { limit: "simulation" },
);
