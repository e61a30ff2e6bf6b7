import type { Role } from "#app/domain/accounts/actor.ts";
import type { ObligationKind } from "#app/domain/obligations/obligation.ts";
import type { Creditor } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import { decidingRole } from "../initiative.policy.ts";
import type { Track } from "../initiative.ts";
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

/**
 * To whom the next act is owed: the proposer waits for the check and the decision, intake for what it asked for, and
 * whoever decides on the track for the council's work. Source: docs/domain.md, "Clocks and working days".
 */
export async function creditorFor(
  tx: Tx,
  initiative: LockedInitiative,
  kind: ObligationKind,
  track: Track,
): Promise<Creditor> {
  switch (kind) {
    case "INTAKE_CHECK":
    case "DECISION":
    case "APPEAL_REVIEW":
      return { role: "PROPOSER", personId: initiative.proposerId };
    case "COMPLETION":
      return debtorFor(tx, initiative, "INTAKE");
    case "COUNCIL_SET_UP":
    case "EVALUATION":
      return debtorFor(tx, initiative, decidingRole(track));
    case "STEERING_SUBMISSION":
      return debtorFor(tx, initiative, "STEERING");
    default:
      return { role: "PUBLIC" };
  }
}

/** The council that hears an appeal: one that had no part yet, else the one that has held the role longest. */
export async function freshChairFor(tx: Tx, initiative: LockedInitiative): Promise<Debtor> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id::text AS id
    FROM organisation o JOIN role_grant g ON g.organisation_id = o.id AND g.revoked_at IS NULL AND g.role = 'CHAIR'
    GROUP BY o.id
    ORDER BY EXISTS (
        SELECT 1 FROM obligation b WHERE b.subject_id = ${initiative.id}::uuid AND b.debtor_organisation_id = o.id
      ), min(g.granted_at), o.id
    LIMIT 1`;
  return { organisationId: rows[0]?.id ?? null, role: "CHAIR" };
}
