import { hashToken, isSecret, newSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { db, type Tx } from "#prisma/client.server.ts";
import type { TokenPurpose } from "#prisma/generated/enums.ts";

const HOUR_MS = 3_600_000;
const LASTS_MS: Record<TokenPurpose, number> = { CONFIRM_EMAIL: 48 * HOUR_MS, RESET_PASSWORD: HOUR_MS };

/** Gives a person a one-time secret; earlier ones of the same purpose are void from now on. */
export async function issueToken(tx: Tx, personId: string, purpose: TokenPurpose): Promise<string> {
  const { secret, tokenHash } = newSecret();
  await tx.emailToken.deleteMany({ where: { personId, purpose } });
  await tx.emailToken.create({
    data: { tokenHash, personId, purpose, expiresAt: new Date(Date.now() + LASTS_MS[purpose]) },
  });
  return secret;
}

export type TokenHolder = { personId: string; email: string; passwordHash: string | null; language: string };

/** Whose secret this is, as long as it can be used; null for a used, old or unknown one. Nothing is used up. */
export async function findTokenHolder(secret: string | undefined, purpose: TokenPurpose): Promise<TokenHolder | null> {
  if (!isSecret(secret)) return null;
  const token = await db().emailToken.findFirst({
    where: { tokenHash: hashToken(secret), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: { person: { select: { id: true, email: true, passwordHash: true, language: true, disabledAt: true } } },
  });
  if (!token || token.person.disabledAt) return null;
  const { id, email, passwordHash, language } = token.person;
  return { personId: id, email, passwordHash, language };
}

/** Uses the secret up; false when it was used meanwhile. */
export async function useToken(tx: Tx, secret: string, purpose: TokenPurpose): Promise<boolean> {
  const used = await tx.emailToken.updateMany({
    where: { tokenHash: hashToken(secret), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  return used.count === 1;
}
