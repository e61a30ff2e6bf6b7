import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { findRelease } from "../internal/money/releasable.server.ts";
import { lockSigned, partyOnRecord } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySign } from "../partnership.policy.ts";

/**
 * A party asks to be released from what it committed by mistake, with the reason; another party owes an answer.
 * Refuses: ABSENT; NOT_SIGNED; NO_SUCH_COMMITMENT; NOT_A_REPRESENTATIVE; COMMITMENT_PAID once something was paid in
 * against it, confirmed or not; COMMITMENT_RELEASED; RELEASE_OPEN. Source: docs/domain.md, "Money of partnerships".
 */
export async function askRelease(
  actor: Actor,
  address: AgreementAddress,
  { release: number, reason }: { release: number; reason: string },
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const found = await findRelease(tx, agreement.id, number);
    if (!found.ok) return found;
    const { commitment, fault, releases, open } = found.value;
    const member = partnership.members.find(({ id }) => id === commitment.memberId);
    if (!member || !maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    if (fault) return refuse(fault);
    if (open) return refuse("RELEASE_OPEN");
    const { id } = await tx.commitmentRelease.create({
      data: { commitmentId: commitment.id, number: releases + 1, reason, askedById: actor.personId, askedAt: at },
    });
    const others = partnership.members.filter((other) => other.joined && other.id !== member.id);
    const answers = others.find(({ role }) => role === "LEAD") ?? others[0];
    await openObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id, code: partnership.code },
        kind: "COMMITMENT_RELEASE",
        debtor: { organisationId: answers?.organisationId ?? null, role: "PARTY_REP" },
        creditor: { organisationId: member.organisationId, role: "PARTY_REP" },
        parameter: "partnership.capital-confirmation.working-days",
      },
      at,
    );
    await writeStep(tx, partnership, {
      kind: "capital.release-asked",
      by: { actor, organisationId: member.organisationId },
      payload: { productCode: agreement.productCode, number, ...partyOnRecord(member), reason },
      at,
    });
    return done(null);
  });
}
