import type { Tx } from "#prisma/client.server.ts";
import { pool } from "#prisma/client.server.ts";

/** The code of the campaign of a visit or of an interview; empty where there is none. */
export async function campaignOfField(code: string): Promise<string> {
  const { rows } = await pool().query<{ code: string }>(
    `SELECT c.code FROM monitoring_campaign c WHERE c.id IN (
       SELECT v.campaign_id FROM field_visit v WHERE v.code = $1 UNION ALL SELECT i.campaign_id FROM interview i WHERE i.code = $1)`,
    [code],
  );
  return rows[0]?.code ?? "";
}

/** Whether a subject is drawn in a campaign. */
export async function isDrawn(tx: Tx, campaignId: string, unitId: string): Promise<boolean> {
  return (await tx.sampleUnit.count({ where: { id: unitId, drawn: { not: null }, sample: { campaignId } } })) === 1;
}
