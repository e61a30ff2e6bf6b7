import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { mayAssign, ownerRole } from "./implementation.policy.ts";
import { ACCEPTED_STATES } from "./implementation.ts";
import type { PublicWork, Work } from "./work.ts";

function day(column: string): string {
  return `(${column} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
}

function namesOf(body: string): string {
  return `json_build_object('vi', ${body}.name_vi, 'en', ${body}.name_en, 'fr', ${body}.name_fr)`;
}

const SELECT = `
  SELECT i.code, i.state, i.track, i.title, i.abstract, i.proposer_id AS "proposerId", m.owner_id AS "ownerId",
    coalesce((SELECT json_object_agg(o.kind, o.debtor_organisation_id) FROM obligation o
      WHERE o.subject_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL), '{}') AS "inCharge",
    CASE WHEN m.initiative_id IS NOT NULL THEN json_build_object(
      'owner', json_build_object('names', ${namesOf("g")}, 'house', g.house, 'code', g.scheme || '-' || g.identifier),
      'chiefPost', m.chief_post, 'chiefName', p.name, 'expectedProduct', m.expected_product, 'language', m.language,
      'funding', m.funding, 'dueOn', m.due_on, 'assignedOn', ${day("m.assigned_at")}) END AS assignment,
    coalesce((SELECT json_agg(json_build_object('id', r.id::text, 'percent', r.percent, 'note', r.note,
        'evidence', r.evidence, 'language', r.language, 'on', ${day("r.at")}) ORDER BY r.id DESC)
      FROM implementation_report r WHERE r.initiative_id = i.id), '[]') AS reports,
    (SELECT json_build_object('state', s.to_state, 'evidence', e.payload::jsonb ->> 'evidence',
        'language', e.payload::jsonb ->> 'language', 'on', ${day("s.at")},
        'body', json_build_object('names', ${namesOf("v")}, 'house', v.house))
      FROM initiative_step s JOIN record_entry e ON e.id = s.record_entry_id
        JOIN organisation v ON v.id = s.actor_organisation_id
      WHERE s.initiative_id = i.id AND s.to_state::text LIKE 'CLOSED_%' ORDER BY s.id DESC LIMIT 1) AS closing,
    coalesce((SELECT json_agg(l ORDER BY l.on, l.code) FROM (
      SELECT k.id::text AS id, k.kind::text AS kind, k.code, k.note, coalesce(s.title, d.title, q.title) AS title,
        ${day("k.added_at")} AS on, false AS "isOrigin"
      FROM initiative_link k
        LEFT JOIN initiative s ON k.kind = 'BUILDS_ON' AND s.code = k.code AND s.public_at IS NOT NULL
          AND s.state <> 'WITHDRAWN'
        LEFT JOIN partnership d ON k.kind = 'PARTNERSHIP' AND d.code = k.code AND d.published_at IS NOT NULL
        LEFT JOIN result q ON k.kind = 'RESULT' AND q.code = k.code AND q.state IN ('PUBLISHED', 'UNDER_REVIEW')
      WHERE k.initiative_id = i.id AND k.ended_at IS NULL
      UNION ALL
      SELECT d.id::text, 'PARTNERSHIP', d.code, '', d.title, ${day("d.published_at")}, true FROM partnership d
      WHERE d.origin_initiative_id = i.id AND d.published_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM initiative_link k
        WHERE k.initiative_id = i.id AND k.ended_at IS NULL AND k.code = d.code)
      UNION ALL
      SELECT q.id::text, 'RESULT', q.code, '', q.title, ${day("q.published_at")}, true FROM result q
      WHERE q.origin_initiative_ids @> ARRAY[i.id] AND q.state IN ('PUBLISHED', 'UNDER_REVIEW') AND NOT EXISTS (
        SELECT 1 FROM initiative_link k WHERE k.initiative_id = i.id AND k.ended_at IS NULL AND k.code = q.code)
    ) AS l), '[]') AS links
  FROM initiative i LEFT JOIN implementation m ON m.initiative_id = i.id
    LEFT JOIN organisation g ON g.id = m.owner_id LEFT JOIN person p ON p.id = m.chief_person_id
  WHERE i.code = $1 AND i.state::text = ANY($2)`;

/** The work for those concerned with it; null for others, and before an acceptance. One statement. */
export async function findWork(actor: Actor, code: string): Promise<Work | null> {
  const { rows } = await pool().query<Work>(SELECT, [code, ACCEPTED_STATES]);
  const work = rows[0];
  if (!work) return null;
  const isConcerned =
    holds(actor, "AUDITOR") ||
    holds(actor, "STEERING") ||
    holds(actor, "VERIFIER") ||
    mayAssign(actor, work) ||
    ownerRole(actor, work.ownerId) !== null ||
    actor.personId === work.proposerId;
  return isConcerned ? work : null;
}

/** The work as everybody reads it: without the chief's name. Null before an acceptance. One statement. */
export async function findPublicWork(code: string): Promise<PublicWork | null> {
  const { rows } = await pool().query<Work>(SELECT, [code, ACCEPTED_STATES]);
  const work = rows[0];
  if (!work) return null;
  const { assignment, reports, closing, links } = work;
  return { assignment: assignment && { ...assignment, chiefName: null }, reports, closing, links };
}
