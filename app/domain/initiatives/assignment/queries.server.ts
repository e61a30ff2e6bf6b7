import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { ASSIGNED_ROLES, assignsCases } from "./assignment.policy.ts";

/** SQL: whether the open assignment `a` still holds, because its person still has the role in that body. */
export const IS_VALID = `a.ended_at IS NULL AND EXISTS (
  SELECT 1 FROM role_grant v JOIN person w ON w.id = v.person_id AND w.disabled_at IS NULL
  WHERE v.person_id = a.person_id AND v.role = a.role AND v.organisation_id = a.organisation_id AND v.revoked_at IS NULL)`;

export type Colleague = { personId: string; name: string; role: Role; body: string };

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
    `SELECT p.id AS "personId", coalesce(p.name, p.email) AS name, g.role::text AS role, o.name_vi AS body
     FROM role_grant g JOIN person p ON p.id = g.person_id JOIN organisation o ON o.id = g.organisation_id
     WHERE g.revoked_at IS NULL AND p.disabled_at IS NULL AND EXISTS (
       SELECT 1 FROM unnest($1::text[], $2::uuid[]) AS post (role, body)
       WHERE post.role = g.role::text AND post.body = g.organisation_id)
     ORDER BY p.id <> $3, 2, g.role LIMIT 200`,
    [posts.map(([role]) => role), posts.map(([, body]) => body), actor.personId],
  );
  return rows;
}

export type Assigned = { role: Role; name: string; isMine: boolean };

/** Who works on a case, for the bodies in charge; nobody where whoever had it lost the role. One statement. */
export async function assignedTo(actor: Actor, code: string): Promise<Assigned[]> {
  const { rows } = await pool().query<Assigned>(
    `SELECT a.role::text AS role, coalesce(p.name, p.email) AS name, p.id = $2 AS "isMine"
     FROM case_assignment a JOIN initiative i ON i.id = a.initiative_id JOIN person p ON p.id = a.person_id
     WHERE i.code = $1 AND ${IS_VALID} AND EXISTS (SELECT 1 FROM obligation o WHERE o.subject_id = i.id
       AND o.done_at IS NULL AND o.voided_at IS NULL AND o.debtor_role = a.role::text)
       AND EXISTS (SELECT 1 FROM unnest($3::uuid[]) AS own (body) WHERE own.body = a.organisation_id)
     ORDER BY a.assigned_at`,
    [code, actor.personId, actor.roles.map(({ organisationId }) => organisationId)],
  );
  return rows;
}
