import type { ObligationKind } from "#app/domain/obligations/obligation.ts";
import type { Tx } from "#prisma/client.server.ts";

/**
 * The body that owes a verification, a review or the check of a report: one with a result officer, never the host; the one
 * with the fewest open clocks of that kind, then the one that has held the role longest. None where nobody holds the role
 * yet; the clock runs all the same.
 */
export async function officersBody(
  tx: Tx,
  result: { hostOrganisationId: string },
  kind: ObligationKind,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT g.organisation_id::text AS id
    FROM role_grant g
    WHERE g.role = 'RESULT_OFFICER' AND g.revoked_at IS NULL AND g.organisation_id <> ${result.hostOrganisationId}::uuid
    GROUP BY g.organisation_id
    ORDER BY (SELECT count(*) FROM obligation o WHERE o.debtor_organisation_id = g.organisation_id
        AND o.kind = ${kind} AND o.done_at IS NULL AND o.voided_at IS NULL),
      min(g.granted_at), g.organisation_id
    LIMIT 1`;
  return rows[0]?.id ?? null;
}
