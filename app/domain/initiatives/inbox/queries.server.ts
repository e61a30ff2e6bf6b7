import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { readClock } from "#app/domain/obligations/obligation.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import {
  allOf,
  clockSql,
  conditionOf,
  dutySql,
  groupSql,
  IS_ASSIGNED,
  type Place,
  pageSql,
  SUBJECT,
  TITLE,
} from "./duty-sql.server.ts";
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
  const sql = dutySql(actor, DUTY_KINDS);
  const { where, joins } = conditionOf(sql, actor, filter, "probed");
  const byClock = filter.clock && filter.clock !== "wait" && clockSql(sql, filter.clock, at);
  const shown = filter.clock === null ? "all" : filter.clock === "wait" ? "standing" : "running";
  const condition = { where: allOf([where, byClock]), joins };
  const asked = { condition, shown, behind: placeOf(after), limit: INBOX_PAGE + 1 } as const;
  const page = pageSql(
    sql,
    asked,
    (duties) => `SELECT d.id, d.kind, d.subject AS "subjectType", d.code, ${TITLE} AS title, i.track::text AS track,
        CASE WHEN b.id IS NOT NULL THEN json_build_object('vi', b.name_vi, 'en', b.name_en, 'fr', b.name_fr) END AS body,
        d.role,
        CASE d.subject WHEN 'ORGANISATION' THEN d.subject_id::text WHEN 'COMMENT' THEN m.code ELSE d.code END AS "subjectKey",
        a.person_id AS "assigneeId", coalesce(p.name, p.email) AS assignee, d.due_on AS "dueOn",
        (d.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn",
        (d.paused_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "pausedOn"
      FROM ${duties} ${SUBJECT} LEFT JOIN case_assignment a ON ${IS_ASSIGNED}
        LEFT JOIN person p ON p.id = a.person_id LEFT JOIN organisation b ON b.id = d.body_id`,
  );
  const { rows } = await pool().query<Row>(page, sql.values);
  const items = await withClocks(rows.slice(0, INBOX_PAGE), actor, at);
  const last = items.at(-1);
  const isMore = rows.length > INBOX_PAGE && last;
  return { items, next: isMore ? encodeCursor([Number(last.clock.state === "wait"), last.dueOn, last.id]) : null };
}

/** The initiatives of these codes as far as something about them waits for the actor. One statement. */
export async function listInboxOf(actor: Actor, codes: readonly string[]): Promise<Row[]> {
  const sql = dutySql(actor, DUTY_KINDS);
  const initiatives = `d.subject = 'INITIATIVE' AND d.code = ANY(${sql.add(codes)})`;
  const { rows } = await pool().query<Row>(
    `${groupSql(sql, SUBJECT, `DISTINCT ON (d.code) d.code, ${TITLE} AS title, i.track::text AS track, d.kind, d.due_on AS "dueOn"`)}
     AND ${initiatives} ORDER BY d.code, d.due_on`,
    sql.values,
  );
  return rows;
}

/** How much waits: by clock, under every other filter; by kind, without any. One statement. */
export async function countInbox(actor: Actor, filter: InboxFilter, at = new Date()): Promise<InboxCounts> {
  const sql = dutySql(actor, DUTY_KINDS);
  const { where, joins } = conditionOf(sql, actor, filter, "joined");
  const clock = `CASE WHEN z.id IS NOT NULL THEN 'wait' WHEN ${clockSql(sql, "over", at)} THEN 'over'
    WHEN ${clockSql(sql, "soon", at)} THEN 'soon' ELSE 'run' END AS clock`;
  const counted = `${clock}, d.kind, count(*) FILTER (WHERE ${where})::int AS filtered, count(*)::int AS count`;
  const { rows } = await pool().query<{ clock: InboxClock; kind: DutyKind; filtered: number; count: number }>(
    `${groupSql(sql, joins, counted)} GROUP BY 1, 2`,
    sql.values,
  );
  const counts: InboxCounts = { clocks: { over: 0, soon: 0, run: 0, wait: 0 }, kinds: {}, all: 0 };
  for (const { clock, kind, filtered, count } of rows) {
    counts.clocks[clock] += filtered;
    counts.all += filtered;
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + count;
  }
  return counts;
}

function placeOf(after: string | null): Place | null {
  const [standing, dueOn, id] = after === null ? [] : (decodeCursor(after, 3) ?? []);
  const isPlace =
    (standing === 0 || standing === 1) &&
    typeof dueOn === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(dueOn) &&
    !Number.isNaN(Date.parse(dueOn)) &&
    typeof id === "string" &&
    isUuid(id);
  return isPlace ? { standing, dueOn, id } : null;
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
