import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { askVerifier, asVerifier, inRunning } from "../internal/running.server.ts";
import { partnershipTransition } from "../partnership.ts";
import { keepEvidence } from "./internal/kept-evidence.server.ts";
import { leadOf, verifierBody } from "./performance.policy.ts";
import type { CompletionAnswerInput, CompletionInput } from "./performance.schema.ts";
import { milestoneState, unsettled, type WithEvidence } from "./performance.ts";

/**
 * The lead proposes to complete the partnership, with its final statement; somebody who is no party is asked to answer.
 * Refuses: ABSENT; NOT_RUNNING; NOT_THE_LEAD; NOT_ALLOWED_FROM_STATE; NO_MILESTONES; MILESTONES_MISSING (with the
 * numbers); COMPLETION_OPEN. Source: docs/domain.md, "Milestones and completion".
 */
export async function proposeCompletion(
  actor: Actor,
  code: string,
  { evidence, ...input }: CompletionInput & WithEvidence,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const lead = leadOf(actor, partnership.members);
    if (!lead) return refuse("NOT_THE_LEAD");
    const missing = await whatIsMissing(tx, partnership);
    if (!missing.ok) return missing;
    const partnershipId = partnership.id;
    if (await openCompletion(tx, partnership)) return refuse("COMPLETION_OPEN");
    const number = 1 + (await tx.partnershipCompletion.count({ where: { partnershipId } }));
    const evidenceId = await keepEvidence(tx, partnership, { actor, evidence, at });
    const { id } = await tx.partnershipCompletion.create({
      data: { ...input, evidenceId, partnershipId, number, proposedById: actor.personId, proposedAt: at },
    });
    await askVerifier(tx, partnership, { id, kind: "COMPLETION_CHECK", by: lead.organisationId }, at);
    await writeStep(tx, partnership, {
      kind: "partnership.completion-proposed",
      by: { actor, organisationId: lead.organisationId },
      payload: { number, ...input },
      at,
    });
    return done(null);
  });
}

/**
 * Somebody who is no party accepts the final statement, and the partnership is completed; or returns it with what is
 * missing. Refuses: ABSENT; NOT_RUNNING; NOT_A_VERIFIER; NO_COMPLETION; and, to accept, what proposing refuses.
 */
export async function answerCompletion(
  actor: Actor,
  code: string,
  input: CompletionAnswerInput,
  at = new Date(),
): Promise<Outcome<null>> {
  return inRunning(code, async (tx, partnership) => {
    const body = verifierBody(actor, partnership.members);
    if (!body) return refuse("NOT_A_VERIFIER");
    const open = await openCompletion(tx, partnership);
    if (!open) return refuse("NO_COMPLETION");
    const isAccepted = input.answer === "ACCEPTED";
    const missing = isAccepted ? await whatIsMissing(tx, partnership) : done(null);
    if (!missing.ok) return missing;
    const answered = { answeredOrganisationId: body, answeredById: actor.personId, answeredAt: at };
    await tx.partnershipCompletion.update({
      where: { id: open.id },
      data: { answer: input.answer, answerNote: input.note, ...answered },
    });
    await closeObligation(tx, open.id, "COMPLETION_CHECK", input.answer.toLowerCase(), at);
    if (isAccepted)
      await tx.partnership.update({
        where: { id: partnership.id },
        data: { state: "COMPLETED", updatedAt: at, revision: { increment: 1 } },
      });
    await writeStep(tx, partnership, {
      kind: isAccepted ? "partnership.completed" : "partnership.completion-returned",
      by: asVerifier(actor, body),
      payload: { number: open.number, note: input.note, ...(isAccepted ? { state: "COMPLETED" } : {}) },
      at,
    });
    return done(null);
  });
}

function openCompletion(tx: Tx, { id: partnershipId }: LockedPartnership) {
  return tx.partnershipCompletion.findFirst({ where: { partnershipId, answer: null } });
}

async function whatIsMissing(tx: Tx, { id: partnershipId, state }: LockedPartnership): Promise<Outcome<null>> {
  const step = partnershipTransition(state, "COMPLETED", ["VERIFIER"]);
  if (!step.ok) return step;
  const milestones = await tx.milestone.findMany({
    where: { partnershipId },
    orderBy: { number: "asc" },
    include: { steps: { orderBy: { place: "asc" } } },
  });
  if (milestones.length === 0) return refuse("NO_MILESTONES");
  const open = unsettled(milestones.map((one) => ({ ...one, state: milestoneState(one.steps) })));
  return open.length > 0 ? refuse("MILESTONES_MISSING", { params: { numbers: open.join(", ") } }) : done(null);
}
