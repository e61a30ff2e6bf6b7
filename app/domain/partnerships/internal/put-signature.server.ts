import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { maySign } from "../partnership.policy.ts";
import { agreementTransition, partnershipTransition } from "../partnership.ts";
import { type LockedAgreement, type LockedPartnership, lockedAgreement, lockPartnership } from "./locked.server.ts";
import { postOf, writeStep } from "./public-step.server.ts";
import { currentSchedules, partiesOf } from "./schedules.server.ts";

/** For which party, on the text of which hash. */
export type SignatureInput = { memberId: string; textSha256: string };

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
  { memberId, textSha256 }: SignatureInput,
  at = new Date(),
): Promise<Outcome<{ signed: boolean; recordEntry: bigint | null }>> {
  const { code, productCode } = address;
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
    const member = partnership?.members.find(({ id }) => id === memberId);
    if (!agreement || !member) return refuse("ABSENT");
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    const step = agreementTransition(agreement.state, "SIGNED", ["EVERY_MEMBER"]);
    if (!step.ok) return step;
    if (agreement.textSha256 !== textSha256) return refuse("TEXT_CHANGED");
    const parties = partiesOf(await currentSchedules(tx, agreement.id));
    if (!parties.has(memberId)) return refuse("NOT_A_PARTY");
    const before = await tx.signature.findMany({
      where: { agreementId: agreement.id, textSha256 },
      select: { memberId: true },
    });
    const signers = new Set(before.map((signature) => signature.memberId));
    if (signers.has(memberId)) return refuse("ALREADY_SIGNED");

    const post = postOf({ actor, organisationId: member.organisationId });
    await tx.signature.create({
      data: { agreementId: agreement.id, memberId, personId: actor.personId, post, textSha256, signedAt: at },
    });
    await closeObligation(tx, agreement.id, "SIGNATURE", "SIGNED", at, member.organisationId);
    signers.add(memberId);
    const isLast = [...parties].every((party) => signers.has(party));
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

/** What was signed, as far as the public may know it: confidential profit shares are withheld and said to be. */
async function publicContent(tx: Tx, { members }: LockedPartnership, agreement: LockedAgreement) {
  const schedules = await currentSchedules(tx, agreement.id);
  const named = partiesOf(schedules);
  const withheld = agreement.profitConfidential ? ["PROFIT"] : [];
  const places = new Map(members.map(({ id, position }) => [id, position]));
  return {
    state: "SIGNED",
    productCode: agreement.productCode,
    version: agreement.version,
    validity: { from: agreement.from, to: agreement.to },
    textSha256: agreement.textSha256,
    parties: members
      .filter(({ id }) => named.has(id))
      .map(({ position, house, name, scheme, identifier }) => ({
        position,
        house,
        name,
        identifier: `${scheme}-${identifier}`,
      })),
    schedules: schedules
      .filter(({ dimension }) => !withheld.includes(dimension))
      .map(({ dimension, from, to, lines }) => ({
        dimension,
        from,
        to,
        lines: lines.map(({ party, ppm }) => ({ party: places.get(party), ppm })),
      })),
    ...(withheld.length > 0 ? { withheld } : {}),
  };
}
