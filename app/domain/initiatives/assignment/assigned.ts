/** SQL: whether the open assignment `a` still holds, because its person still has the role in that body. */
export const IS_VALID = `a.ended_at IS NULL AND EXISTS (
  SELECT 1 FROM role_grant v JOIN person w ON w.id = v.person_id AND w.disabled_at IS NULL
  WHERE v.person_id = a.person_id AND v.role = a.role AND v.organisation_id = a.organisation_id AND v.revoked_at IS NULL)`;

/** SQL: who was given the duties that the initiative `i` waits for, and still holds the post for it, as JSON. */
export const ASSIGNED = `coalesce((
  SELECT json_agg(json_build_object('role', a.role, 'organisationId', a.organisation_id, 'personId', a.person_id,
      'name', coalesce(p.name, p.email)) ORDER BY a.assigned_at)
    FROM case_assignment a JOIN person p ON p.id = a.person_id
    WHERE a.initiative_id = i.id AND ${IS_VALID} AND EXISTS (SELECT 1 FROM obligation o
      WHERE o.subject_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL AND o.debtor_role = a.role::text)), '[]')`;
