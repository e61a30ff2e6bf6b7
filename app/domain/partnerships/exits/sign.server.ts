import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { owePayment } from "../internal/exits/owe-payment.server.ts";
import {
  type LockedAgreement,
  type LockedMember,
  type LockedPartnership,
  lockedAgreement,
  lockPartnership,
  type OpenAmendment,
  openAmendment,
} from "../internal/locked.server.ts";
import { type InTheNameOf, postOf, writeStep } from "../internal/public-step.server.ts";
import { awaitsAppraisal } from "../internal/signing/awaits-appraisal.server.ts";
import type { SignatureInput } from "../internal/signing/collect-signature.server.ts";
import { type AmendmentText, putInForce, readText } from "../internal/signing/put-in-force.server.ts";
import { maySign, maySignSomewhere } from "../partnership.policy.ts";
import { standsStill } from "../partnership.ts";
import type { SettledAgreement, SettlementText } from "./exit.ts";
import { exitFacts, whatKeeps, whatMoved } from "./internal/exit-facts.server.ts";
import { type OpenExit, openExit } from "./internal/open-exit.server.ts";
import { passLead } from "./internal/pass-lead.server.ts";

type Amended = { agreement: LockedAgreement; amendment: OpenAmendment; text: AmendmentText };

/**
 * A representative signs the settlement of an exit for a party, on the text of the hash that was shown, confirmed with
 * the password; that signs the amendments that it names. With the last signature, in one transaction, every amendment
 * is in force, the leaver's days as a member end, another leads where it did, its open calls for capital end, and each party that takes over owes
 * what it pays. Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE; STANDS_STILL; NO_SETTLEMENT;
 * TEXT_CHANGED; NOT_A_PARTY; ALREADY_SIGNED; LEDGER_MOVED where that says
 * something else than the text by now; APPRAISAL_NEEDED; what keeps the leaver (`notice`). Source: docs/domain.md, "A party leaves".
 */
export async function signSettlement(
  actor: Actor,
  code: string,
  { memberId, textSha256, password }: SignatureInput & { password: string },
  at = new Date(),
): Promise<Outcome<{ settled: boolean }>> {
  if (!maySignSomewhere(actor)) return refuse("NOT_A_REPRESENTATIVE");
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<{ settled: boolean }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const member = partnership?.members.find(({ id }) => id === memberId);
    if (!partnership?.published || !member) return refuse("ABSENT");
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    if (standsStill(partnership.state)) return refuse("STANDS_STILL");
    const exit = await openExit(tx, partnership.id);
    const settlement = exit?.settlement;
    if (!exit || !settlement) return refuse("NO_SETTLEMENT");
    if (settlement.textSha256 !== textSha256) return refuse("TEXT_CHANGED");
    const said: SettlementText = JSON.parse(settlement.text);
    const places = new Set(said.parties.map(({ position }) => position));
    if (!places.has(member.position)) return refuse("NOT_A_PARTY");
    const signers = new Set(settlement.signatures.map((signature) => signature.memberId));
    if (signers.has(memberId)) return refuse("ALREADY_SIGNED");
    const facts = await exitFacts(tx, exit);
    const moved = whatMoved(facts, said);
    if (moved) return refuse("LEDGER_MOVED", { params: { product: moved } });

    const by = { actor, organisationId: member.organisationId };
    const amended = await amendedBy(tx, partnership, said);
    for (const one of amended) if (await awaitsAppraisal(tx, partnership, one)) return refuse("APPRAISAL_NEEDED");
    await put(tx, { exit, member, amended, by, at });
    signers.add(memberId);
    const settled = partnership.members.every(({ id, position }) => !places.has(position) || signers.has(id));
    if (!settled) return done({ settled });
    const kept = whatKeeps(facts, exit.effectiveOn);
    if (kept) return refuse(kept.code, { params: { day: kept.day, product: kept.product } });
    await settle(tx, { partnership, exit, said, amended, by, at });
    return done({ settled });
  });
}

async function amendedBy(tx: Tx, partnership: LockedPartnership, { agreements }: SettlementText): Promise<Amended[]> {
  const amended: Amended[] = [];
  for (const { productCode } of agreements) {
    const agreement = await lockedAgreement(tx, partnership, productCode);
    const amendment = agreement && (await openAmendment(tx, agreement.id));
    if (!amendment) throw new Error(`the amendment of ${productCode} in ${partnership.code} is not open`);
    amended.push({ agreement, amendment, text: readText(amendment, partnership) });
  }
  return amended;
}

/** A party's signature under the settlement, and under each amendment that touches its days. */
async function put(
  tx: Tx,
  signed: { exit: OpenExit; member: LockedMember; amended: readonly Amended[]; by: InTheNameOf; at: Date },
): Promise<void> {
  const { exit, member, amended, by, at } = signed;
  const { personId } = by.actor;
  const [memberId, post] = [member.id, postOf(by)];
  await tx.exitSignature.create({
    data: { settlementId: exit.settlement?.id ?? "", memberId, personId, post, signedAt: at },
  });
  const touched = amended.filter(({ text }) => text.parties.has(memberId));
  await tx.signature.createMany({
    data: touched.map(({ agreement, amendment: { textSha256 } }) => ({
      ...{ agreementId: agreement.id, memberId, personId, post, textSha256, signedAt: at },
    })),
  });
  await closeObligation(tx, exit.id, "EXIT_SETTLEMENT", "SIGNED", at, member.organisationId);
}

type Last = {
  partnership: LockedPartnership;
  exit: OpenExit;
  said: SettlementText;
  amended: readonly Amended[];
  by: InTheNameOf;
  at: Date;
};

async function settle(tx: Tx, last: Last): Promise<void> {
  const { partnership, exit, said, amended, by, at } = last;
  for (const one of amended) await putInForce(tx, { partnership, ...one, by, at });
  const settlementId = exit.settlement?.id ?? "";
  await tx.exitSettlement.update({ where: { id: settlementId }, data: { state: "SIGNED", endedAt: at } });
  await tx.partyExit.update({ where: { id: exit.id }, data: { state: "SETTLED", endedAt: at } });
  const leaver = partnership.members.find(({ id }) => id === exit.memberId);
  if (leaver && said.lead !== undefined) await passLead(tx, partnership, { leaver, place: said.lead, at });
  await tx.partnershipMember.update({
    where: { id: exit.memberId },
    data: { validTo: new Date(`${exit.effectiveOn}T00:00:00Z`) },
  });
  await endCalls(tx, exit.memberId, at);
  for (const { agreement } of amended)
    for (const part of said.agreements.filter(({ productCode }) => productCode === agreement.productCode))
      await oweHandovers(tx, last, { settlementId, agreement, part });
  await writeStep(tx, partnership, {
    kind: "exit.settled",
    by,
    payload: {
      ...{ exit: exit.number, position: leaver?.position, house: leaver?.house, effectiveOn: exit.effectiveOn },
      ...(said.lead === undefined ? {} : { lead: said.lead }),
      textSha256: exit.settlement?.textSha256,
    },
    at,
  });
}

/** What the leaver promised and has not paid is called no more. */
async function endCalls(tx: Tx, memberId: string, at: Date): Promise<void> {
  const promised = await tx.capitalCommitment.findMany({ where: { memberId }, select: { id: true } });
  await tx.obligation.updateMany({
    where: { subjectId: { in: promised.map(({ id }) => id) }, kind: "CAPITAL_CALL", doneAt: null, voidedAt: null },
    data: { voidedAt: at },
  });
}

/** What each party takes over and pays is owed by the day on which the leaver leaves. */
async function oweHandovers(
  tx: Tx,
  { partnership, exit, at }: Last,
  { settlementId, agreement, part }: { settlementId: string; agreement: LockedAgreement; part: SettledAgreement },
): Promise<void> {
  const leaver = partnership.members.find(({ id }) => id === exit.memberId);
  for (const { party, paidInVnd, priceVnd } of part.handovers) {
    const taker = partnership.members.find(({ position }) => position === party);
    if (!taker || !leaver) throw new Error(`no party ${party} in ${partnership.code}`);
    const { id } = await tx.exitHandover.create({
      data: {
        ...{ settlementId, agreementId: agreement.id, memberId: taker.id },
        ...{ paidInVnd: BigInt(paidInVnd), priceVnd: BigInt(priceVnd) },
      },
    });
    const { code } = partnership;
    const { effectiveOn } = exit;
    await owePayment(tx, { code, handoverId: id, leaver, taker, priceVnd: BigInt(priceVnd), effectiveOn, at });
  }
}
