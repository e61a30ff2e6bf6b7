import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { AssignedUnit } from "./assignment.ts";

/** The drawn subjects of a campaign with their readers, for the bodies that work in it, in the order of the draws. One statement. */
export async function listAssigned(actor: Actor, code: string): Promise<AssignedUnit[]> {
  const { rows } = await pool().query<AssignedUnit>(
    `SELECT u.id AS "unitId", u.key, u.subject_code AS "subjectCode", 
       CASE WHEN o.id IS NOT NULL THEN json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr) END AS body, a.settled_at IS NOT NULL AS settled,
       (SELECT count(*)::int FROM assessment_reading r WHERE r.unit_id = u.id) AS readings,
       coalesce((SELECT json_agg(json_build_object('place', x.place, 'personId', x.person_id, 'name', coalesce(p.name, m.post),
           'post', m.post, 'dueOn', x.due_on, 'hasRead', EXISTS (SELECT FROM assessment_reading r
             WHERE r.unit_id = u.id AND r.reader_id = x.person_id)) ORDER BY x.place)
         FROM reading_assignment x JOIN person p ON p.id = x.person_id
           JOIN campaign_member m ON m.campaign_id = c.id AND m.person_id = x.person_id
         WHERE x.unit_id = u.id AND x.ended_at IS NULL), '[]') AS readers
     FROM sample_unit u JOIN campaign_sample s ON s.id = u.sample_id JOIN monitoring_campaign c ON c.id = s.campaign_id
       LEFT JOIN assessment a ON a.unit_id = u.id LEFT JOIN organisation o ON o.id = u.body_ids[1]
     WHERE c.code = $1 AND u.drawn IS NOT NULL AND front_of(c.id) && $2::uuid[] ORDER BY s.number, u.drawn`,
    [code, monitoringBodies(actor)],
  );
  return rows;
}
