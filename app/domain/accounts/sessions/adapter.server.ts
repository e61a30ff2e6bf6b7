import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { ACTOR_COLUMNS, type ActorRow } from "#app/domain/accounts/actor.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hashToken } from "#app/domain/accounts/sessions/secret.server.ts";
import { db, pool } from "#prisma/client.server.ts";

export type UserAttributes = Omit<Actor, "personId">;

declare module "lucia" {
  interface Register {
    Lucia: import("lucia").Lucia<Record<never, never>, UserAttributes>;
    DatabaseUserAttributes: UserAttributes;
  }
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long a session lasts without use, and at most (docs/domain.md, sessions). Staff hold a granted role other than PARTY_REP. */
const LIMITS = {
  staff: { idleMs: HOUR_MS / 2, absoluteMs: 12 * HOUR_MS },
  public: { idleMs: 12 * HOUR_MS, absoluteMs: 30 * 24 * HOUR_MS },
};

// One statement: the session, the person, and what the person may be asked for. Disabled people have no session.
const SESSION_AND_ACTOR = `
  SELECT s.idle_expires_at, ${ACTOR_COLUMNS}
  FROM session s JOIN person p ON p.id = s.person_id
  WHERE s.token_hash = $1 AND s.absolute_expires_at > now() AND p.disabled_at IS NULL AND p.email_confirmed_at IS NOT NULL`;

type Row = ActorRow & { idle_expires_at: Date };

/** Lucia's storage over our own tables: the id is hashed at rest, expiry is both idle and absolute, errors propagate. */
export const adapter: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const { rows } = await pool().query<Row>({
      name: "session-and-actor",
      text: SESSION_AND_ACTOR,
      values: [hashToken(sessionId)],
    });
    const row = rows[0];
    if (!row) return [null, null];
    const { email, name, language, roles, affiliations } = row;
    // Lucia renews what has less than half of its 12 hours left: told so at most once a minute, so that reading writes nothing.
    const { idleMs } = roles.some(({ role }) => role !== "PARTY_REP") ? LIMITS.staff : LIMITS.public;
    const isRenewed = row.idle_expires_at.getTime() > Date.now() + idleMs - MINUTE_MS;
    const expiresAt = isRenewed ? new Date(Date.now() + LIMITS.public.idleMs) : row.idle_expires_at;
    return [
      { id: sessionId, userId: row.person_id, expiresAt, attributes: {} },
      { id: row.person_id, attributes: { email, name, language, roles, affiliations } },
    ];
  },

  async getUserSessions() {
    // Ids are not kept, so a list of sessions is a query of its own over the public row ids.
    return [];
  },

  async setSession(session) {
    const limits = await limitsOf(session.userId);
    const now = Date.now();
    await db().session.create({
      data: {
        tokenHash: hashToken(session.id),
        personId: session.userId,
        idleExpiresAt: new Date(now + limits.idleMs),
        absoluteExpiresAt: new Date(now + limits.absoluteMs),
      },
    });
  },

  async updateSessionExpiration(sessionId) {
    // Never beyond the absolute end.
    await pool().query(
      `UPDATE session s SET idle_expires_at = least(s.absolute_expires_at, now() + make_interval(secs => CASE WHEN EXISTS (
         SELECT 1 FROM role_grant g WHERE g.person_id = s.person_id AND g.revoked_at IS NULL AND g.role <> 'PARTY_REP'
       ) THEN $2::float8 ELSE $3::float8 END))
       WHERE token_hash = $1`,
      [hashToken(sessionId), LIMITS.staff.idleMs / 1000, LIMITS.public.idleMs / 1000],
    );
  },

  async deleteSession(sessionId) {
    await db().session.deleteMany({ where: { tokenHash: hashToken(sessionId) } });
  },

  async deleteUserSessions(userId) {
    await db().session.deleteMany({ where: { personId: userId } });
  },

  async deleteExpiredSessions() {
    await db().session.deleteMany({
      where: { OR: [{ idleExpiresAt: { lt: new Date() } }, { absoluteExpiresAt: { lt: new Date() } }] },
    });
  },
};

async function limitsOf(personId: string) {
  const staff = await db().roleGrant.findFirst({
    where: { personId, revokedAt: null, role: { not: "PARTY_REP" } },
    select: { id: true },
  });
  return staff ? LIMITS.staff : LIMITS.public;
}
