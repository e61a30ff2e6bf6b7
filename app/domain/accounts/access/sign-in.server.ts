import { inEvenTime } from "#app/domain/accounts/internal/even-time.ts";
import { postAccountMail } from "#app/domain/accounts/internal/mails.server.ts";
import { verifyPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { forgive, take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

export type SignedIn = { personId: string; language: string; hasProfile: boolean };

/**
 * Checks e-mail address and password. After ten failures in ten minutes the account stands still for ten minutes, with
 * the same answer, and its owner is told by mail.
 * Refuses with SIGN_IN_FAILED alone, in even time: unknown address, wrong password, address not confirmed, account
 * locked or disabled are not told apart.
 */
export async function signIn(asked: { email: string; password: string }): Promise<Outcome<SignedIn, "SIGN_IN_FAILED">> {
  const { email, password } = asked;
  const signedIn = await inEvenTime(async () => {
    const counted = await take("sign-in-account", email);
    const person = await db().person.findUnique({
      where: { email },
      select: { id: true, passwordHash: true, language: true, name: true, emailConfirmedAt: true, disabledAt: true },
    });
    const right = await verifyPassword(person?.passwordHash ?? null, password);
    if (!counted.ok && person?.emailConfirmedAt) await tellOfLock({ email, language: person.language });
    if (!person || !right || !counted.ok || !person.emailConfirmedAt || person.disabledAt) return null;
    await forgive("sign-in-account", email);
    return { personId: person.id, language: person.language, hasProfile: person.name !== null };
  });
  return signedIn ? done(signedIn) : refuse("SIGN_IN_FAILED");
}

/** One mail for each time that an account is locked. */
async function tellOfLock(reader: { email: string; language: string }): Promise<void> {
  const told = await take("lock-notice", reader.email);
  if (!told.ok) return;
  await inTransaction(async (tx) => {
    await postAccountMail(tx, reader, "locked");
    return done(null);
  });
}
