import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { maySign } from "../../partnership.policy.ts";
import { standsStill } from "../../partnership.ts";
import { lockedAgreement, lockPartnership, openAmendment } from "../locked.server.ts";
import { postOf } from "../public-step.server.ts";
import { awaitsAppraisal } from "./awaits-appraisal.server.ts";
import { collectSignature, type SignatureInput } from "./collect-signature.server.ts";
import { putInForce, readText } from "./put-in-force.server.ts";
import type { AgreementAddress } from "./put-signature.server.ts";

/**
 * Puts a party's signature under the amendment that is open; with the last one its shares are recorded: what it changes
 * is superseded at that instant, and stays readable as it was known before. The caller has made sure that it is really
 * this person (amendments/sign.server.ts).
 */
export async function putAmendmentSignature(
  actor: Actor,
  { code, productCode }: AgreementAddress,
  signature: SignatureInput,
  at = new Date(),
): Promise<Outcome<{ signed: boolean; recordEntry: bigint | null }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    const member = partnership?.members.find(({ id }) => id === signature.memberId);
    if (!agreement || !member) return refuse("ABSENT");
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    if (standsStill(partnership.state)) return refuse("STANDS_STILL");
    const amendment = await openAmendment(tx, agreement.id);
    if (amendment?.settlementId) return refuse("PART_OF_AN_EXIT");
    const text = amendment && readText(amendment, partnership);
    const expected = amendment ? done(amendment.textSha256) : refuse("NO_OPEN_AMENDMENT");
    if (amendment && text && (await awaitsAppraisal(tx, partnership, { agreement, amendment, text })))
      return refuse("APPRAISAL_NEEDED");
    const parties = text?.parties ?? new Set<string>();
    const { personId } = actor;
    const post = postOf({ actor, organisationId: member.organisationId });
    const { textSha256 } = signature;
    const put = { personId, post, member, agreement, textSha256, expected, parties, at };
    const signed = await collectSignature(tx, put);
    if (!signed.ok) return signed;
    const { isLast } = signed.value;
    const by = { actor, organisationId: member.organisationId };
    const last = isLast && amendment && text ? { partnership, agreement, amendment, text, by, at } : null;
    return done({ signed: isLast, recordEntry: last && (await putInForce(tx, last)) });
  });
}
