import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation, openAgreedObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../internal/locked.server.ts";
import { laterOf } from "../internal/money/signed.server.ts";
import { type InTheNameOf, postOf, writeStep } from "../internal/public-step.server.ts";
import { askVerifier, asVerifier, inRunning } from "../internal/running.server.ts";
import { keepEvidence } from "./internal/kept-evidence.server.ts";
import { leadOf, ownMember, verifierBody } from "./performance.policy.ts";
import type { JudgeInput, ReportInput, WaiveInput } from "./performance.schema.ts";
import { isSettled, type MilestoneStepKind, milestoneState, type WithEvidence } from "./performance.ts";

/**
 * The party that owes a milestone says what it did and what shows it; somebody who is no party is asked to look at it.
 * Refuses: ABSENT; NOT_RUNNING; NO_SUCH_MILESTONE; NOT_YOUR_MILESTONE; MILESTONE_REPORTED; ALREADY_SETTLED.
 */
export async function reportMilestone(
  actor: Actor,
  code: string,
  { evidence, ...input }: ReportInput & WithEvidence,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const found = await openMilestone(tx, partnership, input.milestone);
    if (!found.ok) return found;
    const owner = ownMember(actor, partnership.members, found.value.memberId);
    if (!owner) return refuse("NOT_YOUR_MILESTONE", { field: "milestone" });
    if (found.value.state === "REPORTED") return refuse("MILESTONE_REPORTED", { field: "milestone" });
    const by = { actor, organisationId: owner.organisationId };
    const evidenceId = await keepEvidence(tx, partnership, { actor, evidence, at });
    await takeStep(tx, partnership, { ...input, evidenceId, milestone: found.value, kind: "REPORTED", by, at });
    await closeObligation(tx, found.value.id, "MILESTONE", "reported", at);
    await askVerifier(tx, partnership, { id: found.value.id, kind: "MILESTONE_CHECK", by: owner.organisationId }, at);
    return done(null);
  });
}

/**
 * Somebody who is no party says that a reported milestone is met, or returns it with what is missing: then its party owes
 * it again, by its day or by today where that has passed.
 * Refuses: ABSENT; NOT_RUNNING; NOT_A_VERIFIER; NO_SUCH_MILESTONE; ALREADY_SETTLED; NOT_REPORTED.
 */
export async function judgeMilestone(
  actor: Actor,
  code: string,
  input: JudgeInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const body = verifierBody(actor, partnership.members);
    if (!body) return refuse("NOT_A_VERIFIER");
    const found = await openMilestone(tx, partnership, input.milestone);
    if (!found.ok) return found;
    const milestone = found.value;
    if (milestone.state !== "REPORTED") return refuse("NOT_REPORTED", { field: "milestone" });
    await takeStep(tx, partnership, {
      ...{ milestone, kind: input.judgement, note: input.note },
      ...{ by: asVerifier(actor, body), at },
    });
    await closeObligation(tx, milestone.id, "MILESTONE_CHECK", input.judgement.toLowerCase(), at);
    if (input.judgement === "MET") return done(null);
    const owner = partnership.members.find(({ id }) => id === milestone.memberId);
    const today = dayInVietnam(at);
    await openAgreedObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: milestone.id, code },
        kind: "MILESTONE",
        debtor: { organisationId: owner?.organisationId ?? null, role: "PARTY_REP" },
        ...{ dueOn: laterOf(milestone.dueOn, today), basis: "MILESTONE" },
      },
      at,
    );
    return done(null);
  });
}

/** The lead lets a milestone go, with the reason. Refuses: ABSENT; NOT_RUNNING; NOT_THE_LEAD; NO_SUCH_MILESTONE; ALREADY_SETTLED. */
export async function waiveMilestone(
  actor: Actor,
  code: string,
  input: WaiveInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const lead = leadOf(actor, partnership.members);
    if (!lead) return refuse("NOT_THE_LEAD");
    const found = await openMilestone(tx, partnership, input.milestone);
    if (!found.ok) return found;
    const by = { actor, organisationId: lead.organisationId };
    await takeStep(tx, partnership, { milestone: found.value, kind: "WAIVED", note: input.note, by, at });
    await voidObligations(tx, found.value.id, at);
    return done(null);
  });
}

const RECORD_KINDS = {
  REPORTED: "milestone.reported",
  MET: "milestone.met",
  RETURNED: "milestone.returned",
  WAIVED: "milestone.waived",
} as const satisfies Record<MilestoneStepKind, string>;

/** A milestone that is neither met nor waived. */
async function openMilestone(tx: Tx, { id: partnershipId }: LockedPartnership, number: number) {
  const found = await tx.milestone.findUnique({
    where: { partnershipId_number: { partnershipId, number } },
    include: { steps: { orderBy: { place: "asc" } } },
  });
  if (!found) return refuse("NO_SUCH_MILESTONE", { field: "milestone" });
  const state = milestoneState(found.steps);
  if (isSettled(state)) return refuse("ALREADY_SETTLED", { field: "milestone" });
  const { id, memberId, steps } = found;
  return done({ id, number, memberId, dueOn: found.dueOn.toISOString().slice(0, 10), steps: steps.length, state });
}

type Step = {
  milestone: { id: string; number: number; steps: number };
  kind: MilestoneStepKind;
  by: InTheNameOf;
  note: string;
  evidenceSha256?: string | null;
  evidenceId?: string | null;
  at: Date;
};

async function takeStep(tx: Tx, partnership: LockedPartnership, step: Step): Promise<void> {
  const { milestone, kind, by, note, evidenceSha256 = null, evidenceId = null, at } = step;
  await tx.milestoneStep.create({
    data: {
      ...{ milestoneId: milestone.id, place: milestone.steps + 1, kind, note, evidenceSha256, evidenceId, at },
      ...{ organisationId: by.organisationId, personId: by.actor.personId, post: postOf(by) },
    },
  });
  await writeStep(tx, partnership, {
    ...{ kind: RECORD_KINDS[kind], by, at },
    payload: { number: milestone.number, note, ...(evidenceSha256 ? { evidenceSha256 } : {}) },
  });
}
