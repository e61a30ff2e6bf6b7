import { goesWith } from "#app/domain/accounts/roles/role.policy.ts";
import { writeGrant } from "#app/domain/accounts/roles/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/**
 * Whoever runs the portal makes somebody with an account an administrator, at the command line.
 * Refuses: PERSON_UNKNOWN; ROLES_APART; ALREADY_HELD.
 */
export async function makeAdministrator(
  email: string,
  at = new Date(),
): Promise<Outcome<null, "PERSON_UNKNOWN" | "ROLES_APART" | "ALREADY_HELD">> {
  return inTransaction(async (tx) => {
    const person = await tx.person.findFirst({
      where: { email, emailConfirmedAt: { not: null }, disabledAt: null },
      select: { id: true, grants: { where: { revokedAt: null }, select: { role: true } } },
    });
    if (!person) return refuse("PERSON_UNKNOWN");
    const held = person.grants.map((grant) => grant.role);
    if (held.includes("ADMIN")) return refuse("ALREADY_HELD");
    if (!goesWith(held, "ADMIN")) return refuse("ROLES_APART");
    const grant = {
      personId: person.id,
      role: "ADMIN",
      organisation: null,
      grantedById: null,
      post: "OPERATOR",
    } as const;
    await writeGrant(tx, grant, at);
    await tx.session.deleteMany({ where: { personId: person.id } });
    return done(null);
  });
}
