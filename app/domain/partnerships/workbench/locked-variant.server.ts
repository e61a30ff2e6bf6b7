import type { Actor } from "#app/domain/accounts/actor.ts";
import type { AgreementAddress } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { type LockedMember, lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { amender, mayRepresent } from "../partnership.policy.ts";

export type LockedVariant = {
  variant: { id: string; name: string; organisationId: string; savedAt: Date; sharedAt: Date | null };
  members: LockedMember[];
};

/**
 * A variant that the actor may see and act on, with its partnership locked until the transaction ends.
 * Refuses: ABSENT, also where it is others' and not shared; NOT_A_REPRESENTATIVE of a member that joined.
 */
export async function lockedVariant(
  tx: Tx,
  actor: Actor,
  { code, productCode, variantId }: AgreementAddress & { variantId: string },
): Promise<Outcome<LockedVariant>> {
  const partnership = await lockPartnership(tx, code);
  const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
  if (!agreement) return refuse("ABSENT");
  if (!amender(actor, partnership.members)) return refuse("NOT_A_REPRESENTATIVE");
  const variant = await tx.shareVariant.findFirst({
    where: { id: variantId, agreementId: agreement.id },
    select: { id: true, name: true, organisationId: true, savedAt: true, sharedAt: true },
  });
  const isSeen = variant && (variant.sharedAt !== null || mayRepresent(actor, variant.organisationId));
  return isSeen ? done({ variant, members: partnership.members }) : refuse("ABSENT");
}
