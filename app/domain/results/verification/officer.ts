import type { Actor } from "#app/domain/accounts/actor.ts";
import { holds } from "#app/domain/accounts/actor.ts";
import { type Refusal, refuse } from "#app/platform/outcome.ts";
import { isAuthor, type ResultFacts } from "../result.policy.ts";

export type OfficerRefusal = "VERIFIER_IS_AUTHOR" | "VERIFIER_OF_HOST" | "NOT_AN_OFFICER";

/** Why somebody may not act as the officer on a result: they recorded it, belong to its host, or hold no such role. */
export function officerRefusal(actor: Actor, result: Omit<ResultFacts, "state">): Refusal<OfficerRefusal> {
  if (!holds(actor, "RESULT_OFFICER")) return refuse("NOT_AN_OFFICER");
  return refuse(isAuthor(actor, result) ? "VERIFIER_IS_AUTHOR" : "VERIFIER_OF_HOST");
}
