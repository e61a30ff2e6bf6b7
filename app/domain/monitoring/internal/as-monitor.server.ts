import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { type Outcome, type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { CampaignState, MonitoredType } from "../campaigns/campaign.ts";
import { mayLead, mayMonitor, mayWork } from "../monitoring.policy.ts";
import { noteRefusedTry } from "./refused-try.server.ts";

/** What a command needs to know of a campaign while nobody else can change it. */
export type LockedCampaign = {
  id: string;
  code: string;
  state: CampaignState;
  ownerOrganisationId: string;
  /** every body of the Front that works in it, its own too */
  partnerIds: string[];
  createdById: string;
  subjectTypes: MonitoredType[];
  title: Record<string, string>;
};

export type MonitorRefusal =
  | "NOT_FOUND"
  | "NOT_A_MONITOR"
  | "NOT_THE_MONITORING_LEAD"
  | "MONITOR_NOT_INDEPENDENT"
  | "NOT_ON_THE_TEAM"
  | "NOT_ALLOWED_FROM_STATE";

/**
 * What is tried (it names the security event of a refused try), on which campaign, and in which of its states it is
 * possible.
 */
export type Tried = {
  act: string;
  code: string;
  leads?: true;
  team?: true;
  from?: readonly CampaignState[];
};

/** Locks the row until the transaction ends; null when there is no such campaign. */
async function lockCampaign(tx: Tx, code: string): Promise<LockedCampaign | null> {
  const rows = await tx.$queryRaw<LockedCampaign[]>`
    SELECT c.id::text, c.code, c.state::text AS state, c.owner_organisation_id::text AS "ownerOrganisationId",
      front_of(c.id)::text[] AS "partnerIds", c.created_by_id::text AS "createdById", c.subject_types::text[] AS "subjectTypes", c.title
    FROM monitoring_campaign c WHERE c.code = ${code} FOR UPDATE`;
  return rows[0] ?? null;
}

/**
 * Runs an act of the Front on a locked campaign, in one transaction. Refuses NOT_A_MONITOR to whoever holds no role of
 * a body that works in it, NOT_THE_MONITORING_LEAD where a lead must act, NOT_ON_THE_TEAM where one of the team must, MONITOR_NOT_INDEPENDENT (it names the body) to whoever belongs to a
 * monitored body or did in three years, NOT_FOUND, NOT_ALLOWED_FROM_STATE. Whoever is kept out leaves a
 * security event. Source: docs/domain.md, "Monitoring".
 */
export async function asMonitor<Value, Code extends string>(
  actor: Actor,
  tried: Tried,
  work: (tx: Tx, campaign: LockedCampaign) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | MonitorRefusal>> {
  const outcome = mayMonitor(actor)
    ? await inTransaction<Value, Code | MonitorRefusal>(async (tx) => {
        const campaign = await lockCampaign(tx, tried.code);
        if (!campaign) return refuse("NOT_FOUND");
        return (await whyNot(tx, actor, campaign, tried)) ?? work(tx, campaign);
      })
    : refuse("NOT_A_MONITOR");
  if (!outcome.ok) await noteRefusedTry(actor, tried, outcome.code);
  return outcome;
}

async function whyNot(
  tx: Tx,
  actor: Actor,
  campaign: LockedCampaign,
  { leads, team, from }: Tried,
): Promise<Refusal<MonitorRefusal> | null> {
  if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
  if (leads && !mayLead(actor, campaign)) return refuse("NOT_THE_MONITORING_LEAD");
  const body = await conflictOf(tx, actor.personId, campaign.id);
  if (body) return refuse("MONITOR_NOT_INDEPENDENT", { params: { body } });
  if (team && !(await isOnTeam(tx, actor.personId, campaign.id))) return refuse("NOT_ON_THE_TEAM");
  if (from && !from.includes(campaign.state)) return refuse("NOT_ALLOWED_FROM_STATE");
  return null;
}

async function isOnTeam(tx: Tx, personId: string, campaignId: string): Promise<boolean> {
  return (await tx.campaignMember.count({ where: { campaignId, personId, leftAt: null } })) > 0;
}

/** The names of the monitored body that keeps somebody out of a campaign; null for whoever is independent of all. */
export async function conflictOf(tx: Tx, personId: string, campaignId: string): Promise<Texts | null> {
  const rows = await tx.$queryRaw<{ names: Texts }[]>`
    SELECT json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS names
    FROM organisation o WHERE o.id = monitor_conflict(${personId}::uuid, ${campaignId}::uuid)`;
  return rows[0]?.names ?? null;
}
