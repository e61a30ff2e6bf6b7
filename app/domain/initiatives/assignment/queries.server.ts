import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { ASSIGNED } from "./assigned.ts";
import { ASSIGNED_ROLES, assignsCases } from "./assignment.policy.ts";

export type Colleague = { personId: string; name: string; role: Role };

/**
 * Everybody to whom a case can be given in the actor's bodies, the actor among them: those who hold a post in which the
 * actor works or whose work the actor shares out. By name; 200 at most. One statement.
 */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  if (!assignsCases(actor)) return [];
  const posts = actor.roles.flatMap(({ role, organisationId }) => {
    if (organisationId === null || !ASSIGNED_ROLES.some((one) => one === role)) return [];
    return [role, ...(role === "INTAKE_HEAD" ? (["INTAKE"] as const) : [])].map(
      (one) => [one, organisationId] as const,
    );
  });
  const { rows } = await pool().query<Colleague>(
    `SELECT p.id AS "personId", coalesce(p.name, p.email) AS name, g.role::text AS role
     FROM role_grant g JOIN person p ON p.id = g.person_id
     WHERE g.revoked_at IS NULL AND p.disabled_at IS NULL AND EXISTS (
       SELECT 1 FROM unnest($1::text[], $2::uuid[]) AS post (role, body)
       WHERE post.role = g.role::text AND post.body = g.organisation_id)
     ORDER BY p.id <> $3, 2, g.role LIMIT 200`,
    [posts.map(([role]) => role), posts.map(([, body]) => body), actor.personId],
  );
  return rows;
}

export type Assigned = { role: Role; name: string; isMine: boolean };

/** One who was given a case, in which post of which body. */
export type Assignee = { role: Role; organisationId: string; personId: string; name: string };

/** Of those who were given a case, the ones that the actor may know: those of the actor's bodies. */
export function assignedFor(actor: Actor, assigned: readonly Assignee[]): Assigned[] {
  return assigned
    .filter((one) => actor.roles.some(({ organisationId }) => organisationId === one.organisationId))
    .map(({ role, name, personId }) => ({ role, name, isMine: personId === actor.personId }));
}

/** Who works on a case, for the bodies in charge; nobody where whoever had it lost the role. One statement. */
export async function assignedTo(actor: Actor, code: string): Promise<Assigned[]> {
  const { rows } = await pool().query<{ assigned: Assignee[] }>(
    `SELECT ${ASSIGNED} AS assigned FROM initiative i WHERE i.code = $1`,
    [code],
  );
  return assignedFor(actor, rows[0]?.assigned ?? []);
}
