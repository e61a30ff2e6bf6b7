import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { CHECK } from "../internal/check-sql.ts";
import type { OwnCheck, OwnCheckItem } from "./factual-check.ts";

const FROM = `FROM factual_check k JOIN finding f ON f.id = k.finding_id JOIN monitoring_campaign c ON c.id = f.campaign_id`;

/** The bodies that somebody represents. */
function represented({ roles }: Actor): string[] {
  return roles.flatMap(({ role, organisationId }) => (role === "PARTY_REP" && organisationId ? [organisationId] : []));
}

/**
 * A finding as the body that it is about reads it, from the opening of the round on; null for everybody who does not
 * represent that body. What others said of it is not part of it. One statement.
 */
export async function findOwnCheck(actor: Actor, code: string): Promise<OwnCheck | null> {
  const { rows } = await pool().query<OwnCheck>(
    `SELECT f.code, f.title, f.criteria, f.condition, f.cause, f.effect, f.language, c.code AS campaign, c.state AS "campaignState",
       EXISTS (SELECT FROM public_round r WHERE r.campaign_id = c.id AND r.opened_at IS NOT NULL AND f.id = ANY (r.laid_open)) AS "isLaidOpen",
       (SELECT u.subject_code FROM sample_unit u WHERE u.id = f.unit_id) AS "subjectCode", own.*
     ${FROM} CROSS JOIN LATERAL json_to_record(${CHECK}) AS own(body json, "dueOn" text, comment json, answer json)
     WHERE f.code = $1 AND k.organisation_id = ANY ($2::uuid[]) ORDER BY own.comment IS NOT NULL, k.organisation_id LIMIT 1`,
    [code, represented(actor)],
  );
  return rows[0] ?? null;
}

/** The findings of a campaign in its factual check that are about a body which the reader represents. One statement. */
export async function listOwnChecks(actor: Actor | null, campaign: string): Promise<OwnCheckItem[]> {
  const { rows } = await pool().query<OwnCheckItem>(
    `SELECT f.code, f.title, f.language, k.due_on::text AS "dueOn", bool_and(EXISTS (SELECT FROM factual_comment m
         WHERE m.finding_id = k.finding_id AND m.organisation_id = k.organisation_id)) AS commented
     ${FROM} WHERE c.code = $1 AND c.state IN ('FACTUAL_CHECK', 'PUBLIC_COMMENT') AND k.organisation_id = ANY ($2::uuid[])
     GROUP BY f.code, f.title, f.language, k.due_on ORDER BY f.code`,
    [campaign, actor ? represented(actor) : []],
  );
  return rows;
}
