import type { Actor } from "#app/domain/accounts/actor.ts";
import { voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership, openAmendment } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { amender, handsOf, mayRepresent } from "../partnership.policy.ts";
import { agreementTransition } from "../partnership.ts";

/**
 * Ends an amendment that is not signed by all yet, with a reason: the member that proposed it takes it back, any other
 * declines it. The text that was in force stays so, and the clocks of the signatures end.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; REASON_MISSING; NO_OPEN_AMENDMENT; PART_OF_AN_EXIT; APPRAISAL_OPEN while it is
 * appraised. Source: docs/domain.md, I9.
 */
export async function endAmendment(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  reason: string,
  at = new Date(),
): Promise<Outcome<{ state: "WITHDRAWN" | "DECLINED" }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    if (!member) return refuse("NOT_A_REPRESENTATIVE");
    if (reason.trim() === "") return refuse("REASON_MISSING", { field: "reason" });
    const amendment = await openAmendment(tx, agreement.id);
    if (!amendment) return refuse("NO_OPEN_AMENDMENT");
    if (amendment.settlementId) return refuse("PART_OF_AN_EXIT");
    const { number, textSha256 } = amendment;
    const appraised = { agreementId: agreement.id, textSha256, outcome: null };
    if ((await tx.appraisal.count({ where: appraised })) > 0) return refuse("APPRAISAL_OPEN");
    const step = agreementTransition(agreement.state, "ACTIVE", handsOf(actor, partnership.members));
    if (!step.ok) return step;
    const proposer = partnership.members.find(({ id }) => id === amendment.proposedByMemberId);
    const isProposer = proposer !== undefined && mayRepresent(actor, proposer.organisationId);
    const state = isProposer ? "WITHDRAWN" : "DECLINED";
    await tx.amendment.update({ where: { id: amendment.id }, data: { state, endedAt: at, endReason: reason } });
    await tx.agreement.update({ where: { id: agreement.id }, data: { state: "ACTIVE" } });
    await voidObligationsOf(tx, agreement.id, "SIGNATURE", at);
    await writeStep(tx, partnership, {
      kind: isProposer ? "amendment.withdrawn" : "amendment.declined",
      by: { actor, organisationId: isProposer ? proposer.organisationId : member.organisationId },
      payload: { state, productCode, number, textSha256, reason },
      at,
    });
    return done({ state });
  });
}
