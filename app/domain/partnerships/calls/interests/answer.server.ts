import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { representativesOf, writeCallStep } from "../../internal/calls/call-step.server.ts";
import { type LockedCall, lockCall } from "../../internal/calls/locked-call.server.ts";
import { postOf } from "../../internal/public-step.server.ts";
import { mayExpressInterest, mayRunCall } from "../call.policy.ts";
import type { interestAnswerSchema } from "../call.schema.ts";

type Waiting = { id: string; organisationId: string; state: string };

export type AnswerRefusal = "NOT_FOUND" | "INTEREST_ANSWERED";

/**
 * The caller's organisation accepts or declines an interest, with words for the other side alone; the public learns the
 * outcome without a name. Once. Refuses NOT_FOUND (also for whoever is neither side), INTEREST_ANSWERED.
 * Source: docs/domain.md, "Calls and offers".
 */
export async function answerInterest(
  actor: Actor,
  place: { code: string; id: string },
  input: z.output<typeof interestAnswerSchema>,
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  return onWaiting(place, async (tx, call, interest) => {
    if (!mayRunCall(actor, call)) return refuse("NOT_FOUND");
    if (interest.state !== "SENT") return refuse("INTEREST_ANSWERED");
    const { organisationId } = call;
    await tx.callInterest.update({
      where: { id: interest.id },
      data: {
        ...{ state: input.outcome, answer: input.answer, answerLanguage: input.language, endedAt: at },
        ...{ answeredById: actor.personId, answerPost: postOf({ actor, organisationId }) },
      },
    });
    await closeObligation(tx, interest.id, "INTEREST_ANSWER", input.outcome, at);
    const to = await representativesOf(tx, interest.organisationId);
    const params = { interest: interest.id, outcome: input.outcome };
    const told = { event: "call.answered", to, followers: false, params, by: actor.personId } as const;
    const payload = { state: input.outcome };
    await writeCallStep(tx, call, { ...told, kind: "call.answered", payload, organisationId }, at);
    return done(null);
  });
}

/**
 * An organisation takes its interest back while it waits; it may express another one later. Refuses NOT_FOUND,
 * INTEREST_ANSWERED.
 */
export async function withdrawInterest(
  actor: Actor,
  place: { code: string; id: string },
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  return onWaiting(place, async (tx, call, interest) => {
    if (!mayExpressInterest(actor, call, interest.organisationId)) return refuse("NOT_FOUND");
    if (interest.state !== "SENT") return refuse("INTEREST_ANSWERED");
    await tx.callInterest.update({ where: { id: interest.id }, data: { state: "WITHDRAWN", endedAt: at } });
    await voidObligations(tx, interest.id, at);
    const to = await representativesOf(tx, call.organisationId);
    const params = { interest: interest.id, outcome: "WITHDRAWN" };
    const told = { event: "call.answered", to, followers: false, params, by: actor.personId } as const;
    const payload = { state: "WITHDRAWN" };
    await writeCallStep(tx, call, { ...told, kind: "call.interest-withdrawn", payload, organisationId: null }, at);
    return done(null);
  });
}

/** Runs an act on an interest while nobody else can change it or its call. */
async function onWaiting(
  { code, id }: { code: string; id: string },
  act: (tx: Tx, call: LockedCall, interest: Waiting) => Promise<Outcome<null, AnswerRefusal>>,
): Promise<Outcome<null, AnswerRefusal>> {
  return inTransaction<null, AnswerRefusal>(async (tx) => {
    const call = await lockCall(tx, code);
    if (!call) return refuse("NOT_FOUND");
    const select = { id: true, organisationId: true, state: true };
    const interest = await tx.callInterest.findFirst({ where: { id, callId: call.id }, select });
    return interest ? act(tx, call, interest) : refuse("NOT_FOUND");
  });
}
