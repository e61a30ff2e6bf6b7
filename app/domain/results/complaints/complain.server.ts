import type { Actor } from "#app/domain/accounts/actor.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import { voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { mayComplain } from "../result.policy.ts";
import type { ComplaintInput } from "./complaint.schema.ts";

export type ComplainRefusal = StepRefusal | "NOT_FOUND" | "OWN_RESULT" | "ALREADY_COMPLAINED";

/**
 * Reports a published result: it stays where it is, under a banner, until a result officer of another body than its host
 * has answered within the limit. The ground and the day are public, the words are read by officers and host. Refuses
 * NOT_FOUND; OWN_RESULT to who recorded it and its host, who can withdraw it; ALREADY_COMPLAINED to who did so before;
 * and what the table of steps refuses: one complaint is answered at a time.
 */
export async function complain(
  actor: Actor,
  code: string,
  input: ComplaintInput,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, ComplainRefusal>> {
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.publishedAt === null || result.state === "WITHDRAWN") return refuse("NOT_FOUND");
    if (!mayComplain(actor, result)) return refuse("OWN_RESULT");
    const where = { resultId_byPersonId: { resultId: result.id, byPersonId: actor.personId } };
    if (await tx.resultComplaint.findUnique({ where })) return refuse("ALREADY_COMPLAINED");
    const step = await takeStep(tx, result, {
      to: "UNDER_REVIEW",
      hands: ["ANYONE"],
      personId: actor.personId,
      organisationId: null,
      at,
      reason: input.ground,
      payload: { ground: input.ground },
    });
    if (!step.ok) return step;
    // its host cannot confirm what is under review; the clock asks anew once it is answered
    await voidObligationsOf(tx, result.id, "RESULT_CONFIRMATION", at);
    await tx.resultComplaint.create({
      data: { resultId: result.id, byPersonId: actor.personId, ground: input.ground, text: input.text, at },
    });
    return done(step.value);
  });
}
