import type { House } from "#app/domain/accounts/actor.ts";
import type { BoardView, OpenCounts, PublicObligation } from "#app/domain/obligations/board.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { DUE_SOON_DAYS, readClock } from "#app/domain/obligations/obligation.ts";
import { pool } from "#prisma/client.server.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";

type Row = {
  id: string;
  kind: string;
  subject_type: SubjectType;
  subject_code: string;
  debtor_role: string;
  debtor_organisation_id: string | null;
  house: House | null;
  name_vi: string | null;
  basis: string;
  opened_at: Date;
  original_due_on: string;
  due_on: string;
  done_at: Date | null;
  voided_at: Date | null;
  outcome: string | null;
  pauses: { from: string; to: string | null; reason: string }[];
};

const SELECT = `
  SELECT o.id, o.kind, o.subject_type, o.subject_code, o.debtor_role, o.debtor_organisation_id, g.house, g.name_vi,
    o.basis, o.opened_at, o.original_due_on, o.due_on, o.done_at, o.voided_at, o.outcome,
    coalesce((
      SELECT json_agg(json_build_object('from', (p.from_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
        'to', (p.to_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 'reason', p.reason) ORDER BY p.from_at)
      FROM obligation_pause p WHERE p.obligation_id = o.id
    ), '[]') AS pauses
  FROM obligation o LEFT JOIN organisation g ON g.id = o.debtor_organisation_id`;

const OPEN = "o.done_at IS NULL AND o.voided_at IS NULL";
const PAUSED = "EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)";

// $1 is today, $2 the last day that counts as due soon; both are named in every view so that all take the same values.
const VIEWS: Record<BoardView, string> = {
  open: `${OPEN} AND $1::date <= $2::date`,
  over: `${OPEN} AND NOT ${PAUSED} AND o.due_on < $1 AND $1::date <= $2::date`,
  soon: `${OPEN} AND NOT ${PAUSED} AND o.due_on BETWEEN $1 AND $2`,
  run: `${OPEN} AND NOT ${PAUSED} AND o.due_on > $2 AND $1::date <= $2::date`,
  wait: `${OPEN} AND ${PAUSED} AND $1::date <= $2::date`,
  done: "o.done_at IS NOT NULL AND $1::date <= $2::date",
};

/** How many obligations are open, by the state of their clock. One statement. */
export async function countOpen(at = new Date()): Promise<OpenCounts> {
  const { rows } = await pool().query<Record<keyof OpenCounts, bigint>>(
    `SELECT count(*) FILTER (WHERE paused) AS wait,
       count(*) FILTER (WHERE NOT paused AND due_on < $1) AS over,
       count(*) FILTER (WHERE NOT paused AND due_on BETWEEN $1 AND $2) AS soon,
       count(*) FILTER (WHERE NOT paused AND due_on > $2) AS run
     FROM (SELECT o.due_on, ${PAUSED} AS paused FROM obligation o WHERE ${OPEN}) AS open_ones`,
    dayLimits(at),
  );
  const row = rows[0];
  return { over: Number(row?.over), soon: Number(row?.soon), run: Number(row?.run), wait: Number(row?.wait) };
}

/** How many obligations were met in the last twelve months: all, and those within their ORIGINAL due date. */
export type AnsweredCounts = { answered: number; inTime: number };

/** The open clocks and how last year's duties were met, for the first page of the portal. One statement. */
export async function countOpenAndAnswered(at = new Date()): Promise<{ open: OpenCounts; past: AnsweredCounts }> {
  const { rows } = await pool().query<OpenCounts & AnsweredCounts>(
    `SELECT * FROM
       (SELECT count(*) FILTER (WHERE paused)::int AS wait,
          count(*) FILTER (WHERE NOT paused AND due_on < $1)::int AS over,
          count(*) FILTER (WHERE NOT paused AND due_on BETWEEN $1 AND $2)::int AS soon,
          count(*) FILTER (WHERE NOT paused AND due_on > $2)::int AS run
        FROM (SELECT o.due_on, ${PAUSED} AS paused FROM obligation o WHERE ${OPEN}) AS open_ones) AS now,
       (SELECT count(*)::int AS answered,
          count(*) FILTER (WHERE (done_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date <= original_due_on)::int AS "inTime"
        FROM obligation WHERE done_at > $3::timestamptz - interval '12 months' AND done_at <= $3) AS past`,
    [...dayLimits(at), at],
  );
  const { answered = 0, inTime = 0, over = 0, soon = 0, run = 0, wait = 0 } = rows[0] ?? {};
  return { open: { over, soon, run, wait }, past: { answered, inTime } };
}

/**
 * One page of the public board: open ones by due date, done ones newest first. One statement; `more` tells whether
 * another page follows.
 */
export async function listObligations(
  view: BoardView,
  options: { limit: number; page?: number; at?: Date },
): Promise<{ items: PublicObligation[]; more: boolean }> {
  const at = options.at ?? new Date();
  // A clock that stands still is nobody's most urgent business.
  const order = view === "done" ? "o.done_at DESC, o.id" : `${PAUSED}, o.due_on, o.opened_at, o.id`;
  const offset = ((options.page ?? 1) - 1) * options.limit;
  const { rows } = await pool().query<Row>(`${SELECT} WHERE ${VIEWS[view]} ORDER BY ${order} LIMIT $3 OFFSET $4`, [
    ...dayLimits(at),
    options.limit + 1,
    offset,
  ]);
  const items = await asPublic(rows.slice(0, options.limit), at);
  return { items, more: rows.length > options.limit };
}

/** A place on the board of what is open: the ordering values of the last row, due day, opening instant (RFC 3339), id. */
export type BoardPlace = readonly [dueOn: string, openedAt: string, id: string];

/**
 * What is open (or over) behind a place, the most urgent first, of one debtor where asked: a body by its id, or a role.
 * `next` is the place of the last row where more follow. One statement.
 */
export async function listObligationsAfter(
  view: "open" | "over",
  options: { limit: number; after: BoardPlace | null; debtor: string | null; at?: Date },
): Promise<{ items: PublicObligation[]; next: BoardPlace | null }> {
  const { limit, after, debtor, at = new Date() } = options;
  const { rows } = await pool().query<Row>(
    `${SELECT} WHERE ${VIEWS[view]}
       AND ($4::text IS NULL OR o.debtor_organisation_id::text = $4 OR o.debtor_role = $4)
       AND ($5::date IS NULL OR (o.due_on, o.opened_at, o.id) > ($5, $6, $7::uuid))
     ORDER BY o.due_on, o.opened_at, o.id LIMIT $3`,
    [...dayLimits(at), limit + 1, debtor, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await asPublic(rows.slice(0, limit), at),
    next: last ? [last.due_on, last.opened_at.toISOString(), last.id] : null,
  };
}

/**
 * What somebody owes now, the most urgent first, at most 20: in their own name, and in the posts that they hold (of
 * one body, or of the whole role where a clock names no body). One statement.
 */
export async function listOwedBy(
  actor: { personId: string; roles: readonly { role: string; organisationId: string | null }[] },
  at = new Date(),
): Promise<PublicObligation[]> {
  const posts = actor.roles.map(({ role, organisationId }) => ({ role, body: organisationId }));
  const { rows } = await pool().query<Row>(
    `${SELECT} WHERE ${VIEWS.open} AND (o.debtor_person_id = $3 OR EXISTS (
         SELECT 1 FROM json_to_recordset($4::json) AS post(role text, body uuid)
         WHERE post.role = o.debtor_role AND (o.debtor_organisation_id IS NULL OR o.debtor_organisation_id = post.body)
           AND o.debtor_person_id IS NULL))
     ORDER BY o.due_on, o.opened_at, o.id LIMIT 20`,
    [...dayLimits(at), actor.personId, JSON.stringify(posts)],
  );
  return asPublic(rows, at);
}

/** Every obligation of one subject, oldest first. One statement. */
export async function obligationsOf(subjectCode: string, at = new Date()): Promise<PublicObligation[]> {
  const { rows } = await pool().query<Row>(`${SELECT} WHERE o.subject_code = $1 ORDER BY o.opened_at, o.id`, [
    subjectCode,
  ]);
  return asPublic(rows, at);
}

function dayLimits(at: Date): [string, string] {
  const soon = new Date(at.getTime() + DUE_SOON_DAYS * 86_400_000);
  return [dayInVietnam(at), dayInVietnam(soon)];
}

async function asPublic(rows: Row[], at: Date): Promise<PublicObligation[]> {
  const calendar = await loadCalendar();
  return rows.map((row) => {
    const openedOn = dayInVietnam(row.opened_at);
    const facts = {
      openedOn,
      originalDueOn: row.original_due_on,
      pauses: row.pauses,
      doneAt: row.done_at,
      voidedAt: row.voided_at,
    };
    const clock = readClock(facts, at, calendar);
    const standing = clock.state === "wait" ? row.pauses.at(-1) : undefined;
    const ended = row.done_at ?? row.voided_at;
    return {
      id: row.id,
      kind: row.kind,
      subjectType: row.subject_type,
      subjectCode: row.subject_code,
      debtor: {
        role: row.debtor_role,
        house: row.house ?? "OTHER",
        name: row.name_vi,
        organisationId: row.debtor_organisation_id,
      },
      basis: row.basis,
      openedOn,
      originalDueOn: row.original_due_on,
      dueOn: standing ? null : clock.dueOn,
      pausedOn: standing?.from ?? null,
      pauseReason: standing?.reason ?? null,
      endedOn: ended ? dayInVietnam(ended) : null,
      outcome: row.outcome,
      clock,
    };
  });
}
