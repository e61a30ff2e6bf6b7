import { z } from "zod";
import { apiAction, apiLoader } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

async function nothing(): Promise<never> {
  throw new Problem(404, { detail: "There is nothing here: /api/v1/openapi.json lists what there is." });
}

/** Whatever no other route of the API answers: programs get a problem, not a page. */
export const loader = apiLoader(nothing);
export const action = apiAction(z.unknown(), nothing);
