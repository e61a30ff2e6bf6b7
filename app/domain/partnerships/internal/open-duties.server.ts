import type { ObligationKind } from "#app/domain/obligations/obligation.ts";
import type { Tx } from "#prisma/client.server.ts";

/** What settles the money of a partnership, or what came of its losses: owed whatever becomes of it. */
const SETTLES = [
  "CAPITAL_CALL",
  "CAPITAL_CONFIRMATION",
  "COMMITMENT_RELEASE",
  "TRANCHE",
  "DISTRIBUTION_APPROVAL",
  "EXIT_PAYMENT",
  "RISK_ACCEPTANCE",
] satisfies ObligationKind[];

/** Nobody owes work, its verification or a signature in a partnership that ended; what settles its money stays owed. */
export async function voidOpenDuties(tx: Tx, code: string, at: Date): Promise<void> {
  await tx.obligation.updateMany({
    where: { subjectType: "PARTNERSHIP", subjectCode: code, kind: { notIn: SETTLES }, doneAt: null, voidedAt: null },
    data: { voidedAt: at },
  });
}
