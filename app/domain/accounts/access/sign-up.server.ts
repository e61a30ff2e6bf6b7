import { inEvenTime } from "#app/domain/accounts/internal/even-time.ts";
import { postAccountMail } from "#app/domain/accounts/internal/mails.server.ts";
import { issueToken } from "#app/domain/accounts/internal/tokens.server.ts";
import { hashPassword } from "#app/domain/accounts/passwords/hash.server.ts";
import { type PasswordFault, passwordFault } from "#app/domain/accounts/passwords/password.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

export type SignUp = { email: string; password: string; language: Language };

/**
 * Opens an account that waits for its address to be confirmed, and mails the link. For an address that has an account
 * the answer and its time are the same, and its owner gets a mail that says so. An account never confirmed takes the
 * new password, and earlier links are void.
 * Refuses: a weak password (at `password`); TOO_MANY mails to one address (`seconds` to wait).
 */
export async function signUp(asked: SignUp): Promise<Outcome<null, PasswordFault | "TOO_MANY">> {
  const fault = passwordFault(asked.password, asked);
  if (fault) return refuse(fault, { field: "password" });
  const taken = await take("mail-link", asked.email);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inEvenTime(async () => {
    const passwordHash = await hashPassword(asked.password);
    return inTransaction(async (tx) => {
      const person = await upsert(tx, asked, passwordHash);
      if (person.confirmed) await postAccountMail(tx, { ...asked, language: person.language }, "known");
      else await postAccountMail(tx, asked, "confirm", await issueToken(tx, person.id, "CONFIRM_EMAIL"));
      return done(null);
    });
  });
}

type Found = { id: string; confirmed: boolean; language: string };

/** However many ask at once, the unique address makes one account of them. */
async function upsert(tx: Tx, { email, language }: SignUp, passwordHash: string): Promise<Found> {
  const rows = await tx.$queryRaw<Found[]>`
    INSERT INTO person (email, password_hash, language) VALUES (${email}, ${passwordHash}, ${language})
    ON CONFLICT (email) DO UPDATE SET
      password_hash = CASE WHEN person.email_confirmed_at IS NULL THEN excluded.password_hash ELSE person.password_hash END
    RETURNING id, email_confirmed_at IS NOT NULL AS confirmed, language`;
  const [person] = rows;
  if (!person) throw new Error("an upsert without a row");
  return person;
}
