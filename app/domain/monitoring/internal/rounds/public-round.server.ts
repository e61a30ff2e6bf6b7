import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { firstDueOn } from "#app/domain/obligations/obligation.ts";
import { closeObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedCampaign } from "../as-monitor.server.ts";

export type PublicNotReady =
  | "PUBLIC_ROUND_NOT_PREPARED"
  | "LAID_OPEN_NOT_CONFIRMED"
  | "PUBLIC_ROUND_RUNS"
  | "PUBLIC_COMMENTS_NOT_READ"
  | "PUBLIC_COMMENTS_NOT_ANSWERED";

/** Why the public comment cannot open: nothing is prepared, or what shall be laid open is not confirmed. */
export async function whyNotLaidOpen(tx: Tx, campaignId: string): Promise<Refusal<PublicNotReady> | null> {
  const round = await tx.publicRound.findUnique({ where: { campaignId }, select: { laidOpen: true } });
  if (!round) return refuse("PUBLIC_ROUND_NOT_PREPARED");
  const count = await tx.finding.count({ where: { id: { in: round.laidOpen }, state: { not: "CONFIRMED" } } });
  return count > 0 ? refuse("LAID_OPEN_NOT_CONFIRMED", { params: { count } }) : null;
}

/** Why the campaign cannot be published: the last day is not over, a comment waits for its reader, or a kept one for its answer. */
export async function whyNotConsidered(tx: Tx, campaignId: string, at: Date): Promise<Refusal<PublicNotReady> | null> {
  const [said] = await tx.$queryRaw<{ dueOn: string | null; waiting: number; open: number }[]>`
    SELECT r.due_on::text AS "dueOn", count(*) FILTER (WHERE m.keeps IS NULL AND m.id IS NOT NULL)::int AS waiting,
      count(*) FILTER (WHERE m.keeps AND NOT m.answered)::int AS open
    FROM public_round r LEFT JOIN LATERAL (
      SELECT p.id, public_comment_kept(p.id) AS keeps, EXISTS (SELECT FROM public_comment_answer a WHERE a.comment_id = p.id) AS answered
      FROM public_comment p WHERE p.campaign_id = r.campaign_id) m ON true
    WHERE r.campaign_id = ${campaignId}::uuid GROUP BY r.due_on`;
  if (!said) return null;
  const { dueOn, waiting, open } = said;
  if (dueOn !== null && dueOn >= dayInVietnam(at)) return refuse("PUBLIC_ROUND_RUNS", { params: { date: dueOn } });
  if (waiting > 0) return refuse("PUBLIC_COMMENTS_NOT_READ", { params: { count: waiting } });
  return open > 0 ? refuse("PUBLIC_COMMENTS_NOT_ANSWERED", { params: { count: open } }) : null;
}

/** Lays the draft open until its last day; from then on the Front owes everybody the answers and the report. */
export async function openPublicRound(tx: Tx, campaign: LockedCampaign, at: Date): Promise<void> {
  await openObligation(
    tx,
    {
      subject: { type: "CAMPAIGN", id: campaign.id, code: campaign.code },
      kind: "PUBLIC_ANSWER",
      debtor: { organisationId: campaign.ownerOrganisationId, role: "MONITOR_LEAD" },
      parameter: "monitoring.public-answer.working-days",
    },
    at,
  );
  const today = dayInVietnam(at);
  const workingDays = Number(await parameterOn("monitoring.public-comment.working-days", today, tx));
  const dueOn = firstDueOn(today, workingDays, await loadCalendar(tx));
  await tx.publicRound.update({
    where: { campaignId: campaign.id },
    data: { openedAt: at, dueOn: new Date(`${dueOn}T00:00:00Z`) },
  });
}

/** With the publication the Front has answered. */
export async function closePublicRound(tx: Tx, campaign: LockedCampaign, at: Date): Promise<void> {
  await closeObligation(tx, campaign.id, "PUBLIC_ANSWER", "ANSWERED", at);
}
