import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { SignatureInput } from "../internal/signing/collect-signature.server.ts";
import { putAmendmentSignature } from "../internal/signing/put-amendment-signature.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySignSomewhere } from "../partnership.policy.ts";

/**
 * A representative signs an amendment for a party, on the text of the hash that was shown, and confirms it with the
 * password. With the last signature the amendment is in force from its day on, and on the public record with what it
 * changes. Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE; NO_OPEN_AMENDMENT; TEXT_CHANGED; NOT_A_PARTY;
 * ALREADY_SIGNED; PART_OF_AN_EXIT. Source: docs/domain.md, I9.
 */
export async function signAmendment(
  actor: Actor,
  address: AgreementAddress,
  signature: SignatureInput & { password: string },
  at = new Date(),
): Promise<Outcome<{ signed: boolean; recordEntry: bigint | null }>> {
  if (!maySignSomewhere(actor)) return refuse("NOT_A_REPRESENTATIVE");
  const confirmed = await confirmPassword(actor, signature.password);
  return confirmed.ok ? putAmendmentSignature(actor, address, signature, at) : confirmed;
}
