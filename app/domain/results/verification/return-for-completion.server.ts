import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { verifyingBody } from "../result.policy.ts";
import type { ResultPart } from "../result.schema.ts";
import { type OfficerRefusal, officerRefusal } from "./officer.ts";

/**
 * Sends a submitted result back with everything that is missing, at once: the clock of verification stands still and
 * that of the host's RESULT_COMPLETION starts. Refuses NOT_FOUND, VERIFIER_IS_AUTHOR, VERIFIER_OF_HOST, NOT_AN_OFFICER,
 * STALE, NOTHING_MISSING, and what the table of steps refuses. Returns the host's due date ('YYYY-MM-DD').
 */
export async function returnForCompletion(
  actor: Actor,
  code: string,
  input: { revision: number | null; missing: readonly { part: ResultPart; message: string }[] },
  at = new Date(),
): Promise<
  Outcome<{ dueOn: string | null }, StepRefusal | OfficerRefusal | "NOT_FOUND" | "STALE" | "NOTHING_MISSING">
> {
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.state === "DRAFT") return refuse("NOT_FOUND");
    const body = verifyingBody(actor, result);
    if (body === null) return officerRefusal(actor, result);
    if (input.revision !== result.revision) return refuse("STALE");
    if (input.missing.length === 0) return refuse("NOTHING_MISSING", { field: "missing[0].message" });
    const step = await takeStep(tx, result, {
      to: "RETURNED",
      hands: ["RESULT_OFFICER"],
      personId: actor.personId,
      organisationId: body,
      at,
      reason: input.missing.map((item) => item.message).join("\n"),
      missing: input.missing,
      payload: { missingItems: input.missing.length },
    });
    return step.ok ? done(step.value) : step;
  });
}
