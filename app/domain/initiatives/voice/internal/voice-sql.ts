import type { House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Addressee, Stance } from "../comment.ts";

type Language = "vi" | "en" | "fr";

/** A comment as the statement gives it: words and name are left out there already where nobody reads them any more. */
export type CommentRow = {
  code: string;
  stance: Stance;
  addressee: Addressee | null;
  version: number;
  at: string | Date;
  language: Language;
  name: string | null;
  text: string | null;
  withdrawnAt: string | Date | null;
  hiding: {
    ground: string;
    reason: string;
    language: Language;
    body: Texts | null;
    post: string;
    at: string;
  } | null;
  ruling: string | null;
  answer: { text: string; language: Language; at: string; body: Texts | null; house: House | null } | null;
  clock: {
    role: string;
    names: Texts | null;
    house: House | null;
    dueOn: string;
    openedOn: string;
    doneAt: string | null;
  } | null;
  isMine: boolean;
};

// null where no organisation is joined
const NAMES =
  "CASE WHEN g.id IS NOT NULL THEN json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) END";

/** Comments with what belongs to them; $2 is the reader. The author of a hidden comment goes on reading it. */
export function commentsOf(more?: string): string {
  return `
  SELECT c.code, c.stance, c.addressee, c.version_number AS version, c.at, c.language, c.withdrawn_at AS "withdrawnAt",
    CASE WHEN c.withdrawn_at IS NULL AND NOT gone.hidden THEN p.name END AS name,
    CASE WHEN c.withdrawn_at IS NULL AND (NOT gone.hidden OR c.person_id = $2) THEN c.text END AS text,
    coalesce(c.person_id = $2, false) AS "isMine",
    CASE WHEN gone.hidden THEN (
      SELECT json_build_object('ground', m.ground, 'reason', m.reason, 'language', m.language, 'body', ${NAMES},
        'post', coalesce(r.post, 'INTAKE'), 'at', m.at)
      FROM moderation m LEFT JOIN organisation g ON g.id = m.organisation_id
        LEFT JOIN LATERAL (SELECT o.debtor_role AS post FROM obligation o
          WHERE o.subject_id = c.id AND o.kind = 'MODERATION_REVIEW' AND o.done_at IS NOT NULL
          ORDER BY o.done_at DESC LIMIT 1) AS r ON true
      WHERE m.comment_id = c.id AND m.kind = 'HIDE' ORDER BY m.id DESC LIMIT 1) END AS hiding,
    (SELECT m.kind FROM moderation m WHERE m.comment_id = c.id AND m.kind <> 'REPORT' ORDER BY m.id DESC LIMIT 1) AS ruling,
    (SELECT json_build_object('text', a.text, 'language', a.language, 'at', a.at, 'body', ${NAMES}, 'house', g.house)
      FROM answer a LEFT JOIN organisation g ON g.id = a.organisation_id WHERE a.comment_id = c.id) AS answer,
    (SELECT json_build_object('role', o.debtor_role, 'names', ${NAMES}, 'house', g.house, 'dueOn', o.due_on,
        'openedOn', (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'doneAt', o.done_at)
      FROM obligation o LEFT JOIN organisation g ON g.id = o.debtor_organisation_id
      WHERE o.subject_id = c.id AND o.kind = 'QUESTION_ANSWER' AND o.voided_at IS NULL
      ORDER BY o.opened_at DESC LIMIT 1) AS clock${more ? `, ${more}` : ""}
  FROM comment c JOIN person p ON p.id = c.person_id JOIN initiative i ON i.id = c.initiative_id
    CROSS JOIN LATERAL (SELECT comment_is_hidden(c.id) AS hidden) AS gone`;
}

/**
 * What is said of one public initiative: $1 its code, $2 the reader, $3 a stance or null, $4 and $5 where the page starts,
 * $6 how many comments.
 */
export const SUMMARY = `
  SELECT i.code, i.title, coalesce(is_author(i.id, $2), false) AS "isAuthor",
    (SELECT max(v.number) FROM initiative_version v WHERE v.initiative_id = i.id) AS version,
    (SELECT count(*)::int FROM support s WHERE s.initiative_id = i.id AND s.withdrawn_at IS NULL) AS supports,
    (SELECT s.version_number FROM support s
      WHERE s.initiative_id = i.id AND s.person_id = $2 AND s.withdrawn_at IS NULL) AS "mySupport",
    (SELECT c.code FROM comment c WHERE c.initiative_id = i.id AND c.person_id = $2 AND c.stance <> 'QUESTION'
      AND c.withdrawn_at IS NULL) AS "myStance",
    (SELECT json_object_agg(stance, count) FROM (
      SELECT c.stance, count(*) AS count FROM comment c
      WHERE c.initiative_id = i.id AND c.withdrawn_at IS NULL AND NOT comment_is_hidden(c.id) GROUP BY c.stance
    ) AS said) AS counts,
    (SELECT count(*)::int FROM comment c JOIN obligation o ON o.subject_id = c.id AND o.kind = 'QUESTION_ANSWER'
      WHERE c.initiative_id = i.id AND o.done_at IS NULL AND o.voided_at IS NULL) AS unanswered,
    (SELECT json_object_agg(ground, count) FROM (
      SELECT last.ground, count(*) AS count FROM comment c CROSS JOIN LATERAL (
        SELECT m.ground FROM moderation m WHERE m.comment_id = c.id AND m.kind = 'HIDE' ORDER BY m.id DESC LIMIT 1
      ) AS last
      WHERE c.initiative_id = i.id AND comment_is_hidden(c.id) GROUP BY last.ground
    ) AS gone) AS hidden,
    (SELECT coalesce(json_agg(one ORDER BY one.at DESC, one.code DESC), '[]') FROM (${commentsOf()}
      WHERE c.initiative_id = found.id AND ($3::text IS NULL OR c.stance::text = $3)
        AND ($4::timestamptz IS NULL OR (c.at, c.code) < ($4, $5::text))
      ORDER BY c.at DESC, c.code DESC LIMIT $6
    ) AS one) AS comments
  FROM initiative i CROSS JOIN LATERAL (SELECT i.id) AS found
  WHERE i.code = $1 AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'`;
