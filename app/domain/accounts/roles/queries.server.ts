import type { Role } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { db, pool, type Tx } from "#prisma/client.server.ts";

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
  organisation: Texts | null;
  grantedAt: Date;
};
export type PersonRoles = { personId: string; email: string; name: string | null; grants: HeldGrant[] };

/** Somebody's roles, by the exact address or by id; null without a confirmed account. For administrators alone. */
export async function findPersonRoles(who: { email: string } | { id: string }): Promise<PersonRoles | null> {
  if ("id" in who && !isUuid(who.id)) return null;
  const person = await db().person.findFirst({
    where: { ...who, emailConfirmedAt: { not: null }, disabledAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      grants: {
        where: { revokedAt: null },
        orderBy: { grantedAt: "asc" },
        select: {
          id: true,
          role: true,
          grantedAt: true,
          organisation: { select: { nameVi: true, nameEn: true, nameFr: true } },
        },
      },
    },
  });
  if (!person) return null;
  const { id, name, grants } = person;
  return {
    ...{ personId: id, email: person.email, name },
    grants: grants.map(({ organisation, ...grant }) => ({
      ...grant,
      organisation: organisation && { vi: organisation.nameVi, en: organisation.nameEn, fr: organisation.nameFr },
    })),
  };
}

/** How many people hold each role now; a role that nobody holds is not in it. One statement. */
export async function countHolders(): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ role: Role; people: number }>(
    "SELECT role, count(DISTINCT person_id)::int AS people FROM role_grant WHERE revoked_at IS NULL GROUP BY role",
  );
  return Object.fromEntries(rows.map(({ role, people }) => [role, people]));
}
