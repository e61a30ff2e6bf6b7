import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";

export type ActorRow = {
  person_id: string;
  email: string;
  name: string | null;
  language: Actor["language"];
  roles: Actor["roles"];
  affiliations: Actor["affiliations"];
};

const NAMES = "json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)";

/** What an actor is, of the row `p` of `person`; revoked roles and ended affiliations are left out. */
export const ACTOR_COLUMNS = `p.id AS person_id, p.email, p.name, p.language,
    coalesce((
      SELECT json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id,
        'organisationNames', CASE WHEN o.id IS NOT NULL THEN ${NAMES} END) ORDER BY g.role, g.granted_at)
      FROM role_grant g LEFT JOIN organisation o ON o.id = g.organisation_id
      WHERE g.person_id = p.id AND g.revoked_at IS NULL
    ), '[]') AS roles,
    coalesce((
      SELECT json_agg(json_build_object('organisationId', o.id, 'names', ${NAMES}, 'house', o.house,
        'verified', o.verified_at IS NOT NULL, 'post', a.post) ORDER BY a.from_on, o.name_vi)
      FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
      WHERE a.person_id = p.id AND a.to_on IS NULL
    ), '[]') AS affiliations`;

/** Somebody as an actor, for processes that act without a request; null when disabled, unconfirmed or unknown. */
export async function findActor(personId: string): Promise<Actor | null> {
  const { rows } = await pool().query<ActorRow>(
    `SELECT ${ACTOR_COLUMNS} FROM person p WHERE p.id = $1 AND p.disabled_at IS NULL AND p.email_confirmed_at IS NOT NULL`,
    [personId],
  );
  const [row] = rows;
  if (!row) return null;
  const { person_id, ...actor } = row;
  return { personId: person_id, ...actor };
}
