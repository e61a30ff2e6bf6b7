import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { mayLead, mayLeave, mayRepresent } from "../partnership.policy.ts";

/**
 * A member that has signed nothing goes, or an invitation is declined or taken back. Drafts of shares in which it stands
 * are dropped whole: what is left would not add up. Returns how many drafts were dropped.
 * Refuses: ABSENT; LEAD_STAYS; NOT_A_REPRESENTATIVE; DRAFT_IS_AGREED while an agreed draft names it (reopen that first);
 * MEMBER_HAS_SIGNED: leaving a signed agreement is an exit with a settlement, which comes later.
 */
export async function leaveBeforeSigning(
  actor: Actor,
  code: string,
  memberId: string,
  at = new Date(),
): Promise<Outcome<{ droppedDrafts: number }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const member = partnership?.members.find(({ id }) => id === memberId);
    if (!partnership || !member) return refuse("ABSENT");
    if (member.role === "LEAD" && mayLead(actor, partnership.members)) return refuse("LEAD_STAYS");
    if (!mayLeave(actor, member, partnership.members)) return refuse("NOT_A_REPRESENTATIVE");

    const named = await tx.agreement.findMany({
      where: { schedules: { some: { lines: { some: { memberId } } } } },
      select: { id: true, state: true, signedAt: true },
    });
    if (named.some(({ signedAt }) => signedAt !== null)) return refuse("MEMBER_HAS_SIGNED");
    if (named.some(({ state }) => state !== "NEGOTIATION")) return refuse("DRAFT_IS_AGREED");
    // A signature on a text that was reopened since still stands and keeps its signer here.
    if ((await tx.signature.count({ where: { memberId } })) > 0) return refuse("MEMBER_HAS_SIGNED");
    const drafts = { agreementId: { in: named.map(({ id }) => id) } };
    await tx.shareLine.deleteMany({ where: { schedule: drafts } });
    await tx.shareSchedule.deleteMany({ where: drafts });
    await tx.partnershipMember.delete({ where: { id: memberId } });
    const organisationId = mayRepresent(actor, member.organisationId)
      ? member.organisationId
      : (partnership.members.find(({ role }) => role === "LEAD")?.organisationId ?? member.organisationId);
    await writeStep(tx, partnership, {
      kind: member.joined ? "partnership.left" : "partnership.invitation-ended",
      by: { actor, organisationId },
      payload: { state: partnership.state, house: member.house },
      at,
    });
    return done({ droppedDrafts: named.length });
  });
}
