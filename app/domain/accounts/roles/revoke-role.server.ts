import type { Actor } from "#app/domain/accounts/actor.ts";
import { mayGrantRoles } from "#app/domain/accounts/roles/role.policy.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/**
 * An administrator takes a role away; from the next request on it is not held. The grant stays in the table with its
 * end. Refuses: NOT_ALLOWED; GRANT_UNKNOWN (none, or revoked already); LAST_ADMIN (somebody must be able to give roles).
 */
export async function revokeRole(
  actor: Actor,
  grantId: string,
  at = new Date(),
): Promise<Outcome<null, "NOT_ALLOWED" | "GRANT_UNKNOWN" | "LAST_ADMIN">> {
  if (!mayGrantRoles(actor)) return refuse("NOT_ALLOWED");
  if (!isUuid(grantId)) return refuse("GRANT_UNKNOWN");
  return inTransaction(async (tx) => {
    // Two administrators who revoke each other at once wait for one another here.
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM role_grant WHERE role = 'ADMIN' AND revoked_at IS NULL ORDER BY id FOR UPDATE`;
    const grant = await tx.roleGrant.findFirst({
      where: { id: grantId, revokedAt: null },
      select: { role: true, organisation: { select: { scheme: true, identifier: true } } },
    });
    if (!grant) return refuse("GRANT_UNKNOWN");
    if (grant.role === "ADMIN" && admins.every((admin) => admin.id === grantId)) return refuse("LAST_ADMIN");
    const revoked = await tx.roleGrant.updateMany({ where: { id: grantId, revokedAt: null }, data: { revokedAt: at } });
    if (revoked.count === 0) return refuse("GRANT_UNKNOWN");
    const { role, organisation } = grant;
    await appendEntry(
      tx,
      {
        kind: "ROLE_REVOKED",
        subject: { type: "PERSON_ROLE", code: grantId },
        actor: { organisationId: null, post: "ADMIN" },
        payload: { role, organisation: organisation && `${organisation.scheme}-${organisation.identifier}` },
      },
      at,
    );
    return done(null);
  });
}
