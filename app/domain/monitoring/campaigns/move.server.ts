import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findStep } from "#app/domain/obligations/step.ts";
import { done, type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type LockedCampaign, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { closeRound, openRound, type RoundNotReady, whyNotOpen, whyNotOver } from "../internal/factual-round.server.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import {
  closePublicRound,
  openPublicRound,
  type PublicNotReady,
  whyNotConsidered,
  whyNotLaidOpen,
} from "../internal/public-round.server.ts";
import { publishFound } from "../internal/publication/publish.server.ts";
import { printReport } from "../internal/report/print.server.ts";
import { mayLead } from "../monitoring.policy.ts";
import type { MoveInput } from "./campaign.schema.ts";
import { CAMPAIGN_STEPS, type CampaignState } from "./campaign.ts";

type NotReady =
  | "PLANNED_BY_YOU"
  | "NO_POPULATION"
  | "TEAM_TOO_SMALL"
  | "SAMPLE_NOT_DRAWN"
  | "APPROVED_LATER"
  | "SUBJECTS_NOT_SETTLED"
  | RoundNotReady
  | PublicNotReady
  | "RECOMMENDATIONS_OPEN";
type MoveRefusal = MonitorRefusal | NotReady;

/** How long the printing of a report may take: one of 300 subjects takes seconds in each language. */
const PRINTING_MS = 180_000;

/** Two people read every subject. */
const SMALLEST_TEAM = 2;

/**
 * A lead moves a campaign one step along its table, the only way in which it moves; the approval names the presidium's
 * decision. From the approval on everybody reads it, and the plan stands. Its report is printed as it is published, and again,
 * with every answer, as it is closed. Gives the new state.
 * Refuses: NOT_ALLOWED_FROM_STATE; to approve, PLANNED_BY_YOU, NO_POPULATION, TEAM_TOO_SMALL, APPROVED_LATER (the day of
 * the decision lies ahead); to begin the field work, SAMPLE_NOT_DRAWN; to end it, SUBJECTS_NOT_SETTLED; to open the factual check, FINDINGS_NOT_SECONDED; to end
 * it and lay the draft open, FACTUAL_CHECK_RUNS, COMMENTS_NOT_ANSWERED, FINDINGS_NOT_SECONDED, PUBLIC_ROUND_NOT_PREPARED,
 * LAID_OPEN_NOT_CONFIRMED; to publish, PUBLIC_ROUND_RUNS, PUBLIC_COMMENTS_NOT_READ, PUBLIC_COMMENTS_NOT_ANSWERED; to close, RECOMMENDATIONS_OPEN; and what `asMonitor` refuses.
 * Source: docs/domain.md, "Monitoring".
 */
export async function moveCampaign(
  actor: Actor,
  code: string,
  input: MoveInput,
  at = new Date(),
): Promise<Outcome<{ state: CampaignState }, MoveRefusal>> {
  const prints = input.to === "PUBLISHED" || input.to === "CLOSED";
  const tried = { act: "campaign.move", code, leads: true, ...(prints ? { lastsMs: PRINTING_MS } : {}) } as const;
  return asMonitor<{ state: CampaignState }, MoveRefusal>(actor, tried, async (tx, campaign) => {
    const { to, note } = input;
    const hands = mayLead(actor, campaign) ? (["MONITOR_LEAD"] as const) : [];
    if (!findStep(CAMPAIGN_STEPS, campaign.state, to, hands).ok) return refuse("NOT_ALLOWED_FROM_STATE");
    const notReady = await whyNotReady(tx, actor, campaign, input, at);
    if (notReady) return notReady;
    if (to === "APPROVED" && input.approvedOn !== null)
      await tx.monitoringCampaign.update({
        where: { id: campaign.id },
        data: { approvalNumber: input.approvalNumber, approvedOn: new Date(`${input.approvedOn}T00:00:00Z`) },
      });
    await tx.campaignStep.create({
      data: {
        ...{ campaignId: campaign.id, fromState: campaign.state, toState: to, note, byId: actor.personId },
        ...{ post: frontPost(actor, campaign.ownerOrganisationId), at },
      },
    });
    const publishedAt = to === "PUBLISHED" ? { publishedAt: at } : {};
    await tx.monitoringCampaign.update({
      where: { id: campaign.id },
      data: { state: to, updatedAt: at, ...publishedAt },
    });
    const payload = { state: to, ...(to === "APPROVED" ? await planOnRecord(tx, campaign, input) : {}) };
    const by = { actor, ownerOrganisationId: campaign.ownerOrganisationId };
    const subject = { type: "CAMPAIGN", code } as const;
    await writeFrontStep(tx, { kind: `campaign.${to.toLowerCase().replace("_", "-")}`, subject, by, payload }, at);
    if (to === "FACTUAL_CHECK") await openRound(tx, campaign, at);
    if (to === "PUBLIC_COMMENT") {
      await closeRound(tx, campaign, at);
      await openPublicRound(tx, campaign, at);
    }
    if (to === "PUBLISHED") {
      await closePublicRound(tx, campaign, at);
      await publishFound(tx, campaign, by, at);
    }
    if (prints) await printReport(tx, campaign, { edition: to === "PUBLISHED" ? 1 : 2, by }, at);
    return done({ state: to });
  });
}

async function whyNotReady(
  tx: Tx,
  actor: Actor,
  campaign: LockedCampaign,
  { to, approvedOn }: MoveInput,
  at: Date,
): Promise<Refusal<NotReady> | null> {
  const campaignId = campaign.id;
  if (to === "APPROVED") {
    if (campaign.createdById === actor.personId) return refuse("PLANNED_BY_YOU");
    if (approvedOn !== null && approvedOn > dayInVietnam(at)) return refuse("APPROVED_LATER", { field: "approvedOn" });
    if ((await tx.campaignSample.count({ where: { campaignId } })) === 0) return refuse("NO_POPULATION");
    const team = await tx.campaignMember.count({ where: { campaignId, leftAt: null } });
    if (team < SMALLEST_TEAM) return refuse("TEAM_TOO_SMALL", { params: { least: SMALLEST_TEAM } });
  }
  if (to === "FIELDWORK" && (await tx.campaignSample.count({ where: { campaignId, drawnAt: null } })) > 0)
    return refuse("SAMPLE_NOT_DRAWN");
  if (to === "DRAFT_REPORT") {
    const unsettled = await tx.sampleUnit.count({
      where: {
        drawn: { not: null },
        sample: { campaignId },
        OR: [{ assessment: null }, { assessment: { settledAt: null } }],
      },
    });
    if (unsettled > 0) return refuse("SUBJECTS_NOT_SETTLED", { params: { count: unsettled } });
  }
  if (to === "FACTUAL_CHECK") return whyNotOpen(tx, campaignId);
  if (to === "PUBLIC_COMMENT") return (await whyNotOver(tx, campaignId, at)) ?? whyNotLaidOpen(tx, campaignId);
  if (to === "PUBLISHED") return whyNotConsidered(tx, campaignId, at);
  if (to === "CLOSED") {
    const open = await tx.recommendation.count({
      where: { finding: { campaignId, state: "PUBLISHED" }, status: { in: ["OPEN", "OPEN_PARTIALLY_ADDRESSED"] } },
    });
    if (open > 0) return refuse("RECOMMENDATIONS_OPEN", { params: { count: open } });
  }
  return null;
}

/** What the record keeps of a plan: the question, the decision, and each frozen population with its hash. */
async function planOnRecord(tx: Tx, campaign: LockedCampaign, { approvalNumber, approvedOn }: MoveInput) {
  const samples = await tx.campaignSample.findMany({
    where: { campaignId: campaign.id },
    orderBy: { number: "asc" },
    select: { number: true, subjectType: true, populationSize: true, populationSha256: true },
  });
  const bodies = await tx.$queryRaw<{ code: string }[]>`
    SELECT o.scheme || '-' || o.identifier AS code FROM campaign_body b JOIN organisation o ON o.id = b.organisation_id
    WHERE b.campaign_id = ${campaign.id}::uuid AND b.accepted ORDER BY code`;
  const others = bodies.length === 0 ? {} : { bodies: bodies.map(({ code }) => code) };
  return { title: campaign.title, approvalNumber, approvedOn, populations: samples, ...others };
}
