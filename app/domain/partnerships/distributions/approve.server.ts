import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import { type ApprovalInput, putApproval } from "../internal/signing/put-approval.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySignSomewhere } from "../partnership.policy.ts";

/**
 * A representative approves the run that waits, for a party, and confirms it with the password. The second approval, of
 * another party and by another person, locks it. Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE;
 * NO_OPEN_RUN; RUN_CHANGED; ALREADY_APPROVED; SAME_PERSON; BELOW_LEGAL_MINIMUM. Source: docs/domain.md, I7 and I8.
 */
export async function approveRun(
  actor: Actor,
  address: AgreementAddress,
  approval: ApprovalInput & { password: string },
  at = new Date(),
): Promise<Outcome<{ locked: boolean }>> {
  if (!maySignSomewhere(actor)) return refuse("NOT_A_REPRESENTATIVE");
  const confirmed = await confirmPassword(actor, approval.password);
  return confirmed.ok ? putApproval(actor, address, approval, at) : confirmed;
}
