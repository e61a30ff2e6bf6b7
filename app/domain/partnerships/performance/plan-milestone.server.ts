import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asDate, partyOnRecord } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { inRunning } from "../internal/running.server.ts";
import { leadOf } from "./performance.policy.ts";
import type { MilestoneInput } from "./performance.schema.ts";

/**
 * The lead plans a milestone: what a party reaches by a day and what shows it; the party owes it from then on. Returns its
 * number. Refuses: ABSENT; NOT_RUNNING; NOT_THE_LEAD; NOT_A_PARTY (at `memberId`); DUE_IN_THE_PAST, AFTER_THE_PARTNERSHIP
 * (at `dueOn`); WEIGHTS_ABOVE_WHOLE (at `weight`). Source: docs/domain.md, "Milestones and completion".
 */
export async function planMilestone(
  actor: Actor,
  code: string,
  input: MilestoneInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inRunning(code, async (tx, partnership) => {
    const lead = leadOf(actor, partnership.members);
    if (!lead) return refuse("NOT_THE_LEAD");
    const member = partnership.members.find(({ id, joined }) => joined && id === input.memberId);
    if (!member) return refuse("NOT_A_PARTY", { field: "memberId" });
    if (input.dueOn < dayInVietnam(at)) return refuse("DUE_IN_THE_PAST", { field: "dueOn" });
    if (partnership.to !== null && input.dueOn >= partnership.to)
      return refuse("AFTER_THE_PARTNERSHIP", { field: "dueOn" });
    const planned = await tx.milestone.aggregate({
      where: { partnershipId: partnership.id },
      _count: true,
      _sum: { weight: true },
    });
    const left = 100 - (planned._sum.weight ?? 0);
    if (input.weight > left) return refuse("WEIGHTS_ABOVE_WHOLE", { field: "weight", params: { left } });
    const number = planned._count + 1;
    const { dueOn, title, measure, weight } = input;
    const { id } = await tx.milestone.create({
      data: {
        ...{ partnershipId: partnership.id, number, memberId: member.id, title, measure, weight },
        ...{ dueOn: asDate(dueOn), recordedById: actor.personId, recordedAt: at },
      },
    });
    await openAgreedObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id, code },
        kind: "MILESTONE",
        debtor: { organisationId: member.organisationId, role: "PARTY_REP" },
        creditor: { organisationId: lead.organisationId, role: "PARTY_REP" },
        ...{ dueOn, basis: "MILESTONE" },
      },
      at,
    );
    await writeStep(tx, partnership, {
      kind: "milestone.planned",
      by: { actor, organisationId: lead.organisationId },
      payload: { number, ...partyOnRecord(member), title, measure, weight, dueOn },
      at,
    });
    return done({ number });
  });
}
