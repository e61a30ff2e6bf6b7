import { postAccountMail } from "#app/domain/accounts/internal/mails.server.ts";
import { findTokenHolder, useToken } from "#app/domain/accounts/internal/tokens.server.ts";
import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { type PasswordFault, passwordFault } from "#app/domain/accounts/passwords/password.ts";
import { forgive } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/** The address that a reset link belongs to; null when the link cannot be used. */
export async function findReset(secret: string | undefined): Promise<{ email: string } | null> {
  const holder = await findTokenHolder(secret, "RESET_PASSWORD");
  return holder && { email: holder.email };
}

/**
 * Sets a new password by a reset link: the link is used up, every session of the person ends, and a mail says that the
 * password was changed. Whoever holds the link reads the address, so the address counts as confirmed.
 * Refuses: LINK_VOID (used, older than one hour, replaced); a weak password (at `password`), which leaves the link usable.
 */
export async function resetPassword(
  secret: string,
  password: string,
): Promise<Outcome<null, "LINK_VOID" | PasswordFault>> {
  const holder = await findTokenHolder(secret, "RESET_PASSWORD");
  if (!holder) return refuse("LINK_VOID");
  const fault = passwordFault(password, holder);
  if (fault) return refuse(fault, { field: "password" });
  const passwordHash = await hashPassword(password);
  const outcome = await inTransaction(async (tx) => {
    if (!(await useToken(tx, secret, "RESET_PASSWORD"))) return refuse("LINK_VOID");
    await tx.person.update({ where: { id: holder.personId }, data: { passwordHash } });
    await tx.person.updateMany({
      where: { id: holder.personId, emailConfirmedAt: null },
      data: { emailConfirmedAt: new Date() },
    });
    await tx.emailToken.deleteMany({ where: { personId: holder.personId, usedAt: null } });
    await tx.session.deleteMany({ where: { personId: holder.personId } });
    await postAccountMail(tx, holder, "changed");
    return done(null);
  });
  if (outcome.ok) await forgive("sign-in-account", holder.email);
  return outcome;
}
