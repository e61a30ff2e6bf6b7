import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation, resumeObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { resumeSettlement } from "../internal/exits/open-settlement.server.ts";
import {
  type LockedAgreement,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
} from "../internal/locked.server.ts";
import { type InTheNameOf, postOf, writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { agreementTransition } from "../partnership.ts";
import { mayAppraise } from "./appraisal.policy.ts";
import type { DecideAppraisalInput } from "./appraisal.schema.ts";
import type { AppraisalOutcome } from "./appraisal.ts";

/**
 * The State authority ends its appraisal of the text that was submitted, with a reason: approved, and the clocks of the
 * signatures run on; returned with what is to be mended; or refused. Returns the agreement's state.
 * Refuses: ABSENT; NO_OPEN_APPRAISAL; NOT_THE_APPRAISER, also to anybody with a role or a post in a member organisation;
 * TEXT_CHANGED where it is not the text that was read. Source: docs/domain.md, "Appraisal".
 */
export async function decideAppraisal(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  { outcome, reason, items, textSha256 }: DecideAppraisalInput,
  at = new Date(),
): Promise<Outcome<{ state: AppraisalOutcome }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    if (!agreement) return refuse("ABSENT");
    const open = await tx.appraisal.findFirst({
      where: { agreementId: agreement.id, outcome: null },
      select: { id: true, organisationId: true, amendment: true, textSha256: true },
    });
    if (!open) return refuse("NO_OPEN_APPRAISAL");
    if (!mayAppraise(actor, open.organisationId, partnership.members)) return refuse("NOT_THE_APPRAISER");
    const { amendment } = open;
    const isDraft = amendment === null;
    // an amendment that is approved waits for its signatures; one that is not ends
    const step = isDraft ? agreementTransition(agreement.state, outcome, ["STATE_AUTHORITY"]) : done(null);
    if (!step.ok) return step;
    if (open.textSha256 !== textSha256) return refuse("TEXT_CHANGED");
    const by = { actor, organisationId: open.organisationId };
    await tx.appraisal.update({
      where: { id: open.id },
      data: {
        outcome,
        reason,
        items: outcome === "RETURNED" ? items : [],
        decidedById: actor.personId,
        post: postOf(by),
        decidedAt: at,
      },
    });
    if (isDraft) await tx.agreement.update({ where: { id: agreement.id }, data: { state: outcome } });
    await settleClocks(tx, agreement.id, outcome, at);
    await writeStep(tx, partnership, {
      kind: (isDraft ? KINDS : AMENDMENT_KINDS)[outcome],
      by,
      isAuthority: true,
      payload: {
        ...(isDraft ? { state: outcome } : { number: amendment }),
        ...{ productCode, textSha256 },
        ...(partnership.published ? { reason } : {}),
      },
      at,
    });
    if (!isDraft) await settleAmendment(tx, partnership, { agreement, number: amendment, outcome, reason, by, at });
    return done({ state: outcome });
  });
}

const KINDS = {
  APPROVED: "agreement.approved",
  RETURNED: "agreement.returned",
  REFUSED: "agreement.refused",
} as const satisfies Record<AppraisalOutcome, string>;

const AMENDMENT_KINDS = {
  APPROVED: "amendment.approved",
  RETURNED: "amendment.returned",
  REFUSED: "amendment.refused",
} as const satisfies Record<AppraisalOutcome, string>;

type Appraised = {
  agreement: LockedAgreement;
  number: number;
  outcome: AppraisalOutcome;
  reason: string;
  by: InTheNameOf;
  at: Date;
};

/**
 * Where it is not approved the text that was in force stays so, and what is mended is proposed anew; an amendment that
 * belongs to a party's exit stands or falls with the whole settlement.
 */
async function settleAmendment(tx: Tx, partnership: LockedPartnership, appraised: Appraised): Promise<void> {
  const { agreement, number, outcome, reason, by, at } = appraised;
  const { id, settlementId } = await tx.amendment.findUniqueOrThrow({
    where: { agreementId_number: { agreementId: agreement.id, number } },
    select: { id: true, settlementId: true },
  });
  if (settlementId) return resumeSettlement(tx, partnership, { settlementId, by, at });
  if (outcome === "APPROVED") return;
  await tx.amendment.update({ where: { id }, data: { state: "DECLINED", endedAt: at, endReason: reason } });
  await tx.agreement.update({ where: { id: agreement.id }, data: { state: "ACTIVE" } });
}

/** The authority has done what it owed; nobody owes a signature on a text that was not approved. */
async function settleClocks(tx: Tx, agreementId: string, outcome: AppraisalOutcome, at: Date) {
  await closeObligation(tx, agreementId, "APPRAISAL", outcome, at);
  if (outcome === "APPROVED") await resumeObligation(tx, agreementId, "SIGNATURE", at);
  else await voidObligationsOf(tx, agreementId, "SIGNATURE", at);
}
