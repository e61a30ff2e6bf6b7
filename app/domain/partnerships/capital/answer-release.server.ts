import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { findRelease } from "../internal/money/releasable.server.ts";
import { lockSigned } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySign } from "../partnership.policy.ts";
import { releaser } from "./capital.policy.ts";

/** Without a reason another party agrees; with one it does not, or the party that asked takes its request back. */
export type ReleaseAnswer = { release: number; reason: string | null };

/**
 * Another party answers whether a commitment is owed no more; the party that asked may take its request back. Released, it
 * stays on the record and nothing is paid in against it any more. Refuses: ABSENT; NOT_SIGNED; PARTNERSHIP_CLOSED;
 * NO_SUCH_COMMITMENT; COMMITMENT_RELEASED; NO_OPEN_RELEASE; ANOTHER_CONFIRMS; COMMITMENT_PAID to agree alone.
 * Source: docs/domain.md, "Money of partnerships".
 */
export async function answerRelease(
  actor: Actor,
  address: AgreementAddress,
  { release: number, reason }: ReleaseAnswer,
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const found = await findRelease(tx, agreement.id, number);
    if (!found.ok) return found;
    const { commitment, fault, open } = found.value;
    if (!open) return refuse(fault === "COMMITMENT_RELEASED" ? fault : "NO_OPEN_RELEASE");
    const { memberId } = commitment;
    const agrees = reason === null;
    const own = partnership.members.find((one) => !agrees && one.id === memberId && maySign(actor, one));
    const member = own ?? releaser(actor, partnership.members, { memberId, askedById: open.askedById });
    if (!member) return refuse("ANOTHER_CONFIRMS");
    if (agrees && fault) return refuse(fault);
    const end = agrees ? "agreed" : own ? "withdrawn" : "declined";
    await tx.commitmentReleaseAnswer.create({
      data: {
        ...{ releaseId: open.id, memberId: member.id, agrees, reason },
        ...{ answeredById: actor.personId, answeredAt: at },
      },
    });
    await closeObligation(tx, open.id, "COMMITMENT_RELEASE", end, at);
    if (agrees) await voidObligations(tx, commitment.id, at);
    await writeStep(tx, partnership, {
      kind: RECORD_KINDS[end],
      by: { actor, organisationId: member.organisationId },
      payload: { productCode: agreement.productCode, number, ...(agrees ? {} : { reason }) },
      at,
    });
    return done(null);
  });
}

const RECORD_KINDS = {
  agreed: "capital.released",
  declined: "capital.release-declined",
  withdrawn: "capital.release-withdrawn",
} as const;
