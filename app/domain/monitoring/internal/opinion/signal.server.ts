import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayMonitor } from "../../monitoring.policy.ts";
import type { Figure } from "../../opinion/opinion.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";
import { noteRefusedTry } from "../refused-try.server.ts";

export type FrontRefusal = "NOT_FOUND" | "NOT_A_MONITOR" | "NOT_THE_MONITORING_LEAD";

/** Runs an act of the Front outside a campaign in one transaction; whoever is kept out leaves a security event. */
export async function asFront<Value, Code extends string>(
  actor: Actor,
  tried: { act: string; code: string },
  work: (tx: Tx) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | FrontRefusal>> {
  const outcome = mayMonitor(actor) ? await inTransaction<Value, Code>(work) : refuse("NOT_A_MONITOR");
  if (!outcome.ok) await noteRefusedTry(actor, tried, outcome.code);
  return outcome;
}

type LockedSignal = {
  id: string;
  code: string;
  ownerOrganisationId: string;
  campaignId: string | null;
  campaignPublishedAt: Date | null;
  releasedAt: Date | null;
  publishedAt: Date | null;
};

/** Locks a signal until the transaction ends, and its campaign against a step; null where there is none. */
export async function lockSignal(tx: Tx, code: string): Promise<LockedSignal | null> {
  await tx.$queryRaw`SELECT 1 FROM monitoring_campaign c JOIN opinion_signal o ON o.campaign_id = c.id WHERE o.code = ${code} FOR SHARE OF c`;
  const rows = await tx.$queryRaw<LockedSignal[]>`
    SELECT o.id::text, o.code, o.owner_organisation_id::text AS "ownerOrganisationId", o.campaign_id::text AS "campaignId",
      (SELECT c.published_at FROM monitoring_campaign c WHERE c.id = o.campaign_id) AS "campaignPublishedAt",
      o.released_at AS "releasedAt", o.published_at AS "publishedAt"
    FROM opinion_signal o WHERE o.code = ${code} FOR UPDATE OF o`;
  return rows[0] ?? null;
}

/** Makes a released signal public, with all that it says on the record. */
export async function publishSignal(tx: Tx, id: string, by: FrontHand, at: Date): Promise<void> {
  const { code, title, channel, method, question, n, several, figures, fromOn, toOn, source, subjectCode, campaignId } =
    await tx.opinionSignal.update({ where: { id }, data: { publishedAt: at } });
  const campaign =
    campaignId && (await tx.monitoringCampaign.findUnique({ where: { id: campaignId }, select: { code: true } }));
  const payload = {
    ...{ title, channel, method, question, n, several, source, figures: readFigures(figures) },
    ...{ from: fromOn.toISOString().slice(0, 10), to: toOn.toISOString().slice(0, 10) },
    ...{ subject: subjectCode, campaign: campaign ? campaign.code : null },
  };
  await writeFrontStep(tx, { kind: "opinion.published", subject: { type: "OPINION", code }, by, payload }, at);
}

/** With a campaign every signal of it that a lead let go becomes public. */
export async function publishSignalsOf(tx: Tx, campaignId: string, by: FrontHand, at: Date): Promise<void> {
  const where = { campaignId, releasedAt: { not: null }, publishedAt: null };
  const released = await tx.opinionSignal.findMany({ where, orderBy: { code: "asc" }, select: { id: true } });
  for (const { id } of released) await publishSignal(tx, id, by, at);
}

function readFigures(figures: unknown): Figure[] {
  if (!Array.isArray(figures)) return [];
  return figures.map((one: { label: string; count: number }) => ({ label: one.label, count: one.count }));
}
