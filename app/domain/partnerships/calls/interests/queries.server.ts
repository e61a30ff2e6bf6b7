import { type Actor, representedBy } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { BODY } from "../../internal/calls/call-sql.ts";
import type { FoundInterest, OwnInterest } from "./interest.ts";

const FIND = `
  SELECT n.id, n.state, n.message, n.language, to_json(n.sent_at)#>>'{}' AS "sentAt", to_json(n.ended_at)#>>'{}' AS "endedAt",
    json_build_object('id', b.id, 'name', json_build_object('vi', b.name_vi, 'en', b.name_en, 'fr', b.name_fr),
      'house', b.house, 'code', b.scheme || '-' || b.identifier, 'person', w.name, 'post', n.post) AS "from",
    CASE WHEN n.answer IS NOT NULL THEN json_build_object('text', n.answer, 'language', n.answer_language,
      'person', (SELECT name FROM person WHERE id = n.answered_by_id), 'post', n.answer_post) END AS answer,
    json_build_object('code', c.code, 'kind', c.kind, 'title', c.title, 'text', c.text, 'provinceCodes', c.province_codes,
      'trlFrom', c.trl_from, 'trlTo', c.trl_to, 'amountVnd', c.amount_vnd::text,
      'partnership', (SELECT code FROM partnership WHERE id = c.partnership_id), 'needs', to_json(c.needs),
      'result', CASE WHEN c.kind = 'RESULT_OFFER' THEN (SELECT code FROM result WHERE id = c.origin_result_id) END,
      'body', json_build_object('id', g.id, 'name', json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr),
        'house', g.house, 'code', g.scheme || '-' || g.identifier)) AS call
  FROM call_interest n JOIN partnership_call c ON c.id = n.call_id JOIN organisation g ON g.id = c.organisation_id
    JOIN organisation b ON b.id = n.organisation_id JOIN person w ON w.id = n.person_id
  WHERE n.id = $1 AND (c.organisation_id = ANY ($2::uuid[]) OR n.organisation_id = ANY ($2::uuid[]))`;

/**
 * One interest for a representative of one of its two sides, and on which side they are; null for everybody else, as if
 * it did not exist. One statement.
 */
export async function findInterest(actor: Actor, id: string): Promise<FoundInterest | null> {
  const bodies = representedBy(actor);
  const { rows } = await pool().query<Omit<FoundInterest, "isCaller" | "isInterested">>(FIND, [id, bodies]);
  const [found] = rows;
  if (!found) return null;
  return {
    ...found,
    isCaller: bodies.includes(found.call.body.id),
    isInterested: bodies.includes(found.from.id),
  };
}

/** The interests that the actor's organisations expressed, the newest first; 100 at most. One statement. */
export async function listOwnInterests(actor: Actor): Promise<OwnInterest[]> {
  const { rows } = await pool().query<OwnInterest>(
    `SELECT n.id, n.state, to_json(n.sent_at)#>>'{}' AS "sentAt", json_build_object('code', c.code, 'title', c.title) AS call,
       ${BODY} AS body
     FROM call_interest n JOIN partnership_call c ON c.id = n.call_id JOIN organisation g ON g.id = c.organisation_id
     WHERE n.organisation_id = ANY ($1::uuid[]) ORDER BY n.sent_at DESC, n.id LIMIT 100`,
    [representedBy(actor)],
  );
  return rows;
}
