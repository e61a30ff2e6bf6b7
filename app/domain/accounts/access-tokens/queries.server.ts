import { findActor } from "#app/domain/accounts/actor.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hashToken, isSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { pool } from "#prisma/client.server.ts";
import type { OwnToken, TokenScope } from "./access-token.ts";

/** The newest fifty tokens of a person. One statement. */
export async function listAccessTokens(personId: string): Promise<OwnToken[]> {
  const { rows } = await pool().query<OwnToken>(
    `SELECT id, name, scopes, to_json(created_at)#>>'{}' AS "createdAt", to_json(expires_at)#>>'{}' AS "expiresAt",
       to_json(last_used_at)#>>'{}' AS "lastUsedAt", to_json(revoked_at)#>>'{}' AS "revokedAt"
     FROM access_token WHERE person_id = $1 ORDER BY created_at DESC, id LIMIT 50`,
    [personId],
  );
  return rows;
}

export type Bearer = { actor: Actor; scopes: TokenScope[] };

/** Who sends a token in force, and what it may do; null for any other text. Notes the use. Two statements. */
export async function findBearer(secret: string | undefined, at = new Date()): Promise<Bearer | null> {
  if (!isSecret(secret)) return null;
  const { rows } = await pool().query<{ personId: string; scopes: TokenScope[] }>(
    `UPDATE access_token SET last_used_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2
     RETURNING person_id AS "personId", scopes`,
    [hashToken(secret), at],
  );
  const [token] = rows;
  const actor = token ? await findActor(token.personId) : null;
  return token && actor ? { actor, scopes: token.scopes } : null;
}
