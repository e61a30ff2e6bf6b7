import type { Actor } from "#app/domain/accounts/actor.ts";
import { voidObligations } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { reopenHandover } from "../internal/exits/reopen-handover.server.ts";
import { capitalEvents } from "../internal/money/capital-events.server.ts";
import { lockSigned } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { decliner } from "./capital.policy.ts";

/**
 * Ends an event that waits for its confirmation, with a reason: who recorded it takes it back, another party declines
 * it. It never counts; what it handed over for a leaver is owed again. Refuses: ABSENT; NOT_SIGNED; NO_SUCH_EVENT; ALREADY_ANSWERED; ANOTHER_CONFIRMS; REASON_MISSING.
 */
export async function declineCapital(
  actor: Actor,
  address: AgreementAddress,
  { event: number, reason }: { event: number; reason: string },
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const event = (await capitalEvents(tx, agreement.id)).find((one) => one.number === number);
    if (!event) return refuse("NO_SUCH_EVENT");
    if (event.state !== "PENDING") return refuse("ALREADY_ANSWERED");
    const member = decliner(actor, partnership.members, event);
    if (!member) return refuse("ANOTHER_CONFIRMS");
    if (reason.trim() === "") return refuse("REASON_MISSING", { field: "reason" });
    await tx.capitalEvent.update({
      where: { id: event.id },
      data: { declinedByMemberId: member.id, declinedAt: at, declineReason: reason },
    });
    await voidObligations(tx, event.id, at);
    await reopenHandover(tx, partnership, event.id, at);
    await writeStep(tx, partnership, {
      kind: "capital.declined",
      by: { actor, organisationId: member.organisationId },
      payload: { productCode: agreement.productCode, number, kind: event.kind, reason },
      at,
    });
    return done(null);
  });
}
