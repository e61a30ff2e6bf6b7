import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { CampaignItem } from "../campaigns/campaign.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FoundFrontBody, FrontBodyItem } from "./body.ts";

/** Whether the organisation `o` is a body of the Front: somebody leads monitoring there. */
const IS_FRONT =
  "EXISTS (SELECT FROM role_grant g WHERE g.organisation_id = o.id AND g.role = 'MONITOR_LEAD' AND g.revoked_at IS NULL)";
export const NAME = "json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)";

/** The bodies of the Front that could be invited to work in a campaign. One statement. */
export async function listInvitable(code: string): Promise<{ id: string; name: Texts }[]> {
  const { rows } = await pool().query<{ id: string; name: Texts }>(
    `SELECT o.id, ${NAME} AS name FROM organisation o, monitoring_campaign c
     WHERE c.code = $1 AND o.id <> c.owner_organisation_id AND ${IS_FRONT}
       AND NOT EXISTS (SELECT FROM campaign_body b WHERE b.campaign_id = c.id AND b.organisation_id = o.id)
     ORDER BY o.name_vi, o.id LIMIT 500`,
    [code],
  );
  return rows;
}

const OPEN = "r.status IN ('OPEN', 'OPEN_PARTIALLY_ADDRESSED')";
const RECOMMENDED = `FROM recommendation r JOIN finding f ON f.id = r.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id
  WHERE c.owner_organisation_id = o.id AND f.state = 'PUBLISHED' AND ${OPEN}`;
const ITEM = `o.id, o.scheme || '-' || o.identifier AS code, ${NAME} AS name, o.province_code AS "provinceCode", o.parent_id AS "parentId",
  (SELECT count(*)::int FROM monitoring_campaign c WHERE c.state <> 'PLANNED' AND (c.owner_organisation_id = o.id
    OR EXISTS (SELECT FROM campaign_body b WHERE b.campaign_id = c.id AND b.organisation_id = o.id AND b.accepted))) AS campaigns,
  (SELECT count(*)::int FROM finding f JOIN monitoring_campaign c ON c.id = f.campaign_id
    WHERE c.owner_organisation_id = o.id AND f.state = 'PUBLISHED') AS findings,
  (SELECT count(*)::int ${RECOMMENDED}) AS open, (SELECT count(*)::int ${RECOMMENDED} AND r.due_on < $1::date) AS overdue`;

/** Every verified body of the Front, with what stands of its own work in public. One statement. */
export async function listFrontBodies(at = new Date()): Promise<FrontBodyItem[]> {
  const { rows } = await pool().query<FrontBodyItem>(
    `SELECT ${ITEM} FROM organisation o WHERE o.verified_at IS NOT NULL AND ${IS_FRONT} ORDER BY o.parent_id NULLS FIRST, o.name_vi, o.id LIMIT 1000`,
    [dayInVietnam(at)],
  );
  return rows;
}

/** One body of the Front by its code, and those right below it; null where there is none. One statement. */
export async function findFrontBody(
  code: string,
  at = new Date(),
): Promise<{ body: FoundFrontBody; below: FrontBodyItem[] } | null> {
  const { rows } = await pool().query<FoundFrontBody>(
    `WITH own AS (SELECT o.id FROM organisation o
       WHERE o.scheme || '-' || o.identifier = $2 AND o.verified_at IS NOT NULL AND ${IS_FRONT})
     SELECT ${ITEM}, (SELECT json_build_object('code', p.scheme || '-' || p.identifier, 'name',
         json_build_object('vi', p.name_vi, 'en', p.name_en, 'fr', p.name_fr)) FROM organisation p WHERE p.id = o.parent_id) AS parent,
       coalesce((SELECT json_agg(x ORDER BY x.role DESC, x.post) FROM (SELECT g.role, f.post, count(DISTINCT g.person_id)::int AS people
         FROM role_grant g LEFT JOIN affiliation f ON f.person_id = g.person_id AND f.organisation_id = o.id AND f.to_on IS NULL
         WHERE g.organisation_id = o.id AND g.role IN ('MONITOR', 'MONITOR_LEAD') AND g.revoked_at IS NULL
         GROUP BY g.role, f.post) AS x), '[]') AS posts
     FROM organisation o WHERE o.id IN (SELECT id FROM own) OR (o.parent_id IN (SELECT id FROM own) AND o.verified_at IS NOT NULL AND ${IS_FRONT})
     ORDER BY o.name_vi, o.id`,
    [dayInVietnam(at), code],
  );
  const body = rows.find((one) => one.code === code);
  return body ? { body, below: rows.filter((one) => one.id !== body.id) } : null;
}

/** The campaigns that a body has or works in, as far as the reader sees them, the newest first. One statement. */
export async function listCampaignsOf(
  actor: Actor | null,
  bodyId: string,
): Promise<(CampaignItem & { isOwn: boolean })[]> {
  const { rows } = await pool().query<CampaignItem & { isOwn: boolean }>(
    `SELECT c.code, c.state, c.title, c.question, ${NAME} AS owner, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
       c.subject_types::text[] AS "subjectTypes", c.owner_organisation_id = $1 AS "isOwn",
       (SELECT r.due_on::text FROM public_round r WHERE r.campaign_id = c.id) AS "commentUntil",
       (SELECT count(*)::int FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
         WHERE s.campaign_id = c.id AND u.drawn IS NOT NULL) AS drawn
     FROM monitoring_campaign c JOIN organisation o ON o.id = c.owner_organisation_id
     WHERE $1::uuid = ANY (front_of(c.id)) AND (c.state <> 'PLANNED' OR front_of(c.id) && $2::uuid[])
     ORDER BY c.starts_on DESC, c.code DESC LIMIT 100`,
    [bodyId, monitoringBodies(actor)],
  );
  return rows;
}
