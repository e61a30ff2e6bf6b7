import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { appraisalReasons } from "../../appraisals/appraisal.ts";
import { maySign } from "../../partnership.policy.ts";
import { agreementTransition, partnershipTransition } from "../../partnership.ts";
import { type LockedAgreement, type LockedPartnership, lockedAgreement, lockPartnership } from "../locked.server.ts";
import { publicParties, publicShares } from "../public-shares.ts";
import { postOf, writeStep } from "../public-step.server.ts";
import { currentSchedules, partiesOf } from "../schedules.server.ts";
import { collectSignature, type SignatureInput } from "./collect-signature.server.ts";

/** The document to sign: a partnership's agreement on a product. */
export type AgreementAddress = { code: string; productCode: string };

/**
 * Puts a party's signature under an agreed draft; with the last one the agreement is signed, and with the first signed
 * agreement the partnership is signed and public. The caller has made sure that it is really this person
 * (agreements/sign.server.ts). The lock on the partnership makes two last signatures wait for one another, so that
 * exactly one of them signs the agreement.
 */
export async function putSignature(
  actor: Actor,
  address: AgreementAddress,
  signature: SignatureInput,
  at = new Date(),
): Promise<Outcome<{ signed: boolean; recordEntry: bigint | null }>> {
  const { code, productCode } = address;
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    const member = partnership?.members.find(({ id }) => id === signature.memberId);
    if (!agreement || !member) return refuse("ABSENT");
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    const step = agreementTransition(agreement.state, "SIGNED", ["EVERY_MEMBER"]);
    const schedules = await currentSchedules(tx, agreement.id);
    const parties = partiesOf(schedules);
    const appraisal = appraisalReasons({ ...agreement, schedules, members: partnership.members });
    if (agreement.state === "AGREED_DRAFT" && appraisal.length > 0) return refuse("APPRAISAL_NEEDED");
    const expected = step.ok ? done(agreement.textSha256) : step;
    const { personId } = actor;
    const post = postOf({ actor, organisationId: member.organisationId });
    const { textSha256 } = signature;
    const put = { personId, post, member, agreement, textSha256, expected, parties, at };
    const signed = await collectSignature(tx, put);
    if (!signed.ok) return signed;
    const { isLast } = signed.value;
    const last = { partnership, agreement, actor, organisationId: member.organisationId, at };
    return done({ signed: isLast, recordEntry: isLast ? await setSigned(tx, last) : null });
  });
}

type LastSignature = {
  partnership: LockedPartnership;
  agreement: LockedAgreement;
  actor: Actor;
  organisationId: string;
  at: Date;
};

async function setSigned(tx: Tx, last: LastSignature): Promise<bigint> {
  const { partnership, agreement, actor, organisationId, at } = last;
  await tx.agreement.update({ where: { id: agreement.id }, data: { state: "SIGNED", signedAt: at } });
  if (partnershipTransition(partnership.state, "SIGNED", ["EVERY_MEMBER"]).ok)
    await tx.partnership.update({
      where: { id: partnership.id },
      data: { state: "SIGNED", publishedAt: at, updatedAt: at, revision: { increment: 1 } },
    });
  return writeStep(
    tx,
    { ...partnership, published: true },
    {
      kind: "agreement.signed",
      by: { actor, organisationId },
      payload: await publicContent(tx, partnership, agreement),
      at,
    },
  );
}

/** What was signed, as far as the public may know it, with the figures of the partnership that it makes public. */
async function publicContent(tx: Tx, partnership: LockedPartnership, agreement: LockedAgreement) {
  const { members, totalValueVnd, trlStart, trlTarget } = partnership;
  const schedules = await currentSchedules(tx, agreement.id);
  return {
    state: "SIGNED",
    ...{ totalValueVnd, trlStart, trlTarget },
    productCode: agreement.productCode,
    version: agreement.version,
    validity: { from: agreement.from, to: agreement.to },
    textSha256: agreement.textSha256,
    parties: publicParties(members, partiesOf(schedules)),
    ...publicShares(schedules, members, agreement),
  };
}
