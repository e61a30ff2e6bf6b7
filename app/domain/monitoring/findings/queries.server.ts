import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { CHECK } from "../internal/check-sql.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FindingItem, FoundFinding } from "./finding.ts";

const ITEM = `f.code, f.state, f.title, f.language, f.severity, c.code AS campaign, u.subject_code AS "subjectCode",
  to_json(f.published_at)#>>'{}' AS "publishedAt"`;
const FROM = `FROM finding f JOIN monitoring_campaign c ON c.id = f.campaign_id LEFT JOIN sample_unit u ON u.id = f.unit_id`;
const SEEN = "(f.state = 'PUBLISHED' OR front_of(c.id) && $1::uuid[])";

/**
 * The findings that the reader may see, of one campaign or of all, the gravest first: published ones, and those of their
 * own body of the Front. One statement.
 */
export async function listFindings(actor: Actor | null, campaign: string | null = null): Promise<FindingItem[]> {
  const { rows } = await pool().query<FindingItem>(
    `SELECT ${ITEM}, (SELECT count(*)::int FROM recommendation r WHERE r.finding_id = f.id) AS recommendations
     ${FROM} WHERE ${SEEN} AND ($2::text IS NULL OR c.code = $2) ORDER BY f.severity DESC, f.code LIMIT 200`,
    [monitoringBodies(actor), campaign],
  );
  return rows;
}

/** One finding with its errata and recommendations, where the reader may see it; null otherwise. One statement. */
export async function findFinding(actor: Actor | null, code: string): Promise<FoundFinding | null> {
  const { rows } = await pool().query<FoundFinding>(
    `SELECT ${ITEM}, c.owner_organisation_id AS "ownerOrganisationId", front_of(c.id)::text[] AS "partnerIds", c.state AS "campaignState", f.unit_id AS "unitId",
       f.criteria, f.condition, f.cause, f.effect, f.evidence, f.author_id = $3 AS "isYours",
       EXISTS (SELECT FROM campaign_member m WHERE m.campaign_id = c.id AND m.person_id = $3 AND m.left_at IS NULL) AS "onTeam",
       CASE WHEN front_of(c.id) && $1::uuid[] THEN f.second_note END AS "secondNote",
       coalesce((SELECT json_agg(${CHECK} ORDER BY k.organisation_id) FROM factual_check k WHERE k.finding_id = f.id), '[]') AS checks,
       coalesce((SELECT json_agg(json_build_object('text', e.text, 'language', e.language, 'post', e.post, 'at', e.at) ORDER BY e.id)
         FROM finding_erratum e WHERE e.finding_id = f.id), '[]') AS errata,
       coalesce((SELECT json_agg(json_build_object('code', r.code, 'text', r.text, 'language', r.language,
           'criticality', r.criticality, 'priority', r.priority, 'dueOn', r.due_on, 'status', r.status, 'progress', r.progress,
           'addressee', json_build_object('id', o.id, 'house', o.house,
             'name', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr))) ORDER BY r.code)
         FROM recommendation r JOIN organisation o ON o.id = r.addressee_id WHERE r.finding_id = f.id), '[]') AS recommendations
     ${FROM} WHERE ${SEEN} AND f.code = $2`,
    [monitoringBodies(actor), code, actor?.personId ?? null],
  );
  return rows[0] ?? null;
}
