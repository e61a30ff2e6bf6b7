import { inEvenTime } from "#app/domain/accounts/internal/even-time.ts";
import { postAccountMail } from "#app/domain/accounts/internal/mails.server.ts";
import { issueToken } from "#app/domain/accounts/internal/tokens.server.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/**
 * Mails a link to choose a new password, for one hour and one use. Answer and time are the same for an address without
 * an account, which gets no mail. Refuses: TOO_MANY links to one address (`seconds` to wait).
 */
export async function requestReset(email: string): Promise<Outcome<null, "TOO_MANY">> {
  const taken = await take("mail-link", email);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inEvenTime(() =>
    inTransaction(async (tx) => {
      const person = await tx.person.findFirst({
        where: { email, disabledAt: null },
        select: { id: true, email: true, language: true },
      });
      if (person) await postAccountMail(tx, person, "reset", await issueToken(tx, person.id, "RESET_PASSWORD"));
      return done(null);
    }),
  );
}
