import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FoundRecommendation, ListedRecommendation } from "./recommendation.ts";

const ITEM = `r.code, r.text, r.language, r.criticality, r.priority, r.due_on::text AS "dueOn", r.status, r.progress,
  json_build_object('id', o.id, 'name', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'house', o.house)
    AS addressee`;
const FROM = `FROM recommendation r JOIN finding f ON f.id = r.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id
  JOIN organisation o ON o.id = r.addressee_id`;

/** The published recommendations: open ones first, what is due first. One statement. */
export async function listRecommendations(campaign: string | null = null): Promise<ListedRecommendation[]> {
  const { rows } = await pool().query<ListedRecommendation>(
    `SELECT ${ITEM} ${FROM} WHERE f.state = 'PUBLISHED' AND ($1::text IS NULL OR c.code = $1)
     ORDER BY r.status IN ('CLOSED_IMPLEMENTED', 'CLOSED_NOT_IMPLEMENTED'), r.due_on, r.code LIMIT 200`,
    [campaign],
  );
  return rows;
}

/** One recommendation with what was answered, done and seen, where the reader may see it; null otherwise. One statement. */
export async function findRecommendation(actor: Actor | null, code: string): Promise<FoundRecommendation | null> {
  const { rows } = await pool().query<FoundRecommendation>(
    `SELECT ${ITEM}, json_build_object('code', f.code, 'title', f.title, 'language', f.language) AS finding, c.code AS campaign,
       c.owner_organisation_id AS "ownerOrganisationId", front_of(c.id)::text[] AS "partnerIds", f.state = 'PUBLISHED' AS "isPublic",
       to_json(r.escalated_at)#>>'{}' AS "escalatedAt",
       coalesce((SELECT json_agg(json_build_object('acceptance', a.acceptance, 'reason', a.reason, 'plan', a.plan,
           'targetOn', a.target_on, 'language', a.language, 'post', a.post, 'at', a.at) ORDER BY a.id)
         FROM recommendation_response a WHERE a.recommendation_id = r.id), '[]') AS responses,
       coalesce((SELECT json_agg(json_build_object('progress', p.progress, 'note', p.note, 'language', p.language,
           'post', p.post, 'at', p.at) ORDER BY p.id)
         FROM progress_step p WHERE p.recommendation_id = r.id), '[]') AS steps,
       coalesce((SELECT json_agg(json_build_object('onDay', u.on_day, 'note', u.note, 'evidence', u.evidence,
           'verdict', u.verdict, 'language', u.language, 'post', u.post, 'at', u.at) ORDER BY u.id)
         FROM follow_up u WHERE u.recommendation_id = r.id), '[]') AS "followUps"
     ${FROM} WHERE r.code = $1 AND (f.state = 'PUBLISHED' OR front_of(c.id) && $2::uuid[])`,
    [code, monitoringBodies(actor)],
  );
  return rows[0] ?? null;
}

/** Whom a recommendation of a campaign can be addressed to: its monitored bodies, and where the steering body sits. One statement. */
export async function listAddressees(campaign: string): Promise<{ id: string; name: Texts }[]> {
  const { rows } = await pool().query<{ id: string; name: Texts }>(
    `SELECT o.id, json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) AS name
     FROM monitoring_campaign c, addressees_of_campaign(c.id) AS a
       JOIN organisation o ON o.id = a WHERE c.code = $1
     ORDER BY o.name_vi, o.id`,
    [campaign],
  );
  return rows;
}
