import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import { agreementTransition, type PartnershipHand, partnershipTransition } from "../partnership.ts";
import type { LockedAgreement, LockedPartnership } from "./locked.server.ts";

/**
 * Makes a signed agreement active, and its partnership with it, where one of these hands may; else does nothing. Returns
 * whether it did. The caller writes it on the public record.
 */
export async function activate(
  tx: Tx,
  { partnership, agreement }: { partnership: LockedPartnership; agreement: LockedAgreement },
  hands: readonly PartnershipHand[],
  at: Date,
): Promise<boolean> {
  if (agreement.state !== "SIGNED" || !agreementTransition(agreement.state, "ACTIVE", hands).ok) return false;
  await tx.agreement.update({ where: { id: agreement.id }, data: { state: "ACTIVE" } });
  // a suspended one goes on by a motion or the end of its suspension alone
  if (partnership.state === "SIGNED" && partnershipTransition(partnership.state, "ACTIVE", hands).ok)
    await tx.partnership.update({
      where: { id: partnership.id },
      data: { state: "ACTIVE", updatedAt: at, revision: { increment: 1 } },
    });
  await enqueue(tx, { topic: "search", payload: { type: "partnership", id: partnership.id } });
  return true;
}
