import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { scheduleChanges } from "../../amendments/amended-schedules.ts";
import { memberAt, type PlacedSchedule, schedulesIn, withMembers } from "../../amendments/amendment.ts";
import { amendmentReasons } from "../../appraisals/appraisal.ts";
import { maySign } from "../../partnership.policy.ts";
import { standsStill } from "../../partnership.ts";
import {
  type LockedAgreement,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
  type OpenAmendment,
  openAmendment,
} from "../locked.server.ts";
import { publicParties, publicShares } from "../public-shares.ts";
import { postOf, writeStep } from "../public-step.server.ts";
import { currentSchedules, insertSchedules, type RecordedSchedule } from "../schedules.server.ts";
import { collectSignature, type SignatureInput } from "./collect-signature.server.ts";
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
    const text = amendment && readText(amendment, partnership);
    const expected = amendment ? done(amendment.textSha256) : refuse("NO_OPEN_AMENDMENT");
    if (amendment && text && (await waits(tx, { partnership, agreement, amendment, text })))
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

/** Whether it first brings something of the State's, and no authority has approved it yet. */
async function waits(
  tx: Tx,
  facts: { partnership: LockedPartnership; agreement: LockedAgreement; amendment: OpenAmendment; text: AmendmentText },
): Promise<boolean> {
  const { agreement, amendment, text } = facts;
  const { members } = facts.partnership;
  const before = schedulesIn(agreement.governingText ?? "{}", members);
  const reasons = amendmentReasons({ ...agreement, members }, { before, after: text.schedules });
  if (reasons.length === 0) return false;
  const { textSha256 } = amendment;
  return (await tx.appraisal.count({ where: { agreementId: agreement.id, textSha256, outcome: "APPROVED" } })) === 0;
}

type AmendmentText = { parties: Set<string>; schedules: RecordedSchedule[] };

/** What an amendment's text says, with the members instead of their places. */
function readText({ text }: OpenAmendment, { members }: LockedPartnership): AmendmentText {
  const said: { parties: { position: number }[]; schedules: PlacedSchedule[] } = JSON.parse(text);
  return {
    parties: new Set(said.parties.map(({ position }) => position).map(memberAt(members))),
    schedules: withMembers(said.schedules, members),
  };
}

async function putInForce(
  tx: Tx,
  last: {
    partnership: LockedPartnership;
    agreement: LockedAgreement;
    amendment: OpenAmendment;
    text: AmendmentText;
    by: { actor: Actor; organisationId: string };
    at: Date;
  },
): Promise<bigint> {
  const { partnership, agreement, amendment, text, by, at } = last;
  const before = await currentSchedules(tx, agreement.id);
  const { ended, brought } = scheduleChanges(before, text.schedules);
  const endedIds = ended.map(({ id }) => id);
  await tx.shareSchedule.updateMany({ where: { id: { in: endedIds } }, data: { supersededAt: at } });
  await insertSchedules(tx, agreement.id, brought);
  await tx.amendment.update({ where: { id: amendment.id }, data: { state: "SIGNED", endedAt: at } });
  await tx.agreement.update({ where: { id: agreement.id }, data: { state: "ACTIVE" } });
  const { members } = partnership;
  const { number, effectiveFrom, textSha256 } = amendment;
  return writeStep(tx, partnership, {
    kind: "amendment.signed",
    by,
    payload: {
      state: "ACTIVE",
      productCode: agreement.productCode,
      number,
      effectiveFrom,
      textSha256,
      parties: publicParties(members, text.parties),
      before: publicShares(before, members, agreement).schedules,
      ...publicShares(text.schedules, members, agreement),
    },
    at,
  });
}
