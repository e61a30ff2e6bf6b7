import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { SignatureInput } from "../internal/signing/collect-signature.server.ts";
import { type AgreementAddress, putSignature } from "../internal/signing/put-signature.server.ts";
import { maySignSomewhere } from "../partnership.policy.ts";

/**
 * A representative signs an agreed draft for a party, on the text of the hash that was shown, and confirms it with the
 * password. With the last party's signature the agreement is SIGNED and goes on the public record with its shares; with
 * its first signed agreement the partnership is SIGNED and public. Two last signatures at once end in exactly one.
 * Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE; NOT_ALLOWED_FROM_STATE; TEXT_CHANGED; NOT_A_PARTY;
 * ALREADY_SIGNED. Source: docs/domain.md, "Partnerships and agreements" (every member signs the same hash).
 */
export async function sign(
  actor: Actor,
  address: AgreementAddress,
  signature: SignatureInput & { password: string },
  at = new Date(),
): Promise<Outcome<{ signed: boolean; recordEntry: bigint | null }>> {
  if (!maySignSomewhere(actor)) return refuse("NOT_A_REPRESENTATIVE");
  const confirmed = await confirmPassword(actor, signature.password);
  return confirmed.ok ? putSignature(actor, address, signature, at) : confirmed;
}
