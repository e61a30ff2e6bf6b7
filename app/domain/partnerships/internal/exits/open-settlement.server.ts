import { pauseObligation, resumeObligation } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedPartnership } from "../locked.server.ts";
import { type InTheNameOf, postOf, writeStep } from "../public-step.server.ts";

/** Takes a settlement off the table, and the amendments that it would have put in force. */
export async function declineOpen(tx: Tx, settlementId: string, endReason: string, at: Date): Promise<void> {
  const ended = { state: "DECLINED", endedAt: at, endReason } as const;
  const amendments = await tx.amendment.findMany({ where: { settlementId }, select: { agreementId: true } });
  await tx.amendment.updateMany({ where: { settlementId, state: "PROPOSED" }, data: ended });
  await tx.agreement.updateMany({
    where: { id: { in: amendments.map(({ agreementId }) => agreementId) } },
    data: { state: "ACTIVE" },
  });
  await tx.exitSettlement.update({ where: { id: settlementId }, data: ended });
}

/** Whether an authority appraises an amendment of a settlement: meanwhile nobody signs, declines or withdraws. */
export async function isAppraised(tx: Tx, settlementId: string): Promise<boolean> {
  return (await appraisalsOf(tx, settlementId)).some(({ outcome }) => outcome === null);
}

/** The clocks of a settlement's signatures stand from the first appraisal of its amendments on. */
export async function pauseSettlement(tx: Tx, settlementId: string, by: InTheNameOf, at: Date): Promise<void> {
  if (await isAppraised(tx, settlementId)) return;
  const { exitId } = await tx.exitSettlement.findUniqueOrThrow({ where: { id: settlementId } });
  const hand = { role: postOf(by), organisationId: null, personId: by.actor.personId };
  await pauseObligation(tx, exitId, "EXIT_SETTLEMENT", { reason: "APPRAISAL", by: hand }, at);
}

/**
 * An appraisal of one of its amendments has ended. Once none of them is appraised any more, the clocks of the signatures
 * run on; and where one was not approved, the settlement falls as a whole, with the authority's reason.
 */
export async function resumeSettlement(
  tx: Tx,
  partnership: LockedPartnership,
  { settlementId, by, at }: { settlementId: string; by: InTheNameOf; at: Date },
): Promise<void> {
  const appraisals = await appraisalsOf(tx, settlementId);
  if (appraisals.some(({ outcome }) => outcome === null)) return;
  const { exit, number } = await tx.exitSettlement.findUniqueOrThrow({
    where: { id: settlementId },
    include: { exit: true },
  });
  await resumeObligation(tx, exit.id, "EXIT_SETTLEMENT", at);
  const refused = appraisals.find(({ outcome }) => outcome !== "APPROVED");
  if (!refused) return;
  const reason = refused.reason ?? "";
  await declineOpen(tx, settlementId, reason, at);
  const payload = { exit: exit.number, settlement: number, reason };
  await writeStep(tx, partnership, { kind: "exit.declined", by, isAuthority: true, payload, at });
}

/** What authorities said, or will say, of a settlement's amendments. */
function appraisalsOf(tx: Tx, settlementId: string) {
  return tx.$queryRaw<{ outcome: string | null; reason: string | null }[]>`
    SELECT w.outcome::text AS outcome, w.reason FROM amendment e
      JOIN appraisal w ON w.agreement_id = e.agreement_id AND w.amendment = e.number
    WHERE e.settlement_id = ${settlementId}::uuid ORDER BY w.decided_at`;
}
