import { openObligation } from "#app/domain/obligations/write.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import { gapOf, mustExplain } from "../../assessments/assessment.ts";
import type { LockedCampaign } from "../as-monitor.server.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";
import { serve } from "./serve.server.ts";

/**
 * What the publication of a campaign brings about at the same moment: every confirmed finding is public, its addressees owe
 * their answers and what is recommended, and every gap of two levels or more is to be explained.
 */
export async function publishFound(tx: Tx, campaign: LockedCampaign, by: FrontHand, at: Date): Promise<void> {
  const findings = await tx.finding.findMany({
    where: { campaignId: campaign.id, state: "CONFIRMED" },
    orderBy: { code: "asc" },
    select: {
      ...{
        id: true,
        code: true,
        title: true,
        criteria: true,
        condition: true,
        cause: true,
        effect: true,
        severity: true,
      },
      checks: {
        orderBy: { organisationId: "asc" },
        select: {
          organisationId: true,
          comment: {
            select: {
              correct: true,
              text: true,
              post: true,
              answer: { select: { accepted: true, reason: true, post: true } },
            },
          },
        },
      },
      recommendations: {
        orderBy: { code: "asc" },
        select: { id: true, code: true, text: true, addresseeId: true, dueOn: true, criticality: true, priority: true },
      },
    },
  });
  for (const { id, code, recommendations, checks, ...content } of findings) {
    await tx.finding.update({ where: { id }, data: { state: "PUBLISHED", publishedAt: at } });
    const subject = { type: "FINDING", code } as const;
    const payload = {
      campaign: campaign.code,
      ...content,
      checks,
      recommendations: recommendations.map((one) => one.code),
    };
    await writeFrontStep(tx, { kind: "finding.published", subject, by, payload }, at);
    await enqueue(tx, { topic: "search", payload: { type: "finding", id } });
    for (const recommendation of recommendations) {
      const { title: findingTitle } = content;
      await serve(tx, { finding: code, findingTitle, ...recommendation }, by, at);
    }
  }
  await openExplanations(tx, campaign, by, at);
}

async function openExplanations(tx: Tx, campaign: LockedCampaign, by: FrontHand, at: Date) {
  const assessed = await tx.assessment.findMany({
    where: { settledAt: { not: null }, unit: { sample: { campaignId: campaign.id } } },
    select: { selfCompletion: true, completion: true, unit: { select: { id: true, bodyIds: true } } },
  });
  for (const { selfCompletion, completion, unit } of assessed) {
    const [organisationId] = unit.bodyIds;
    if (!organisationId || !mustExplain(gapOf(selfCompletion, completion))) continue;
    await openObligation(
      tx,
      {
        subject: { type: "CAMPAIGN", id: unit.id, code: campaign.code },
        kind: "GAP_EXPLANATION",
        debtor: { organisationId, role: "PARTY_REP" },
        creditor: { organisationId: by.ownerOrganisationId, role: "MONITOR" },
        parameter: "monitoring.explanation.working-days",
      },
      at,
    );
  }
}
