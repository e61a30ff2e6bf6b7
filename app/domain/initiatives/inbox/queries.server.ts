import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { DUE_SOON_DAYS, readClock } from "#app/domain/obligations/obligation.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import { IS_VALID } from "../assignment/assigned.ts";
import { SENT_TITLE } from "../desk/sent-title.ts";
import {
  DUTY_KINDS,
  type DutyKind,
  type InboxClock,
  type InboxCounts,
  type InboxFilter,
  type InboxItem,
} from "./inbox.ts";

/** Rows of one page. */
export const INBOX_PAGE = 50;

// Read of the rows that are shown, and of all only where words are sought.
const TITLE = `coalesce(${SENT_TITLE}, (SELECT r.title FROM result r WHERE d.subject = 'RESULT' AND r.id = d.subject_id),
  (SELECT c.title FROM challenge c WHERE d.subject = 'CHALLENGE' AND c.id = d.subject_id),
  (SELECT jsonb_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) FROM organisation g
    WHERE d.subject = 'ORGANISATION' AND g.id = d.subject_id))`;

// $1 me, $2 my posts, $3 their bodies, $4 reads all, $5 has seats, $6 the kinds, $7 today, $8 the last day that is soon
const SHOWN = `
  WITH duty AS (
    SELECT o.id, o.kind, o.subject_type::text AS subject, o.subject_id, o.subject_code AS code, o.debtor_role AS role,
      o.debtor_organisation_id AS body_id, o.due_on, o.opened_at, o.id AS clock_id
    FROM obligation o
    WHERE o.done_at IS NULL AND o.voided_at IS NULL AND o.debtor_person_id IS NULL AND o.kind = ANY($6)
      AND (($4 AND o.subject_type = 'INITIATIVE') OR EXISTS (
        SELECT 1 FROM unnest($2::text[], $3::uuid[]) AS held (role, body) WHERE held.role = o.debtor_role
          AND (o.debtor_organisation_id IS NULL OR held.body = o.debtor_organisation_id)))
    UNION ALL
    SELECT s.id, CASE WHEN s.conflict_declared_at IS NULL THEN 'SEAT_DECLARATION' ELSE 'SEAT_SCORE' END, 'INITIATIVE',
      o.subject_id, o.subject_code, 'EVALUATOR', NULL, o.due_on, o.opened_at, o.id
    FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id AND e.closed_at IS NULL
      JOIN obligation o ON o.subject_id = e.initiative_id AND o.kind IN ('EVALUATION', 'APPEAL_REVIEW')
        AND o.done_at IS NULL AND o.voided_at IS NULL
    WHERE $5 AND s.person_id = $1 AND s.recused_at IS NULL AND s.scored_at IS NULL
  ), shown AS (
    SELECT d.*, m.code AS comment_code, i.track::text AS track, ${TITLE} AS title,
      z.from_at AS paused_at, a.person_id AS assignee_id,
      CASE WHEN z.id IS NOT NULL THEN 'wait' WHEN d.due_on < $7::date THEN 'over' WHEN d.due_on <= $8::date THEN 'soon'
        ELSE 'run' END AS clock
    FROM duty d
      LEFT JOIN comment m ON d.subject = 'COMMENT' AND m.id = d.subject_id
      LEFT JOIN initiative i ON i.id = CASE d.subject WHEN 'INITIATIVE' THEN d.subject_id ELSE m.initiative_id END
      LEFT JOIN obligation_pause z ON z.obligation_id = d.clock_id AND z.to_at IS NULL
      LEFT JOIN case_assignment a ON d.subject = 'INITIATIVE' AND a.initiative_id = d.subject_id AND a.role::text = d.role
        AND (d.body_id IS NULL OR a.organisation_id = d.body_id) AND ${IS_VALID}
    WHERE i.id IS NULL OR (i.proposer_id <> $1 AND i.id NOT IN (
        SELECT initiative_id FROM initiative_author WHERE person_id = $1 AND declined_at IS NULL))
  )`;

// $9 kind, $10 track, $11 assigned, $12 body, $13 text; the clock stands apart, so that its tabs count beside each other
const FILTERED = `($9::text IS NULL OR kind = $9) AND ($10::text IS NULL OR track = $10)
  AND ($11::text IS NULL OR CASE $11 WHEN 'nobody' THEN assignee_id IS NULL ELSE assignee_id::text = $11 END)
  AND ($12::uuid IS NULL OR body_id = $12)
  AND ($13 = '' OR code ILIKE $13 OR unaccent(title::text) ILIKE unaccent($13))`;

type Row = Omit<InboxItem, "clock" | "assignee"> & {
  openedOn: string;
  pausedOn: string | null;
  assigneeId: string | null;
  assignee: string | null;
};

/**
 * What waits for the actor, in every post and seat, by due day, what stands last: 50 a page. `next` is where the list
 * goes on; what is written by the actor is never among it. An auditor reads what waits for everybody. One statement.
 */
export async function listInbox(
  actor: Actor,
  filter: InboxFilter,
  after: string | null = null,
  at = new Date(),
): Promise<{ items: InboxItem[]; next: string | null }> {
  const place = placeOf(after);
  const { rows } = await pool().query<Row>(
    `${SHOWN} SELECT s.id, s.kind, s.subject AS "subjectType", s.code, s.title, s.track, b.name_vi AS body, s.role,
       CASE s.subject WHEN 'ORGANISATION' THEN s.subject_id::text WHEN 'COMMENT' THEN s.comment_code ELSE s.code END AS "subjectKey",
       s.assignee_id AS "assigneeId", coalesce(p.name, p.email) AS assignee, s.due_on AS "dueOn",
       (s.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn",
       (s.paused_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "pausedOn"
     FROM (SELECT * FROM shown WHERE ${FILTERED} AND ($14::text IS NULL OR clock = $14)
         AND ($15::int IS NULL OR ((clock = 'wait')::int, due_on, id) > ($15, $16::date, $17::uuid))
       ORDER BY (clock = 'wait')::int, due_on, id LIMIT ${INBOX_PAGE + 1}) AS s
       LEFT JOIN person p ON p.id = s.assignee_id LEFT JOIN organisation b ON b.id = s.body_id
     ORDER BY (s.clock = 'wait')::int, s.due_on, s.id`,
    [...scopeOf(actor, at), ...conditionsOf(actor, filter), filter.clock, ...place],
  );
  const items = await withClocks(rows.slice(0, INBOX_PAGE), actor, at);
  const last = items.at(-1);
  const isMore = rows.length > INBOX_PAGE && last;
  return { items, next: isMore ? encodeCursor([Number(last.clock.state === "wait"), last.dueOn, last.id]) : null };
}

/** The initiatives of these codes as far as something about them waits for the actor. One statement. */
export async function listInboxOf(actor: Actor, codes: readonly string[], at = new Date()): Promise<Row[]> {
  const { rows } = await pool().query<Row>(
    `${SHOWN} SELECT DISTINCT ON (code) code, title, track, kind, due_on AS "dueOn" FROM shown
     WHERE subject = 'INITIATIVE' AND code = ANY($9) ORDER BY code, due_on`,
    [...scopeOf(actor, at), codes],
  );
  return rows;
}

/** How much waits: by clock, under every other filter; by kind, without any. One statement. */
export async function countInbox(actor: Actor, filter: InboxFilter, at = new Date()): Promise<InboxCounts> {
  const { rows } = await pool().query<{ clock: InboxClock; kind: DutyKind; filtered: number; count: number }>(
    `${SHOWN} SELECT clock, kind, count(*) FILTER (WHERE ${FILTERED})::int AS filtered, count(*)::int AS count
     FROM shown GROUP BY clock, kind`,
    [...scopeOf(actor, at), ...conditionsOf(actor, filter)],
  );
  const counts: InboxCounts = { clocks: { over: 0, soon: 0, run: 0, wait: 0 }, kinds: {}, all: 0 };
  for (const { clock, kind, filtered, count } of rows) {
    counts.clocks[clock] += filtered;
    counts.all += filtered;
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + count;
  }
  return counts;
}

function scopeOf(actor: Actor, at: Date): unknown[] {
  // What a body was given to do is owed by its task owner, and done by its representative as well.
  const posts = actor.roles.flatMap(({ role, organisationId }) =>
    [role, ...(role === "PARTY_REP" ? ["TASK_OWNER"] : [])].map((one) => [one, organisationId] as const),
  );
  const today = dayInVietnam(at);
  return [
    actor.personId,
    posts.map(([role]) => role),
    posts.map(([, body]) => body),
    holds(actor, "AUDITOR"),
    holds(actor, "EVALUATOR"),
    DUTY_KINDS,
    today,
    addDays(today, DUE_SOON_DAYS),
  ];
}

function conditionsOf(actor: Actor, { kind, track, assigned, body, text }: InboxFilter): unknown[] {
  const pattern = text === "" ? "" : `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return [kind, track, assigned === "me" ? actor.personId : assigned, body, pattern];
}

function placeOf(after: string | null): [number | null, string | null, string | null] {
  const [standing, dueOn, id] = after === null ? [] : (decodeCursor(after, 3) ?? []);
  const isPlace =
    (standing === 0 || standing === 1) &&
    typeof dueOn === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(dueOn) &&
    !Number.isNaN(Date.parse(dueOn)) &&
    typeof id === "string" &&
    isUuid(id);
  return isPlace ? [standing, dueOn, id] : [null, null, null];
}

async function withClocks(rows: readonly Row[], actor: Actor, at: Date): Promise<InboxItem[]> {
  const calendar = await loadCalendar();
  return rows.map(({ openedOn, pausedOn, assigneeId, assignee, ...row }) => ({
    ...row,
    assignee: assignee === null ? null : { name: assignee, isMine: assigneeId === actor.personId },
    clock: readClock(
      { openedOn, originalDueOn: row.dueOn, pauses: pausedOn ? [{ from: pausedOn }] : [] },
      at,
      calendar,
    ),
  }));
}
