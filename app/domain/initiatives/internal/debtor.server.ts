import type { Role } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedInitiative } from "./locked.server.ts";

export type Debtor = { organisationId: string | null; personId?: string; role: Role | "PROPOSER" };

/**
 * Who owes the next act. The proposer owes as a person. A role is owed by the body that already worked on this
 * initiative, else by one of its province, else by the one that has held the role longest; by none where nobody holds
 * the role yet, and then the clock runs all the same.
 */
export async function debtorFor(tx: Tx, initiative: LockedInitiative, role: Role | "PROPOSER"): Promise<Debtor> {
  if (role === "PROPOSER") return { organisationId: null, personId: initiative.proposerId, role };
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id::text AS id
    FROM organisation o JOIN role_grant g ON g.organisation_id = o.id AND g.revoked_at IS NULL AND g.role = ${role}::"Role"
    GROUP BY o.id
    ORDER BY EXISTS (
        SELECT 1 FROM obligation b WHERE b.subject_id = ${initiative.id}::uuid AND b.debtor_organisation_id = o.id
      ) DESC,
      coalesce(o.province_code = ${initiative.provinceCode}, false) DESC, min(g.granted_at), o.id
    LIMIT 1`;
  return { organisationId: rows[0]?.id ?? null, role };
}
