import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation, pauseObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { schedulesIn } from "../amendments/amendment.ts";
import { pauseSettlement } from "../internal/exits/open-settlement.server.ts";
import {
  type LockedAgreement,
  type LockedMember,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
  openAmendment,
} from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { currentSchedules } from "../internal/schedules.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { handsOf, mayLead } from "../partnership.policy.ts";
import { agreementTransition } from "../partnership.ts";
import { amendmentReasons, appraisalReasons } from "./appraisal.ts";
import { listAuthorities } from "./queries.server.ts";

/**
 * The lead submits an agreed draft, or an amendment that first brings something of the State's, to the State authority that appraises it: that owes its appraisal, and the clocks of
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
    const { members } = partnership;
    const asked = await textToAppraise(tx, { actor, partnership, agreement });
    if (!asked.ok) return asked;
    const { amendment, settlementId, textSha256 } = asked.value;
    const authorities = await listAuthorities(
      members.map(({ organisationId }) => organisationId),
      tx,
    );
    if (!authorities.some(({ id }) => id === authorityId)) return refuse("AUTHORITY_UNFIT", { field: "authorityId" });

    const { version } = agreement;
    const by = { actor, organisationId: lead.organisationId };
    if (settlementId) await pauseSettlement(tx, settlementId, by, at);
    await tx.appraisal.create({
      data: {
        agreementId: agreement.id,
        version,
        amendment,
        textSha256,
        organisationId: authorityId,
        submittedById: actor.personId,
        submittedAt: at,
      },
    });
    const isDraft = amendment === null;
    if (isDraft) await tx.agreement.update({ where: { id: agreement.id }, data: { state: "UNDER_APPRAISAL" } });
    const dueOn = await askForAppraisal(tx, { actor, lead, code, agreementId: agreement.id, authorityId, at });
    await writeStep(tx, partnership, {
      kind: isDraft ? "agreement.under-appraisal" : "amendment.under-appraisal",
      by,
      payload: isDraft
        ? { state: "UNDER_APPRAISAL", productCode, version, textSha256 }
        : { productCode, number: amendment, textSha256 },
      at,
    });
    return done({ dueOn });
  });
}

type Texts = { actor: Actor; partnership: LockedPartnership; agreement: LockedAgreement };

/** The text that has to be appraised: an agreed draft's, or that of the amendment that waits for signatures. */
async function textToAppraise(
  tx: Tx,
  { actor, partnership, agreement }: Texts,
): Promise<Outcome<{ amendment: number | null; settlementId: string | null; textSha256: string }>> {
  const { members } = partnership;
  const open = await openAmendment(tx, agreement.id);
  if (open) {
    const { number, settlementId, textSha256 } = open;
    const sent = await tx.appraisal.count({ where: { agreementId: agreement.id, textSha256 } });
    if (sent > 0) return refuse("NOT_ALLOWED_FROM_STATE");
    const before = schedulesIn(agreement.governingText ?? "{}", members);
    const reasons = amendmentReasons({ ...agreement, members }, { before, after: schedulesIn(open.text, members) });
    return reasons.length === 0
      ? refuse("APPRAISAL_NOT_NEEDED")
      : done({ amendment: number, settlementId, textSha256 });
  }
  const step = agreementTransition(agreement.state, "UNDER_APPRAISAL", handsOf(actor, members));
  if (!step.ok) return step;
  const schedules = await currentSchedules(tx, agreement.id);
  if (appraisalReasons({ ...agreement, schedules, members }).length === 0) return refuse("APPRAISAL_NOT_NEEDED");
  return done({ amendment: null, settlementId: null, textSha256: agreement.textSha256 ?? "" });
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
