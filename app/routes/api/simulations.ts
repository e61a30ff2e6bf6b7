import { z } from "zod";
import { simulationNamed } from "#app/domain/partnerships/simulations/kinds.ts";
import { apiAction, onlyBy } from "#app/web/api.server.ts";
import { invalidInput, Problem, refusedInput } from "#app/web/problem.server.ts";

export const loader = onlyBy("POST");

/** Each kind reads its body and answers in one go: the same functions that the ledger uses. */
export const action = apiAction(
  ({ params }) => {
    kindOf(params["kind"]);
    return z.unknown();
  },
  async (sent, { params }) => {
    const read = kindOf(params["kind"]).read(sent);
    if (!read.success) throw invalidInput(read.error);
    if (!read.outcome.ok) throw refusedInput(read.outcome);
    return read.outcome.value;
  },
  { limit: "simulation" },
);

function kindOf(name: string | undefined) {
  const kind = simulationNamed(name);
  if (!kind) throw new Problem(404, { code: "UNKNOWN_SIMULATION" });
  return kind;
}
