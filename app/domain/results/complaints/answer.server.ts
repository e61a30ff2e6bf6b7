import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { verifyingBody } from "../result.policy.ts";
import { type OfficerRefusal, officerRefusal } from "../verification/officer.ts";
import type { ComplaintAnswer } from "./complaint.schema.ts";

export type AnswerRefusal = StepRefusal | OfficerRefusal | "NOT_FOUND" | "OWN_COMPLAINT";

/**
 * Answers the open complaint about a result, in public: DISMISSED takes the banner away, UPHELD leaves a tombstone with the
 * answer as its reason. Whoever complained is told. Refuses NOT_FOUND, the officers that `verify` refuses, OWN_COMPLAINT,
 * and what the table of steps refuses.
 */
export async function answerComplaint(
  actor: Actor,
  code: string,
  { outcome, answer }: ComplaintAnswer,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.state === "DRAFT") return refuse("NOT_FOUND");
    const body = verifyingBody(actor, result);
    if (body === null) return officerRefusal(actor, result);
    const open = await tx.resultComplaint.findFirst({ where: { resultId: result.id, outcome: null } });
    if (open?.byPersonId === actor.personId) return refuse("OWN_COMPLAINT");
    const isUpheld = outcome === "UPHELD";
    const step = await takeStep(tx, result, {
      to: isUpheld ? "WITHDRAWN" : "PUBLISHED",
      hands: ["RESULT_OFFICER"],
      personId: actor.personId,
      organisationId: body,
      at,
      reason: answer,
      payload: { complaint: outcome, reason: answer },
      tells: open ? [open.byPersonId] : [],
      ...(isUpheld ? { data: { withdrawnAt: at, withdrawalReason: answer } } : {}),
    });
    if (!step.ok) return step;
    if (!open) return refuse("NOT_FOUND");
    await tx.resultComplaint.update({
      where: { id: open.id },
      data: { outcome, answer, answeredById: actor.personId, answeredByBody: body, answeredAt: at },
    });
    return done(null);
  });
}
