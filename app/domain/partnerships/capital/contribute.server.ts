import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { capitalEvents, paidAgainst } from "../internal/money/capital-events.server.ts";
import { recordCapital } from "../internal/money/record-capital.server.ts";
import { lockSigned, moneyDay } from "../internal/money/signed.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySign } from "../partnership.policy.ts";
import type { ContributeInput } from "./capital.schema.ts";

/**
 * A party records what it paid in against a commitment of its own; it counts once another party confirms it. Returns the
 * event's number. Refuses: ABSENT; NOT_SIGNED; NO_SUCH_COMMITMENT, NOT_A_REPRESENTATIVE (at `commitment`);
 * IN_THE_FUTURE, BEFORE_THE_PARTNERSHIP (at `onDay`); ABOVE_THE_COMMITMENT (at `amountVnd`), what still waits counted.
 * COMMITMENT_RELEASED, RELEASE_OPEN while its party asks to be released, PARTY_LEAVES once its exit is settled (at
 * `commitment`). Source: docs/domain.md, I4 and I5.
 */
export async function contribute(
  actor: Actor,
  address: AgreementAddress,
  input: ContributeInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const commitment = await tx.capitalCommitment.findFirst({
      where: { agreementId: agreement.id, number: input.commitment },
      include: { releases: { include: { answer: true } } },
    });
    const member = partnership.members.find(({ id }) => id === commitment?.memberId);
    if (!commitment || !member) return refuse("NO_SUCH_COMMITMENT", { field: "commitment" });
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE", { field: "commitment" });
    if (member.to !== null) return refuse("PARTY_LEAVES", { field: "commitment" });
    const { releases } = commitment;
    if (releases.some(({ answer }) => answer?.agrees)) return refuse("COMMITMENT_RELEASED", { field: "commitment" });
    if (releases.some(({ answer }) => answer === null)) return refuse("RELEASE_OPEN", { field: "commitment" });
    const day = moneyDay(input.onDay, partnership, at);
    if (!day.ok) return day;
    const standing = (await capitalEvents(tx, agreement.id)).filter(({ state }) => state !== "DECLINED");
    if (paidAgainst(commitment.id, standing) + input.amountVnd > commitment.committedVnd)
      return refuse("ABOVE_THE_COMMITMENT", { field: "amountVnd" });
    const { number } = await recordCapital(
      tx,
      actor,
      signed.value,
      {
        kind: "ISSUE",
        onDay: day.value,
        commitmentId: commitment.id,
        priceVnd: null,
        reference: input.reference,
        evidenceSha256: input.evidenceSha256,
        recorder: member,
        confirmer: partnership.members.find(({ id, joined }) => joined && id !== member.id) ?? null,
        lines: [{ member, amountVnd: input.amountVnd }],
      },
      at,
    );
    return done({ number });
  });
}
