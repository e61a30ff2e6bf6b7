import { db } from "#prisma/client.server.ts";

/** The code of the campaign in whose sample a subject was drawn; empty where there is none. */
export async function campaignOfUnit(unitId: string): Promise<string> {
  const unit = await db().sampleUnit.findFirst({
    where: { id: unitId, drawn: { not: null } },
    select: { sample: { select: { campaign: { select: { code: true } } } } },
  });
  return unit?.sample.campaign.code ?? "";
}
