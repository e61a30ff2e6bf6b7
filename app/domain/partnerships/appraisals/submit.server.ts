import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation, pauseObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedMember, lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { currentSchedules } from "../internal/schedules.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { handsOf, mayLead } from "../partnership.policy.ts";
import { agreementTransition } from "../partnership.ts";
import { appraisalReasons } from "./appraisal.ts";
import { listAuthorities } from "./queries.server.ts";

/**
 * The lead submits an agreed draft to the State authority that appraises it: that owes its appraisal, and the clocks of
 * the signatures stand meanwhile. Returns the due date.
 * Refuses: ABSENT; NOT_THE_LEAD; NOT_ALLOWED_FROM_STATE; APPRAISAL_NOT_NEEDED where nothing of the State's is in it;
 * AUTHORITY_UNFIT at `authorityId`: no State body with appraisers, or itself a member.
 * Source: docs/domain.md, "Appraisal".
 */
export async function submitForAppraisal(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  { authorityId }: { authorityId: string },
  at = new Date(),
): Promise<Outcome<{ dueOn: string }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const lead = partnership.members.find(({ role }) => role === "LEAD");
    if (!lead || !mayLead(actor, partnership.members)) return refuse("NOT_THE_LEAD");
    const step = agreementTransition(agreement.state, "UNDER_APPRAISAL", handsOf(actor, partnership.members));
    if (!step.ok) return step;
    const { members } = partnership;
    const schedules = await currentSchedules(tx, agreement.id);
    if (appraisalReasons({ ...agreement, schedules, members }).length === 0) return refuse("APPRAISAL_NOT_NEEDED");
    const authorities = await listAuthorities(
      members.map(({ organisationId }) => organisationId),
      tx,
    );
    if (!authorities.some(({ id }) => id === authorityId)) return refuse("AUTHORITY_UNFIT", { field: "authorityId" });

    const { version, textSha256 } = agreement;
    await tx.appraisal.create({
      data: {
        agreementId: agreement.id,
        version,
        textSha256: textSha256 ?? "",
        organisationId: authorityId,
        submittedById: actor.personId,
        submittedAt: at,
      },
    });
    await tx.agreement.update({ where: { id: agreement.id }, data: { state: "UNDER_APPRAISAL" } });
    const dueOn = await askForAppraisal(tx, { actor, lead, code, agreementId: agreement.id, authorityId, at });
    await writeStep(tx, partnership, {
      kind: "agreement.under-appraisal",
      by: { actor, organisationId: lead.organisationId },
      payload: { state: "UNDER_APPRAISAL", productCode, version, textSha256 },
      at,
    });
    return done({ dueOn });
  });
}

/** The authority owes its appraisal; meanwhile nobody's signature falls due. Returns the due date. */
async function askForAppraisal(
  tx: Tx,
  asked: { actor: Actor; lead: LockedMember; code: string; agreementId: string; authorityId: string; at: Date },
): Promise<string> {
  const { actor, lead, code, agreementId, authorityId, at } = asked;
  const { organisationId } = lead;
  const by = { role: postOf({ actor, organisationId }), organisationId: null, personId: actor.personId };
  await pauseObligation(tx, agreementId, "SIGNATURE", { reason: "APPRAISAL", by }, at);
  return openObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id: agreementId, code },
      kind: "APPRAISAL",
      debtor: { organisationId: authorityId, role: "STEERING" },
      creditor: { organisationId, role: "PARTY_REP" },
      parameter: "partnership.appraisal.working-days",
    },
    at,
  );
}
