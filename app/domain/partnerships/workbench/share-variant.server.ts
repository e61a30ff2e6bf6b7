import type { Actor } from "#app/domain/accounts/actor.ts";
import type { AgreementAddress } from "#app/domain/partnerships/internal/signing/put-signature.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayRepresent } from "../partnership.policy.ts";
import { lockedVariant } from "./locked-variant.server.ts";

/**
 * Shows an own variant to the members of the partnership, for good: from then on it never changes.
 * Refuses: ABSENT (also a variant of others that is not shared); NOT_A_REPRESENTATIVE; VARIANT_IS_SHARED.
 */
export async function shareVariant(
  actor: Actor,
  address: AgreementAddress,
  variantId: string,
  at = new Date(),
): Promise<Outcome<{ sharedAt: Date }>> {
  return inTransaction(async (tx) => {
    const found = await lockedVariant(tx, actor, { ...address, variantId });
    if (!found.ok) return found;
    const { variant } = found.value;
    if (!mayRepresent(actor, variant.organisationId)) return refuse("NOT_A_REPRESENTATIVE");
    if (variant.sharedAt) return refuse("VARIANT_IS_SHARED");
    const sharedAt = at < variant.savedAt ? variant.savedAt : at;
    await tx.shareVariant.update({ where: { id: variant.id }, data: { sharedAt }, select: { id: true } });
    return done({ sharedAt });
  });
}

/**
 * Deletes an own variant that nobody else has seen.
 * Refuses: ABSENT (also a variant of others that is not shared); NOT_A_REPRESENTATIVE; VARIANT_IS_SHARED.
 */
export async function deleteVariant(
  actor: Actor,
  address: AgreementAddress,
  variantId: string,
): Promise<Outcome<{ name: string }>> {
  return inTransaction(async (tx) => {
    const found = await lockedVariant(tx, actor, { ...address, variantId });
    if (!found.ok) return found;
    const { variant } = found.value;
    if (!mayRepresent(actor, variant.organisationId)) return refuse("NOT_A_REPRESENTATIVE");
    if (variant.sharedAt) return refuse("VARIANT_IS_SHARED");
    await tx.shareVariant.delete({ where: { id: variant.id }, select: { id: true } });
    return done({ name: variant.name });
  });
}
