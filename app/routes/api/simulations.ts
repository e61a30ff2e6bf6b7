import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import {
  simulateAllocation,
  simulateAmount,
  simulateShareSchedules,
} from "#app/domain/partnerships/simulations/simulate.ts";
import { SIMULATION_INPUTS } from "#app/domain/partnerships/simulations/simulation.schema.ts";
import { apiAction, onlyBy } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

const KINDS = {
  allocation: apiAction(SIMULATION_INPUTS.allocation, async (input) => simulateAllocation(input)),
  amount: apiAction(SIMULATION_INPUTS.amount, async (input) => simulateAmount(input)),
  "share-schedules": apiAction(SIMULATION_INPUTS["share-schedules"], async (input) => simulateShareSchedules(input)),
};

const unknownKind = apiAction(z.unknown(), async () => {
  throw new Problem(404, { code: "UNKNOWN_SIMULATION" });
});

export const loader = onlyBy("POST");

export function action(args: ActionFunctionArgs): Promise<Response> {
  const answer = Object.entries(KINDS).find(([kind]) => kind === args.params["kind"])?.[1];
  return (answer ?? unknownKind)(args);
}
