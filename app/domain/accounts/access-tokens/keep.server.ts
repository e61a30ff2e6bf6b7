import type { Actor } from "#app/domain/accounts/actor.ts";
import { newSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { AccessTokenInput } from "./access-token.schema.ts";
import { MOST_TOKENS } from "./access-token.ts";

const DAY_MS = 86_400_000;

/**
 * Makes a token for programs of the actor. Gives its secret, of which the database keeps the SHA-256 alone. Refuses
 * TOO_MANY_TOKENS where ten are in force.
 */
export async function makeAccessToken(
  { personId }: Actor,
  { tokenName, scopes, days }: AccessTokenInput,
  at = new Date(),
): Promise<Outcome<{ secret: string }, "TOO_MANY_TOKENS">> {
  return inTransaction<{ secret: string }, "TOO_MANY_TOKENS">(async (tx) => {
    await tx.$queryRaw`SELECT FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    const inForce = await tx.accessToken.count({ where: { personId, revokedAt: null, expiresAt: { gt: at } } });
    if (inForce >= MOST_TOKENS) return refuse("TOO_MANY_TOKENS", { params: { most: MOST_TOKENS } });
    const { secret, tokenHash } = newSecret();
    const expiresAt = new Date(at.getTime() + days * DAY_MS);
    await tx.accessToken.create({ data: { tokenHash, personId, name: tokenName, scopes, createdAt: at, expiresAt } });
    return done({ secret });
  });
}

/** Ends a token of the actor at once; of others and unknown ones nothing happens. */
export async function revokeAccessToken({ personId }: Actor, id: string, at = new Date()): Promise<void> {
  await db().accessToken.updateMany({ where: { id, personId, revokedAt: null }, data: { revokedAt: at } });
}
