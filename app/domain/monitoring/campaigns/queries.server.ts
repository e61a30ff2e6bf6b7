import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { maySeeCampaign, monitoringBodies } from "../monitoring.policy.ts";
import type { CampaignItem, FoundCampaign } from "./campaign.ts";

const OWNER = "json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr)";
const ITEM = `c.code, c.state, c.title, c.question, ${OWNER} AS owner, c.starts_on::text AS "startsOn",
  c.ends_on::text AS "endsOn", c.subject_types::text[] AS "subjectTypes",
  (SELECT r.due_on::text FROM public_round r WHERE r.campaign_id = c.id) AS "commentUntil"`;

/**
 * The campaigns that the reader may see, the newest first: approved ones, and the plans of their own body of the Front.
 * One statement.
 */
export async function listCampaigns(actor: Actor | null): Promise<CampaignItem[]> {
  const { rows } = await pool().query<CampaignItem>(
    `SELECT ${ITEM}, (SELECT count(*)::int FROM campaign_sample s JOIN sample_unit u ON u.sample_id = s.id
         WHERE s.campaign_id = c.id AND u.drawn IS NOT NULL) AS drawn
     FROM monitoring_campaign c JOIN organisation g ON g.id = c.owner_organisation_id
     WHERE c.state <> 'PLANNED' OR front_reads(c.id) && $1::uuid[]
     ORDER BY c.starts_on DESC, c.code DESC LIMIT 200`,
    [monitoringBodies(actor)],
  );
  return rows;
}

/** One campaign, where the reader may see it; null otherwise. One statement. */
export async function findCampaign(actor: Actor | null, code: string): Promise<FoundCampaign | null> {
  const { rows } = await pool().query<FoundCampaign>(
    `SELECT ${ITEM}, c.owner_organisation_id AS "ownerOrganisationId",
       front_of(c.id)::text[] AS "partnerIds", front_reads(c.id)::text[] AS "invitedIds",
       coalesce((SELECT json_agg(json_build_object('id', o.id, 'code', o.scheme || '-' || o.identifier, 'accepted', b.accepted,
           'name', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr), 'invitedAt', b.invited_at,
           'answeredAt', b.answered_at, 'note', b.note) ORDER BY b.invited_at, o.id)
         FROM campaign_body b JOIN organisation o ON o.id = b.organisation_id WHERE b.campaign_id = c.id), '[]') AS bodies, c.scope, c.legal_basis AS "legalBasis", c.method,
       (SELECT json_build_object('id', v.template_id, 'number', v.number, 'name', v.name, 'content', v.content)
         FROM template_version v WHERE v.template_id = c.template_id AND v.number = c.template_number) AS template,
       c.approval_number AS "approvalNumber", c.approved_on::text AS "approvedOn",
       to_json(c.published_at)#>>'{}' AS "publishedAt", c.created_by_id AS "createdById",
       coalesce((SELECT json_agg(json_build_object('personId', m.person_id, 'name', p.name, 'post', m.post,
           'declaration', m.declaration, 'declaredAt', m.declared_at, 'leftAt', m.left_at) ORDER BY m.declared_at, m.person_id)
         FROM campaign_member m JOIN person p ON p.id = m.person_id WHERE m.campaign_id = c.id), '[]') AS team,
       coalesce((SELECT json_agg(json_build_object('to', t.to_state, 'note', t.note, 'post', t.post, 'at', t.at) ORDER BY t.id)
         FROM campaign_step t WHERE t.campaign_id = c.id), '[]') AS steps,
       coalesce((SELECT json_agg(json_build_object('number', s.number, 'subjectType', s.subject_type, 'filter', s.filter,
           'populationSize', s.population_size, 'populationSha256', s.population_sha256, 'frozenAt', s.frozen_at,
           'method', s.method, 'stratumBy', s.stratum_by, 'size', s.size, 'seed', s.seed, 'drawnAt', s.drawn_at)
         ORDER BY s.number) FROM campaign_sample s WHERE s.campaign_id = c.id), '[]') AS samples
     FROM monitoring_campaign c JOIN organisation g ON g.id = c.owner_organisation_id WHERE c.code = $1`,
    [code],
  );
  const [found] = rows;
  return found && maySeeCampaign(actor, found) ? found : null;
}
