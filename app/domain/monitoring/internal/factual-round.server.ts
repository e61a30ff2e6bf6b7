import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedCampaign } from "./as-monitor.server.ts";

export type RoundNotReady = "FINDINGS_NOT_SECONDED" | "FACTUAL_CHECK_RUNS" | "COMMENTS_NOT_ANSWERED";

/** Why the factual check cannot open: two read every finding before a body reads it. */
export async function whyNotOpen(tx: Tx, campaignId: string): Promise<Refusal<RoundNotReady> | null> {
  const count = await tx.finding.count({ where: { campaignId, state: "DRAFT" } });
  return count > 0 ? refuse("FINDINGS_NOT_SECONDED", { params: { count } }) : null;
}

/** Why it cannot end: a body has time left, an objection waits for an answer, or a corrected text for its second reader. */
export async function whyNotOver(tx: Tx, campaignId: string, at: Date): Promise<Refusal<RoundNotReady> | null> {
  const finding = { campaignId };
  const today = new Date(`${dayInVietnam(at)}T00:00:00Z`);
  const running = await tx.factualCheck.count({ where: { finding, comment: null, dueOn: { gte: today } } });
  if (running > 0) return refuse("FACTUAL_CHECK_RUNS", { params: { count: running } });
  const open = await tx.factualComment.count({ where: { correct: false, answer: null, check: { finding } } });
  if (open > 0) return refuse("COMMENTS_NOT_ANSWERED", { params: { count: open } });
  return whyNotOpen(tx, campaignId);
}

/** Asks every body that a finding is about, with one clock a body: the same last day for all of its findings. */
export async function openRound(tx: Tx, campaign: LockedCampaign, at: Date): Promise<void> {
  const asked = await tx.$queryRaw<{ findingId: string; organisationId: string }[]>`
    SELECT f.id::text AS "findingId", b::text AS "organisationId"
    FROM finding f CROSS JOIN LATERAL bodies_of_finding(f.id) b WHERE f.campaign_id = ${campaign.id}::uuid ORDER BY b, f.code`;
  const dueOn = new Map<string, string>();
  for (const organisationId of new Set(asked.map((one) => one.organisationId)))
    dueOn.set(
      organisationId,
      await openObligation(
        tx,
        {
          subject: { type: "CAMPAIGN", id: campaign.id, code: campaign.code },
          kind: "FACTUAL_CHECK",
          debtor: { organisationId, role: "PARTY_REP" },
          creditor: { organisationId: campaign.ownerOrganisationId, role: "MONITOR" },
          parameter: "monitoring.factual-check.working-days",
        },
        at,
      ),
    );
  await tx.factualCheck.createMany({
    data: asked.map((one) => ({ ...one, dueOn: new Date(`${dueOn.get(one.organisationId)}T00:00:00Z`) })),
  });
}

/** Who did not comment in time owes nothing more. */
export async function closeRound(tx: Tx, campaign: LockedCampaign, at: Date): Promise<void> {
  await voidObligationsOf(tx, campaign.id, "FACTUAL_CHECK", at);
}
