import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findStep } from "#app/domain/obligations/step.ts";
import { done, type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type LockedCampaign, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { closeRound, openRound, type RoundNotReady, whyNotOpen, whyNotOver } from "../internal/factual-round.server.ts";
import { recordFieldWork, whyNotSigned } from "../internal/field/record.server.ts";
import { frontPost, writeFrontStep } from "../internal/front-step.server.ts";
import { publishSignalsOf } from "../internal/opinion/signal.server.ts";
import { recordAssessments } from "../internal/publication/assessed.server.ts";
import { publishFound } from "../internal/publication/publish.server.ts";
import { readReportFacts } from "../internal/report/facts.server.ts";
import { type DrawnReport, drawReport, keepReport } from "../internal/report/print.server.ts";
import {
  closePublicRound,
  openPublicRound,
  type PublicNotReady,
  whyNotConsidered,
  whyNotLaidOpen,
} from "../internal/rounds/public-round.server.ts";
import { dropDrafts } from "../internal/together/drop-drafts.server.ts";
import { mayLead } from "../monitoring.policy.ts";
import type { ReportFacts } from "../report/report.ts";
import type { MoveInput } from "./campaign.schema.ts";
import { CAMPAIGN_STEPS, type CampaignState } from "./campaign.ts";

type NotReady =
  | "PLANNED_BY_YOU"
  | "NO_POPULATION"
  | "TEAM_TOO_SMALL"
  | "SAMPLE_NOT_DRAWN"
  | "APPROVED_LATER"
  | "SUBJECTS_NOT_SETTLED"
  | "VISITS_NOT_SIGNED"
  | RoundNotReady
  | PublicNotReady
  | "RECOMMENDATIONS_OPEN"
  | "REPORT_CHANGED";
type MoveRefusal = MonitorRefusal | NotReady;

/** Two people read every subject. */
const SMALLEST_TEAM = 2;

/** Drawings of one report: what changes while it is drawn makes it be drawn again, so many times at most. */
const MOST_DRAWINGS = 3;

/**
 * A lead moves a campaign one step along its table, the only way in which it moves; the approval names the presidium's
 * decision. From the approval on everybody reads it, and the plan stands. Its report is drawn before it is published, and again,
 * with every answer, before it is closed; the step keeps it where nothing it tells has changed meanwhile. Gives the new state.
 * Refuses: NOT_ALLOWED_FROM_STATE; to approve, PLANNED_BY_YOU, NO_POPULATION, TEAM_TOO_SMALL, APPROVED_LATER (the day of
 * the decision lies ahead); to begin the field work, SAMPLE_NOT_DRAWN; to end it, SUBJECTS_NOT_SETTLED, VISITS_NOT_SIGNED; to open the factual check, FINDINGS_NOT_SECONDED; to end
 * it and lay the draft open, FACTUAL_CHECK_RUNS, COMMENTS_NOT_ANSWERED, FINDINGS_NOT_SECONDED, PUBLIC_ROUND_NOT_PREPARED,
 * LAID_OPEN_NOT_CONFIRMED; to publish, PUBLIC_ROUND_RUNS, PUBLIC_COMMENTS_NOT_READ, PUBLIC_COMMENTS_NOT_ANSWERED; to close, RECOMMENDATIONS_OPEN; REPORT_CHANGED where others write faster than the report is drawn; and what `asMonitor` refuses.
 * Source: docs/domain.md, "Monitoring".
 */
export async function moveCampaign(
  actor: Actor,
  code: string,
  input: MoveInput,
  at = new Date(),
): Promise<Outcome<{ state: CampaignState }, MoveRefusal>> {
  const tried = { act: "campaign.move", code, leads: true } as const;
  const step = (report: DrawnReport | null) =>
    asMonitor<{ state: CampaignState }, MoveRefusal>(actor, tried, async (tx, campaign) => {
      const refused = await whyNotReady(tx, actor, campaign, input, at);
      return refused ?? takeStep(tx, { actor, campaign, input, report, at });
    });
  const edition = input.to === "PUBLISHED" ? 1 : input.to === "CLOSED" ? 2 : null;
  if (edition === null) return step(null);
  for (let drawing = 0; drawing < MOST_DRAWINGS; drawing += 1) {
    const facts = await asMonitor<ReportFacts, MoveRefusal>(actor, tried, async (tx, campaign) => {
      const refused = await whyNotReady(tx, actor, campaign, input, at);
      const found = refused ? null : await readReportFacts(tx, code);
      return refused ?? (found ? done(found) : refuse("NOT_FOUND"));
    });
    if (!facts.ok) return facts;
    const moved = await step(await drawReport(facts.value, edition, at));
    if (moved.ok || moved.code !== "REPORT_CHANGED") return moved;
  }
  return refuse("REPORT_CHANGED");
}

type Taken = { actor: Actor; campaign: LockedCampaign; input: MoveInput; report: DrawnReport | null; at: Date };

/** The step and everything that comes about with it. */
async function takeStep(
  tx: Tx,
  { actor, campaign, input, report, at }: Taken,
): Promise<Outcome<{ state: CampaignState }, MoveRefusal>> {
  const { to, note } = input;
  const { code } = campaign;
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
  if (to === "DRAFT_REPORT") await dropDrafts(tx, campaign.id);
  if (to === "FACTUAL_CHECK") await openRound(tx, campaign, at);
  if (to === "PUBLIC_COMMENT") {
    await closeRound(tx, campaign, at);
    await openPublicRound(tx, campaign, at);
  }
  if (to === "PUBLISHED") {
    await closePublicRound(tx, campaign, at);
    await recordFieldWork(tx, campaign, by, at);
    await recordAssessments(tx, campaign, by, at);
    await publishSignalsOf(tx, campaign.id, by, at);
    await publishFound(tx, campaign, by, at);
  }
  const refused = report && (await keepReport(tx, campaign, { report, by }));
  return refused ?? done({ state: to });
}

async function whyNotReady(
  tx: Tx,
  actor: Actor,
  campaign: LockedCampaign,
  { to, approvedOn }: MoveInput,
  at: Date,
): Promise<Refusal<NotReady | "NOT_ALLOWED_FROM_STATE"> | null> {
  const campaignId = campaign.id;
  const hands = mayLead(actor, campaign) ? (["MONITOR_LEAD"] as const) : [];
  if (!findStep(CAMPAIGN_STEPS, campaign.state, to, hands).ok) return refuse("NOT_ALLOWED_FROM_STATE");
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
    return whyNotSigned(tx, campaignId);
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
