import type { Tx } from "#prisma/client.server.ts";

/** Ends what somebody was to read of a campaign whose team they leave. */
export async function endAssignments(
  tx: Tx,
  { campaignId, personId, by }: { campaignId: string; personId: string; by: string },
  at: Date,
): Promise<void> {
  await tx.readingAssignment.updateMany({
    where: { personId, endedAt: null, unit: { sample: { campaignId } } },
    data: { endedAt: at, endedById: by, endReason: "LEFT_THE_TEAM" },
  });
}
