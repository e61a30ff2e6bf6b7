import { type Actor, ROLES_WITHOUT_ORGANISATION, type Role } from "#app/domain/accounts/actor.ts";
import { goesWith, mayGrantRoles, mayGrantTo } from "#app/domain/accounts/roles/role.policy.ts";
import { writeGrant } from "#app/domain/accounts/roles/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

export type GrantRefusal =
  | "NOT_ALLOWED"
  | "PERSON_UNKNOWN"
  | "SELF_GRANT"
  | "ROLES_APART"
  | "ALREADY_HELD"
  | "ORGANISATION_NEEDED"
  | "ORGANISATION_UNKNOWN";

/**
 * An administrator gives a role in an organisation (AUDITOR and ADMIN: in none). Whoever gets one signs in anew, so
 * that the shorter sessions of staff hold for them.
 * Refuses: NOT_ALLOWED; PERSON_UNKNOWN (no confirmed account, at `email`); SELF_GRANT; ROLES_APART (an administrator
 * has no other role); ALREADY_HELD; ORGANISATION_NEEDED, ORGANISATION_UNKNOWN (at `organisationId`).
 */
export async function grantRole(
  actor: Actor,
  asked: { email: string; role: Role; organisationId: string },
  at = new Date(),
): Promise<Outcome<{ grantId: string }, GrantRefusal>> {
  if (!mayGrantRoles(actor)) return refuse("NOT_ALLOWED");
  const { email, role } = asked;
  return inTransaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: { email, emailConfirmedAt: { not: null }, disabledAt: null },
      select: { id: true, grants: { where: { revokedAt: null }, select: { role: true, organisationId: true } } },
    });
    if (!person) return refuse("PERSON_UNKNOWN", { field: "email" });
    if (!mayGrantTo(actor, person.id)) return refuse("SELF_GRANT", { field: "email" });
    const held = person.grants.map((grant) => grant.role);
    if (!goesWith(held, role)) return refuse("ROLES_APART", { field: "role" });
    const alone = ROLES_WITHOUT_ORGANISATION.includes(role);
    const organisationId = alone ? null : asked.organisationId;
    if (organisationId === "") return refuse("ORGANISATION_NEEDED", { field: "organisationId" });
    if (person.grants.some((grant) => grant.role === role && grant.organisationId === organisationId)) {
      return refuse("ALREADY_HELD", { field: "role" });
    }
    const organisation =
      organisationId !== null && isUuid(organisationId)
        ? await tx.organisation.findUnique({
            where: { id: organisationId },
            select: { id: true, scheme: true, identifier: true },
          })
        : null;
    if (!alone && !organisation) return refuse("ORGANISATION_UNKNOWN", { field: "organisationId" });
    const body = organisation && { id: organisation.id, code: `${organisation.scheme}-${organisation.identifier}` };
    const grant = {
      personId: person.id,
      role,
      organisation: body,
      grantedById: actor.personId,
      post: "ADMIN",
    } as const;
    const grantId = await writeGrant(tx, grant, at);
    if (role !== "PARTY_REP") await tx.session.deleteMany({ where: { personId: person.id } });
    return done({ grantId });
  });
}
