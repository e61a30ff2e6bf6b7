import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { NAME } from "../bodies/queries.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { FoundTemplate, TemplateItem } from "./template.ts";

const ITEM = `t.id, v.number, v.name, t.reach, ${NAME} AS owner, t.owner_organisation_id AS "ownerId",
  to_json(v.made_at)#>>'{}' AS "madeAt",
  (SELECT count(*)::int FROM monitoring_campaign c WHERE c.template_id = t.id) AS campaigns`;
const FROM = `FROM method_template t JOIN organisation o ON o.id = t.owner_organisation_id JOIN template_version v ON v.template_id = t.id`;
const NEWEST = "v.number = (SELECT max(w.number) FROM template_version w WHERE w.template_id = t.id)";

/** The newest version of every template that a monitor's bodies read: their own, and those shared with them. One statement. */
export async function listTemplates(actor: Actor): Promise<TemplateItem[]> {
  const { rows } = await pool().query<TemplateItem>(
    `SELECT ${ITEM} ${FROM} WHERE ${NEWEST} AND template_reaches(t.id, $1::uuid[]) ORDER BY o.name_vi, v.made_at DESC, t.id LIMIT 200`,
    [monitoringBodies(actor)],
  );
  return rows;
}

/** A version of a template, the newest unless a number is named, where the reader's bodies read it; else null. One statement. */
export async function findTemplate(
  actor: Actor,
  id: string,
  number: number | null = null,
): Promise<FoundTemplate | null> {
  const { rows } = await pool().query<FoundTemplate>(
    `SELECT ${ITEM}, v.content,
       (SELECT json_build_object('id', w.template_id, 'number', w.number, 'name', w.name) FROM template_version w
         WHERE w.template_id = t.copied_from_id AND w.number = t.copied_from_number) AS "copiedFrom",
       (SELECT json_agg(json_build_object('number', w.number, 'madeAt', w.made_at) ORDER BY w.number DESC)
         FROM template_version w WHERE w.template_id = t.id) AS versions
     ${FROM} WHERE t.id = $1 AND template_reaches(t.id, $2::uuid[]) AND CASE WHEN $3::int IS NULL THEN ${NEWEST} ELSE v.number = $3 END`,
    [id, monitoringBodies(actor), number],
  );
  return rows[0] ?? null;
}
