import type { Actor } from "#app/domain/accounts/actor.ts";
import { voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { representativesOf, writeCallStep } from "../internal/calls/call-step.server.ts";
import { asCaller, type CallerRefusal, type LockedCall } from "../internal/calls/locked-call.server.ts";
import { postOf } from "../internal/public-step.server.ts";
import { mayRunCall } from "./call.policy.ts";

/**
 * Its organisation ends a call before its day: it takes no more interests; those that came are still answered. Refuses
 * what `asCaller` refuses. Source: docs/domain.md, "Calls and offers".
 */
export async function closeCall(
  actor: Actor,
  code: string,
  input: { reason: string },
  at = new Date(),
): Promise<Outcome<null, CallerRefusal>> {
  return asCaller<null, CallerRefusal>(actor, code, ["OPEN"], async (tx, call) => {
    const endReason = input.reason === "" ? null : input.reason;
    const data = { state: "CLOSED", endedAt: at, endReason, updatedAt: at } as const;
    await tx.partnershipCall.update({ where: { id: call.id }, data });
    const payload = { state: "CLOSED", ...(endReason === null ? {} : { reason: endReason }) };
    await tellOfEnd(tx, call, { kind: "call.closed", payload, to: [], by: actor.personId }, at);
    return done(null);
  });
}

/**
 * Its organisation takes a call back. A draft is gone; of what was public a page with the reason stays, and whoever
 * waits for an answer gets the reason as one. Refuses what `asCaller` refuses. Source: docs/domain.md, "Calls and offers".
 */
export async function withdrawCall(
  actor: Actor,
  code: string,
  input: { reason: string },
  at = new Date(),
): Promise<Outcome<null, CallerRefusal>> {
  return asCaller<null, CallerRefusal>(actor, code, ["DRAFT", "OPEN"], async (tx, call) => {
    const { reason } = input;
    const data = { state: "WITHDRAWN", endedAt: at, endReason: reason, updatedAt: at } as const;
    await tx.partnershipCall.update({ where: { id: call.id }, data });
    if (call.publishedAt === null || !mayRunCall(actor, call)) return done(null);
    const to = await declineWaiting(tx, call, { actor, reason }, at);
    await tellOfEnd(tx, call, { kind: "call.withdrawn", payload: { reason }, to, by: actor.personId }, at);
    return done(null);
  });
}

/** Answers every interest that waits with the reason. Gives the people to be told. */
async function declineWaiting(
  tx: Tx,
  { id, organisationId }: LockedCall,
  { actor, reason }: { actor: Actor; reason: string },
  at: Date,
): Promise<string[]> {
  const waiting = await tx.callInterest.findMany({
    where: { callId: id, state: "SENT" },
    select: { id: true, organisationId: true },
  });
  if (waiting.length === 0) return [];
  await tx.callInterest.updateMany({
    where: { callId: id, state: "SENT" },
    data: {
      ...{ state: "DECLINED", answer: reason, answerLanguage: actor.language, endedAt: at },
      ...{ answeredById: actor.personId, answerPost: postOf({ actor, organisationId }) },
    },
  });
  const people: string[] = [];
  for (const one of waiting) {
    await voidObligations(tx, one.id, at);
    people.push(...(await representativesOf(tx, one.organisationId)));
  }
  return people;
}

type End = { kind: string; payload: Record<string, unknown>; to: readonly string[]; by: string };

async function tellOfEnd(tx: Tx, call: LockedCall, end: End, at: Date): Promise<void> {
  await writeCallStep(tx, call, { ...end, event: "call.ended", organisationId: call.organisationId }, at);
}
