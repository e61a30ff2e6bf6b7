import type { Tx } from "#prisma/client.server.ts";

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
