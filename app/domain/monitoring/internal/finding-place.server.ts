import { db } from "#prisma/client.server.ts";

/** The code of the campaign of a finding; empty where there is none. */
export async function campaignOfFinding(code: string): Promise<string> {
  const found = await db().finding.findUnique({ where: { code }, select: { campaign: { select: { code: true } } } });
  return found?.campaign.code ?? "";
}

/** The same of a recommendation. */
export async function campaignOfRecommendation(code: string): Promise<string> {
  const found = await db().recommendation.findUnique({
    where: { code },
    select: { finding: { select: { campaign: { select: { code: true } } } } },
  });
  return found?.finding.campaign.code ?? "";
}
