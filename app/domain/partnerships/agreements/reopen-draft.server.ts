import type { Actor } from "#app/domain/accounts/actor.ts";
import { voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { handsOf, mayLead } from "../partnership.policy.ts";
import { agreementTransition } from "../partnership.ts";

/**
 * The lead takes an agreed draft back into negotiation, with a reason (one that an appraisal returned has its reason
 * already): its text goes, the clocks of the signatures end,
 * and signatures given so far count for nothing, because the next text carries the next version. Returns that version.
 * Refuses: ABSENT; NOT_THE_LEAD; REASON_MISSING; NOT_ALLOWED_FROM_STATE (also once every party signed).
 */
export async function reopenDraft(
  actor: Actor,
  code: string,
  productCode: string,
  reason: string,
  at = new Date(),
): Promise<Outcome<{ version: number }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const lead = partnership.members.find(({ role }) => role === "LEAD");
    if (!lead || !mayLead(actor, partnership.members)) return refuse("NOT_THE_LEAD");
    const step = agreementTransition(agreement.state, "NEGOTIATION", handsOf(actor, partnership.members));
    if (!step.ok) return step;
    if (step.value.reason && reason.trim() === "") return refuse("REASON_MISSING", { field: "reason" });
    const version = agreement.version + 1;
    await tx.agreement.update({
      where: { id: agreement.id },
      data: { state: "NEGOTIATION", text: null, textSha256: null, agreedAt: null, version },
    });
    await voidObligations(tx, agreement.id, at);
    await writeStep(tx, partnership, {
      kind: "agreement.reopened",
      by: { actor, organisationId: lead.organisationId },
      payload: { state: "NEGOTIATION", productCode, version, ...(partnership.published ? { reason } : {}) },
      at,
    });
    return done({ version });
  });
}
