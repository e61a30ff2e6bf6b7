import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";
import type { DeskComment, DraftComment, PublicRound } from "./public-comment.ts";

const FINDINGS = `coalesce((SELECT json_agg(json_build_object('code', f.code, 'title', f.title, 'criteria', f.criteria,
    'condition', f.condition, 'cause', f.cause, 'effect', f.effect, 'language', f.language, 'isPublished', f.state = 'PUBLISHED',
    'subjectCode', (SELECT u.subject_code FROM sample_unit u WHERE u.id = f.unit_id)) ORDER BY f.code)
  FROM finding f WHERE f.id = ANY (r.laid_open)), '[]') AS findings`;
const COUNTS = `(SELECT json_build_object('posted', count(*), 'waiting', count(*) FILTER (WHERE m.keeps IS NULL),
    'kept', count(*) FILTER (WHERE m.keeps), 'withheld', count(*) FILTER (WHERE NOT m.keeps),
    'answered', count(*) FILTER (WHERE m.answered))
  FROM (SELECT public_comment_kept(p.id) AS keeps, EXISTS (SELECT FROM public_comment_answer a WHERE a.comment_id = p.id) AS answered
    FROM public_comment p WHERE p.campaign_id = c.id) m) AS counts`;

/**
 * What is laid open of a campaign: to everybody from the opening on, to its own body of the Front as it was prepared. Null
 * where there is nothing, or not yet. One statement.
 */
export async function findRound(actor: Actor | null, code: string): Promise<PublicRound | null> {
  const { rows } = await pool().query<PublicRound>(
    `SELECT r.summary, r.questions, to_json(r.opened_at)#>>'{}' AS "openedAt", r.due_on::text AS "dueOn", ${FINDINGS}, ${COUNTS}
     FROM public_round r JOIN monitoring_campaign c ON c.id = r.campaign_id
     WHERE c.code = $1 AND (r.opened_at IS NOT NULL OR front_of(c.id) && $2::uuid[])`,
    [code, monitoringBodies(actor)],
  );
  return rows[0] ?? null;
}

const COMMENT = `m.code, (SELECT f.code FROM finding f WHERE f.id = m.finding_id) AS finding, m.of_monitored AS "ofMonitored", m.language,
    to_json(m.at)#>>'{}' AS at, CASE WHEN l.keeps IS NULL THEN 'WAITING' WHEN l.keeps THEN 'KEPT' ELSE 'WITHHELD' END AS state,
    CASE WHEN NOT l.keeps THEN json_build_object('ground', l.ground, 'reason', l.reason, 'language', l.language, 'post', l.post,
      'at', l.at) END AS withheld,
    (SELECT json_build_object('outcome', w.outcome, 'text', w.text, 'language', w.language, 'post', w.post, 'at', w.at)
      FROM public_comment_answer a JOIN public_answer w ON w.id = a.answer_id WHERE a.comment_id = m.id) AS answer`;
const FROM = `FROM public_comment m JOIN monitoring_campaign c ON c.id = m.campaign_id JOIN person p ON p.id = m.person_id
    LEFT JOIN LATERAL (SELECT * FROM public_comment_ruling l WHERE l.comment_id = m.id ORDER BY l.id DESC LIMIT 1) l ON true`;

/** Comments shown on one page. */
export const COMMENTS_A_PAGE = 50;

/**
 * What was said of a draft, the newest first: what is kept with its answer, tombstones of what is withheld, and the reader's own
 * that wait. `after` is the code of the last one shown before. One statement.
 */
export async function listDraftComments(
  actor: Actor | null,
  code: string,
  after: string | null,
): Promise<{ comments: DraftComment[]; next: string | null }> {
  const { rows } = await pool().query<DraftComment>(
    `SELECT ${COMMENT}, m.person_id IS NOT DISTINCT FROM $2::uuid AS "isMine", CASE WHEN l.keeps IS NOT FALSE THEN p.name END AS name,
       CASE WHEN l.keeps IS NOT FALSE THEN m.text END AS text
     ${FROM} WHERE c.code = $1 AND (l.keeps IS NOT NULL OR m.person_id = $2::uuid)
       AND ($3::text IS NULL OR (m.at, m.code) < (SELECT b.at, b.code FROM public_comment b WHERE b.code = $3))
     ORDER BY m.at DESC, m.code DESC LIMIT $4`,
    [code, actor?.personId ?? null, after, COMMENTS_A_PAGE + 1],
  );
  const comments = rows.slice(0, COMMENTS_A_PAGE);
  return { comments, next: rows.length > COMMENTS_A_PAGE ? (comments.at(-1)?.code ?? null) : null };
}

/** Comments that the desk of the Front shows at once. */
const DESK_MOST = 200;

/** What the desk of the Front works on: first what waits to be read, then what waits for its answer, then the rest. 200 at most, one statement. */
export async function listDeskComments(actor: Actor, code: string): Promise<DeskComment[]> {
  const { rows } = await pool().query<DeskComment>(
    `SELECT ${COMMENT}, p.name, m.text ${FROM} WHERE c.code = $1 AND front_of(c.id) && $2::uuid[]
     ORDER BY l.keeps IS NOT NULL, NOT coalesce(l.keeps, false), EXISTS (SELECT FROM public_comment_answer a WHERE a.comment_id = m.id),
       m.at, m.code LIMIT $3`,
    [code, monitoringBodies(actor), DESK_MOST],
  );
  return rows;
}
