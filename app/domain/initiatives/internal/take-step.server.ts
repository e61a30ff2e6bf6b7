import { tell } from "#app/domain/notices/tell.server.ts";
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
import {
  type InitiativeHand,
  type InitiativeRefusal,
  type InitiativeState,
  type InitiativeStep,
  type Track,
  transition,
} from "../initiative.ts";
import { voidVoices } from "../voice/withdraw-comment.server.ts";
import { creditorFor, type Debtor, debtorFor } from "./debtor.server.ts";
import type { LockedInitiative } from "./locked.server.ts";
import { tellProposer } from "./news.server.ts";

/** One act on an initiative, in the name of a body and a post; a proposer acts as a person and is not named in public. */
export type Act = {
  to: InitiativeState;
  hand: InitiativeHand;
  personId: string | null;
  organisationId: string | null;
  at: Date;
  /** for the people concerned; what the public may read of it stands in `payload` */
  reason?: string;
  payload?: Record<string, unknown>;
  /** who owes what the step opens, where it is not whoever holds the role */
  debtor?: Debtor;
  /** the body let its limit pass: the record and the letter tell that, not what the step is called */
  byDefault?: true;
  /** the track from now on, where the step sets it */
  track?: Track;
  data?: Prisma.InitiativeUncheckedUpdateInput;
};

/**
 * Moves a locked initiative along its table: the state, the clocks that the step closes, pauses, resumes and opens, the
 * entry of the public record, the step with its reason, and the messages to search, to the followers and to the proposer. Refuses what the
 * table refuses. Returns the due date of the clock that the step opened, 'YYYY-MM-DD', or null.
 */
export async function takeStep(
  tx: Tx,
  initiative: LockedInitiative,
  act: Act,
): Promise<Outcome<{ dueOn: string | null }, InitiativeRefusal>> {
  const track = act.track ?? initiative.track;
  const { returnedBefore, appealedBefore } = initiative;
  const move = { track, hands: [act.hand], returnedBefore, appealedBefore };
  const step = transition(initiative.state, act.to, move);
  if (!step.ok) return step;
  await tx.initiative.update({
    where: { id: initiative.id },
    data: { ...opening(initiative, act), ...act.data, state: act.to, revision: { increment: 1 }, updatedAt: act.at },
  });
  const dueOn = await moveClocks(tx, initiative, step.value, act, track);
  const recordEntryId = await writeEntry(tx, initiative, act, track);
  await tx.initiativeStep.create({
    data: {
      initiativeId: initiative.id,
      fromState: initiative.state,
      toState: act.to,
      at: act.at,
      actorId: act.personId,
      actorOrganisationId: act.organisationId,
      actorRole: act.hand,
      reason: act.reason ?? null,
      recordEntryId,
    },
  });
  await enqueue(tx, { topic: "search", payload: { type: "initiative", id: initiative.id } });
  const subject = { type: "INITIATIVE", code: initiative.code } as const;
  const mailed = await tellProposer(tx, initiative, {
    to: act.byDefault ? `${act.to}_BY_DEFAULT` : act.to,
    reason: act.reason ?? null,
    dueOn,
    at: act.at,
  });
  const by = act.personId;
  const params = { state: act.to };
  const to = [initiative.proposerId];
  const news = { event: "initiative.step", subject, params, to, by, mailed } as const;
  await tell(tx, news, act.at);
  return done({ dueOn });
}

/** What the proposer let open early is public from the completeness check on, whoever or whatever passed it. */
function opening({ opensEarly, publicAt }: LockedInitiative, { to, at }: Act): Prisma.InitiativeUncheckedUpdateInput {
  return to === "SCREENED" && opensEarly && publicAt === null ? { publicAt: at } : {};
}

async function moveClocks(
  tx: Tx,
  initiative: LockedInitiative,
  step: InitiativeStep,
  { hand, organisationId, personId, at, debtor: named }: Act,
  track: Track,
): Promise<string | null> {
  const { id, code } = initiative;
  const by = { role: hand, organisationId, personId };
  if (step.closes) await closeObligation(tx, id, step.closes, step.closesAs ?? step.to, at);
  if (step.pauses) await pauseObligation(tx, id, step.pauses, { reason: step.to, by }, at);
  if (step.resumes) await resumeObligation(tx, id, step.resumes, at);
  if (step.voidsAll) {
    await voidObligations(tx, id, at);
    await voidVoices(tx, id, at);
  }
  if (!step.opens) return null;
  const { kind, parameter } = step.opens;
  const debtor = named ?? (await debtorFor(tx, initiative, step.opens.debtor));
  const creditor = await creditorFor(tx, initiative, kind, track);
  return openObligation(tx, { subject: { type: "INITIATIVE", id, code }, kind, debtor, creditor, parameter }, at);
}

function writeEntry(tx: Tx, initiative: LockedInitiative, act: Act, track: Track): Promise<bigint> {
  // A withdrawn initiative leaves its code and the date, and nothing else.
  const told = act.to === "WITHDRAWN" ? {} : { from: initiative.state, track, ...act.payload };
  return appendEntry(
    tx,
    {
      kind: `initiative.${act.to.toLowerCase().replaceAll("_", "-")}${act.byDefault ? "-by-default" : ""}`,
      subject: { type: "INITIATIVE", code: initiative.code },
      actor: { organisationId: act.organisationId, post: act.hand },
      payload: { state: act.to, ...told },
    },
    act.at,
  );
}
