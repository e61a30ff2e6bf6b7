import { tell } from "#app/domain/notices/tell.server.ts";
import type { StepRefusal } from "#app/domain/obligations/step.ts";
import {
  closeObligation,
  openObligation,
  pauseObligation,
  resumeObligation,
  voidObligations,
} from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ResultPart } from "../result.schema.ts";
import { type ResultHand, type ResultState, type ResultStep, transition } from "../result.ts";
import type { LockedResult } from "./locked.server.ts";
import { officersBody } from "./officers-body.server.ts";

/** One act on a result, in the name of a body and a post. */
export type Act = {
  to: ResultState;
  hands: readonly ResultHand[];
  personId: string | null;
  organisationId: string | null;
  at: Date;
  reason?: string | undefined;
  /** what a return asks for */
  missing?: readonly { part: ResultPart; message: string }[];
  /** what the public may know of it; a result that is not public yet is known by its code alone */
  payload?: Record<string, unknown>;
  data?: Prisma.ResultUncheckedUpdateInput;
  /** people who hear of it whether they follow the result or not */
  tells?: readonly string[];
};

/**
 * Moves a locked result along its table: the state, the clocks that the step closes, pauses, resumes and opens, the
 * entry of the public record, the step with its reason, and the messages to search and to the followers. Refuses what
 * the table refuses. Returns the due date of the clock that the step opened, 'YYYY-MM-DD', or null.
 */
export async function takeStep(
  tx: Tx,
  result: LockedResult,
  act: Act,
): Promise<Outcome<{ dueOn: string | null }, StepRefusal>> {
  const step = transition(result.state, act.to, act.hands);
  if (!step.ok) return step;
  await tx.result.update({
    where: { id: result.id },
    data: { ...act.data, state: act.to, revision: { increment: 1 }, updatedAt: act.at },
  });
  const hand = step.value.by.find((one) => act.hands.includes(one)) ?? "CLOCK";
  const dueOn = await moveClocks(tx, result, step.value, { ...act, hand });
  const recordEntryId = await appendEntry(
    tx,
    {
      kind: `result.${act.to.toLowerCase().replaceAll("_", "-")}`,
      subject: { type: "RESULT", code: result.code },
      actor: { organisationId: act.organisationId, post: hand },
      payload: { state: act.to, from: result.state, ...act.payload },
    },
    act.at,
  );
  await tx.resultStep.create({
    data: {
      resultId: result.id,
      fromState: result.state,
      toState: act.to,
      at: act.at,
      actorId: act.personId,
      actorOrganisationId: act.organisationId,
      actorRole: hand,
      reason: act.reason ?? null,
      missing: [...(act.missing ?? [])],
      recordEntryId,
    },
  });
  await enqueue(tx, { topic: "search", payload: { type: "result", id: result.id } });
  const subject = { type: "RESULT", code: result.code } as const;
  await tell(
    tx,
    { event: "result.step", subject, params: { state: act.to }, to: act.tells ?? [], by: act.personId },
    act.at,
  );
  return done({ dueOn });
}

async function moveClocks(
  tx: Tx,
  result: LockedResult,
  step: ResultStep,
  { hand, organisationId, personId, at }: Act & { hand: ResultHand },
): Promise<string | null> {
  const { id, code } = result;
  const by = { role: hand, organisationId, personId };
  if (step.closes) await closeObligation(tx, id, step.closes, step.to, at);
  if (step.pauses) await pauseObligation(tx, id, step.pauses, { reason: step.to, by }, at);
  if (step.resumes) await resumeObligation(tx, id, step.resumes, at);
  if (step.voidsAll) await voidObligations(tx, id, at);
  if (step.to === "WITHDRAWN") await voidReportChecks(tx, id, at);
  if (!step.opens) return null;
  const { kind, parameter } = step.opens;
  const host = { organisationId: result.hostOrganisationId, role: "PARTY_REP" } as const;
  const officers = { organisationId: await officersBody(tx, result, kind), role: "RESULT_OFFICER" } as const;
  // the host waits for the officers, and the officers for what they sent back
  const [debtor, creditor] = kind === "RESULT_COMPLETION" ? [host, officers] : [officers, host];
  return openObligation(tx, { subject: { type: "RESULT", id, code }, kind, debtor, creditor, parameter }, at);
}

/** What waits in the reports on a result that is withdrawn is owed no more. */
async function voidReportChecks(tx: Tx, resultId: string, at: Date): Promise<void> {
  const waiting = await tx.resultReport.findMany({ where: { resultId, verdict: null }, select: { id: true } });
  for (const { id } of waiting) await voidObligations(tx, id, at);
}
