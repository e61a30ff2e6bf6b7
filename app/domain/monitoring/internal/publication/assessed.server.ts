import type { Tx } from "#prisma/client.server.ts";
import type { LockedCampaign } from "../as-monitor.server.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";

/**
 * Puts every settled assessment of a campaign on the record as it is published: what the body reports of itself, the codes, and
 * both readings with their reasons, evidence and answers, so that nobody can change them unseen. Who read is on no record.
 */
export async function recordAssessments(tx: Tx, campaign: LockedCampaign, by: FrontHand, at: Date): Promise<void> {
  const codes = { verifiable: true, potential: true, completion: true, earlyResults: true } as const;
  const assessed = await tx.assessment.findMany({
    where: { settledAt: { not: null }, unit: { sample: { campaignId: campaign.id } } },
    orderBy: [{ unit: { sample: { number: "asc" } } }, { unit: { drawn: "asc" } }],
    select: {
      ...{ unitId: true, ...codes, resolution: true, language: true },
      ...{ selfCompletion: true, selfReport: true, selfSource: true, selfReportedOn: true },
      unit: { select: { key: true, sample: { select: { subjectType: true } } } },
      readings: {
        orderBy: { place: "asc" },
        select: { place: true, ...codes, rationale: true, evidence: true, answers: true, language: true },
      },
    },
  });
  const subject = { type: "CAMPAIGN", code: campaign.code } as const;
  for (const { unitId, unit, selfReportedOn, ...said } of assessed) {
    const payload = {
      ...{ about: unit.key, subjectType: unit.sample.subjectType, ...said },
      selfReportedOn: selfReportedOn?.toISOString().slice(0, 10) ?? null,
    };
    const entryId = await writeFrontStep(tx, { kind: "assessment.published", subject, by, payload }, at);
    await tx.assessment.update({ where: { unitId }, data: { entryId } });
  }
}
