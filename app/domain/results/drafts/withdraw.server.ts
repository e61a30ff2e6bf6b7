import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { handsOf } from "../result.policy.ts";
import { transition } from "../result.ts";

export type WithdrawRefusal = StepRefusal | "NOT_FOUND" | "REASON_MISSING";

/**
 * Takes a result back. What was never public leaves its code alone; what was public leaves a tombstone with the reason,
 * which only a representative of the host may write. Every open clock ends. Refuses NOT_FOUND (also for everybody but
 * who recorded it and the host), REASON_MISSING for a published one, and what the table of steps refuses.
 */
export async function withdraw(
  actor: Actor,
  code: string,
  input: { reason: string },
  at = new Date(),
): Promise<Outcome<null, WithdrawRefusal>> {
  const reason = input.reason.trim();
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    const hands = result ? handsOf(actor, result).filter((hand) => hand !== "RESULT_OFFICER") : [];
    if (!result || hands.length === 0) return refuse("NOT_FOUND");
    const allowed = transition(result.state, "WITHDRAWN", hands);
    if (!allowed.ok) return allowed;
    if (allowed.value.reason && reason === "") return refuse("REASON_MISSING", { field: "reason" });
    const wasPublic = result.publishedAt !== null;
    const step = await takeStep(tx, result, {
      to: "WITHDRAWN",
      hands,
      personId: actor.personId,
      organisationId: result.state === "DRAFT" ? null : result.hostOrganisationId,
      at,
      reason: reason === "" ? undefined : reason,
      data: { withdrawnAt: at, withdrawalReason: reason === "" ? null : reason },
      payload: wasPublic ? { reason } : {},
    });
    return step.ok ? done(null) : step;
  });
}
