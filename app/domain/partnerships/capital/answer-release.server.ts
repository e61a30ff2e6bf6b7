import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { findReleasable } from "../internal/money/releasable.server.ts";
import { lockSigned } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { releaser } from "./capital.policy.ts";

/** Without a reason another party agrees; with one it does not. */
export type ReleaseAnswer = { release: number; reason: string | null };

/**
 * Another party answers whether a commitment is owed no more. It stays on the record, released; nothing is paid in against
 * it any more. Refuses: ABSENT; NOT_SIGNED; NO_SUCH_COMMITMENT; COMMITMENT_PAID; COMMITMENT_RELEASED; NO_OPEN_RELEASE;
 * ANOTHER_CONFIRMS. Source: docs/domain.md, "Money of partnerships".
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
    const found = await findReleasable(tx, agreement.id, number);
    if (!found.ok) return found;
    const { commitment, open } = found.value;
    if (!open) return refuse("NO_OPEN_RELEASE");
    const { memberId } = commitment;
    const member = releaser(actor, partnership.members, { memberId, askedById: open.askedById });
    if (!member) return refuse("ANOTHER_CONFIRMS");
    const agrees = reason === null;
    await tx.commitmentReleaseAnswer.create({
      data: {
        ...{ releaseId: open.id, memberId: member.id, agrees, reason },
        ...{ answeredById: actor.personId, answeredAt: at },
      },
    });
    await closeObligation(tx, open.id, "COMMITMENT_RELEASE", agrees ? "agreed" : "declined", at);
    if (agrees) await voidObligations(tx, commitment.id, at);
    await writeStep(tx, partnership, {
      kind: agrees ? "capital.released" : "capital.release-declined",
      by: { actor, organisationId: member.organisationId },
      payload: { productCode: agreement.productCode, number, ...(agrees ? {} : { reason }) },
      at,
    });
    return done(null);
  });
}
