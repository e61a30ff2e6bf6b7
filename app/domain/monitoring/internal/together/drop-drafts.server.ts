import type { Tx } from "#prisma/client.server.ts";

/** Drops what was typed of readings that nobody will hand in any more: the field work is over. */
export async function dropDrafts(tx: Tx, campaignId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM reading_draft d USING sample_unit u JOIN campaign_sample s ON s.id = u.sample_id
    WHERE u.id = d.unit_id AND s.campaign_id = ${campaignId}::uuid`;
}
