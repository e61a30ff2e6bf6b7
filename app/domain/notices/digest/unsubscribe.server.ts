import { hashToken, isSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { DigestFrequency } from "../event.ts";
import { chooseDigest } from "../preferences.server.ts";

/** Whose mail a secret came with; the address is shown in part, since a mail may be passed on. */
export type Subscriber = { maskedEmail: string; language: Language; frequency: DigestFrequency };

/** The reader of the digest that carried this secret; null for any other text. Changes nothing. One statement. */
export async function findSubscriber(secret: string | undefined): Promise<Subscriber | null> {
  if (!isSecret(secret)) return null;
  const { rows } = await pool().query<{ email: string; language: string; frequency: DigestFrequency }>(
    `SELECT p.email, p.language, coalesce(d.frequency, 'DAILY') AS frequency
     FROM unsubscribe_token u JOIN person p ON p.id = u.person_id LEFT JOIN digest_choice d ON d.person_id = p.id
     WHERE u.token_hash = $1`,
    [hashToken(secret)],
  );
  const row = rows[0];
  if (!row) return null;
  const language = isLanguage(row.language) ? row.language : DEFAULT_LANGUAGE;
  return { maskedEmail: masked(row.email), language, frequency: row.frequency };
}

/**
 * Whoever holds a digest says how often it comes from now on, without signing in; NEVER is the one click of RFC 8058.
 * Any digest ever sent will do, and as often as wanted: what was asked last holds. Refuses NOT_FOUND: no digest carried
 * this secret.
 */
export async function chooseBySecret(
  secret: string | undefined,
  frequency: DigestFrequency,
  at = new Date(),
): Promise<Outcome<DigestFrequency, "NOT_FOUND">> {
  if (!isSecret(secret)) return refuse("NOT_FOUND");
  const tokenHash = hashToken(secret);
  return inTransaction(async (tx) => {
    const token = await tx.unsubscribeToken.findUnique({ where: { tokenHash }, select: { personId: true } });
    if (!token) return refuse("NOT_FOUND");
    await tx.unsubscribeToken.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt: at } });
    await chooseDigest(tx, token.personId, frequency, at);
    return done(frequency);
  });
}

function masked(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 2)}…@${domain}`;
}
