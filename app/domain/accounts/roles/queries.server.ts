import type { Role } from "#app/domain/accounts/actor.ts";
import { db, type Tx } from "#prisma/client.server.ts";

/** The body in which a role is held, for clocks whose debtor is a post: the one that has held it longest. */
export async function bodyOfRole(tx: Tx, role: Role): Promise<string | null> {
  const grant = await tx.roleGrant.findFirst({
    where: { role, revokedAt: null, organisationId: { not: null } },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
    select: { organisationId: true },
  });
  return grant?.organisationId ?? null;
}

export type HeldGrant = {
  id: string;
  role: Role;
  organisation: { id: string; nameVi: string } | null;
  grantedAt: Date;
};
export type PersonRoles = { personId: string; email: string; name: string | null; grants: HeldGrant[] };

/** Somebody's roles, by the exact address; null without a confirmed account. For administrators alone. */
export async function findPersonRoles(email: string): Promise<PersonRoles | null> {
  const person = await db().person.findFirst({
    where: { email, emailConfirmedAt: { not: null }, disabledAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      grants: {
        where: { revokedAt: null },
        orderBy: { grantedAt: "asc" },
        select: { id: true, role: true, grantedAt: true, organisation: { select: { id: true, nameVi: true } } },
      },
    },
  });
  if (!person) return null;
  const { id, name, grants } = person;
  return { personId: id, email: person.email, name, grants };
}
