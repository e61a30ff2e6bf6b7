import { findTokenHolder, useToken } from "#app/domain/accounts/internal/tokens.server.ts";
import { verifyPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { forgive, take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/** The address that a confirmation link belongs to; null when the link cannot be used. */
export async function findConfirmation(secret: string | undefined): Promise<{ email: string } | null> {
  const holder = await findTokenHolder(secret, "CONFIRM_EMAIL");
  return holder && { email: holder.email };
}

/**
 * Confirms the address of a link, for whoever also knows the password that the account was opened with: a link in a
 * mailbox alone does not make somebody the owner of an account that a stranger opened in their name.
 * Refuses: LINK_VOID (used, older than 48 hours, replaced); WRONG_PASSWORD (at `password`).
 */
export async function confirmEmail(
  secret: string,
  password: string,
): Promise<Outcome<{ personId: string }, "LINK_VOID" | "WRONG_PASSWORD">> {
  const holder = await findTokenHolder(secret, "CONFIRM_EMAIL");
  if (!holder) return refuse("LINK_VOID");
  const counted = await take("sign-in-account", holder.email);
  const right = await verifyPassword(holder.passwordHash, password);
  if (!counted.ok || !right) return refuse("WRONG_PASSWORD", { field: "password" });
  const outcome = await inTransaction(async (tx) => {
    if (!(await useToken(tx, secret, "CONFIRM_EMAIL"))) return refuse("LINK_VOID");
    await tx.person.updateMany({
      where: { id: holder.personId, emailConfirmedAt: null },
      data: { emailConfirmedAt: new Date() },
    });
    return done({ personId: holder.personId });
  });
  if (outcome.ok) await forgive("sign-in-account", holder.email);
  return outcome;
}
