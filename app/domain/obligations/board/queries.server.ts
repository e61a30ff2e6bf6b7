import type { House } from "#app/domain/accounts/actor.ts";
import type {
  Age,
  BoardFilter,
  BoardPlace,
  BoardSummary,
  BoardView,
  BodyFigures,
  OpenCounts,
  PublicObligation,
} from "#app/domain/obligations/board.ts";
import { pool } from "#prisma/client.server.ts";
import { keptForASecond } from "#prisma/kept.server.ts";
import { asPublic, dayLimits, OBLIGATION_COLUMNS, type ObligationRow, OPEN, VIETNAM } from "../internal/rows.server.ts";

// A clock stands while its one open pause lasts; the database allows no second.
const FROM = `FROM obligation o LEFT JOIN organisation g ON g.id = o.debtor_organisation_id
  LEFT JOIN obligation_pause s ON s.obligation_id = o.id AND s.to_at IS NULL`;

// $1 today, $2 the last day that counts as due soon, $3 to $8 the filters; all are named so that every view takes the same.
const FILTERED = `$1::date <= $2::date
  AND ($3::uuid IS NULL OR o.debtor_organisation_id = $3) AND ($4::text IS NULL OR o.debtor_role = $4)
  AND ($5::text IS NULL OR o.kind = $5) AND ($6::text IS NULL OR coalesce(g.house::text, 'OTHER') = $6)
  AND ($7::text IS NULL OR g.province_code = $7) AND ($8::int4range IS NULL OR $1::date - (o.opened_at ${VIETNAM})::date <@ $8)`;

const VIEWS: Record<BoardView, string> = {
  open: OPEN,
  over: `${OPEN} AND s.id IS NULL AND o.due_on < $1`,
  soon: `${OPEN} AND s.id IS NULL AND o.due_on BETWEEN $1 AND $2`,
  run: `${OPEN} AND s.id IS NULL AND o.due_on > $2`,
  wait: `${OPEN} AND s.id IS NOT NULL`,
  done: "o.done_at IS NOT NULL",
};

const AGE_DAYS: Record<Age, string> = { week: "[0,8)", month: "[8,31)", quarter: "[31,91)", older: "[91,)" };

function filterValues(filter: BoardFilter, at: Date): unknown[] {
  const { body, role, kind, house, province, age } = filter;
  return [...dayLimits(at), body, role, kind, house, province, age && AGE_DAYS[age]];
}

/**
 * The board behind a place: what is open by due day, since a clock that stands is nobody's most urgent business behind
 * all that run; what is done newest first. `next` is the place of the last row where more follow. One statement.
 */
export async function listBoard(
  filter: BoardFilter,
  options: { limit: number; after?: BoardPlace | null; at?: Date },
): Promise<{ items: PublicObligation[]; next: BoardPlace | null }> {
  const { limit, after = null, at = new Date() } = options;
  const ended = filter.view === "done";
  const order = ended ? "o.done_at DESC, o.id" : "(s.id IS NOT NULL), o.due_on, o.opened_at, o.id";
  const { rows } = await pool().query<ObligationRow & { standing: boolean }>(
    `SELECT ${OBLIGATION_COLUMNS}, s.id IS NOT NULL AS standing ${FROM}
     WHERE ${VIEWS[filter.view]} AND ${FILTERED} AND ${ended ? BEHIND_DONE : BEHIND_OPEN}
     ORDER BY ${order} LIMIT $9`,
    [...filterValues(filter, at), limit + 1, ...placeValues(after, ended)],
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: await asPublic(rows.slice(0, limit), at), next: last ? placeOf(last, ended) : null };
}

const BEHIND_OPEN =
  "($10::date IS NULL OR ((s.id IS NOT NULL)::int, o.due_on, o.opened_at, o.id) > ($13::int, $10, $11::timestamptz, $12::uuid))";
const BEHIND_DONE =
  "($10::date IS NULL OR o.done_at < $11::timestamptz OR (o.done_at = $11::timestamptz AND o.id > $12::uuid)) AND ($13::int IS NULL OR true)";

function placeValues(after: BoardPlace | null, ended: boolean): unknown[] {
  if (after?.length === 4 && !ended) return [after[1], after[2], after[3], after[0]];
  if (after?.length === 2 && ended) return [after[0].slice(0, 10), after[0], after[1], null];
  return [null, null, null, null];
}

function placeOf(row: ObligationRow & { standing: boolean }, ended: boolean): BoardPlace {
  if (ended) return [(row.done_at ?? row.opened_at).toISOString(), row.id];
  return [Number(row.standing), row.due_on, row.opened_at.toISOString(), row.id];
}

/** The newest of what was opened or done, for a feed. One statement. */
export async function listNewest(filter: BoardFilter, limit: number, at = new Date()): Promise<PublicObligation[]> {
  const { rows } = await pool().query<ObligationRow>(
    `SELECT ${OBLIGATION_COLUMNS} ${FROM} WHERE ${VIEWS[filter.view]} AND ${FILTERED}
     ORDER BY ${filter.view === "done" ? "o.done_at" : "o.opened_at"} DESC, o.id LIMIT $9`,
    [...filterValues(filter, at), limit],
  );
  return asPublic(rows, at);
}

/**
 * What is open by state, kind, age and week of its due day, and how much of it is overdue; the filters count, the view
 * does not. One statement.
 */
export async function summariseBoard(filter: BoardFilter, at = new Date()): Promise<BoardSummary> {
  const { rows } = await pool().query<{
    state: keyof OpenCounts | null;
    kind: string | null;
    age: Age | null;
    week: string | null;
    open: number;
    over: number;
  }>(
    `SELECT state, kind, age, week::text, count(*)::int AS open, count(*) FILTER (WHERE state = 'over')::int AS over
     FROM (SELECT o.kind,
         CASE WHEN s.id IS NOT NULL THEN 'wait' WHEN o.due_on < $1 THEN 'over' WHEN o.due_on <= $2 THEN 'soon' ELSE 'run' END AS state,
         CASE WHEN days <= 7 THEN 'week' WHEN days <= 30 THEN 'month' WHEN days <= 90 THEN 'quarter' ELSE 'older' END AS age,
         CASE WHEN s.id IS NULL THEN date_trunc('week', o.due_on)::date ELSE 'infinity' END AS week
       ${FROM} CROSS JOIN LATERAL (SELECT $1::date - (o.opened_at ${VIETNAM})::date AS days) AS age
       WHERE ${OPEN} AND ${FILTERED}) AS open_ones
     GROUP BY GROUPING SETS ((state), (kind), (age), (week))`,
    filterValues(filter, at),
  );
  const states: OpenCounts = { over: 0, soon: 0, run: 0, wait: 0 };
  for (const { state, open } of rows) if (state) states[state] = open;
  return {
    states,
    kinds: rows
      .flatMap(({ kind, open, over }) => (kind ? [{ kind, open, over }] : []))
      .sort((a, b) => b.open - a.open || a.kind.localeCompare(b.kind)),
    ages: rows.flatMap(({ age, open, over }) => (age ? [{ age, open, over }] : [])),
    weeks: rows
      .flatMap(({ week, open, over }) => (week && week !== "infinity" ? [{ from: week, open, over }] : []))
      .sort((a, b) => a.from.localeCompare(b.from)),
  };
}

const figures = keptForASecond(async (filter: BoardFilter) => {
  const at = new Date();
  const [summary, bodies] = await Promise.all([summariseBoard(filter, at), listBodies(filter, at)]);
  return { summary, bodies };
});

/** The summary and the bodies of the board, the same for every reader. Asked once a second at most: two statements. */
export function figuresOfBoard(filter: BoardFilter): Promise<{ summary: BoardSummary; bodies: BodyFigures[] }> {
  return figures(filter);
}

/** At least so many answers, before a median or a rate says anything of a body. */
export const LEAST_ANSWERS = 5;

/**
 * What each body owes now and how it answered in the last twelve months: how many it ended, how many of them within the
 * ORIGINAL due date, and the median of the working days that its clocks ran (null below five). What passed by default
 * counts with the time that it took. Bodies with too few answers come last, by name; no more than 300. One statement.
 */
export async function listBodies(filter: BoardFilter, at = new Date()): Promise<BodyFigures[]> {
  const { rows } = await pool().query<BodyFigures & { house: House }>(BODIES, [
    ...filterValues({ ...filter, body: null, role: null, age: null }, at),
    at,
    LEAST_ANSWERS,
  ]);
  return rows;
}

// `nth` numbers the working days, so that the days between two dates are a difference.
const BODIES = `
  WITH shown AS (
    SELECT o.id, o.debtor_organisation_id AS body, o.debtor_role AS role,
      o.done_at, o.original_due_on, o.due_on, s.id IS NULL AS runs,
      (o.opened_at ${VIETNAM})::date AS opened_on, (o.done_at ${VIETNAM})::date AS done_on
    ${FROM}
    WHERE o.voided_at IS NULL AND (o.done_at IS NULL OR o.done_at > $9::timestamptz - interval '12 months') AND ${FILTERED}
  ), span AS (
    SELECT day::date AS on_date,
      count(*) FILTER (WHERE coalesce(c.working, extract(isodow FROM day) < 6)) OVER (ORDER BY day) -
        (coalesce(c.working, extract(isodow FROM day) < 6))::int AS nth
    FROM generate_series((SELECT min(opened_on) FROM shown), $1::date + 1, interval '1 day') AS day
      LEFT JOIN calendar_day c ON c.on_date = day::date
  ), stood AS (
    SELECT p.obligation_id, sum(t.nth - f.nth) AS days
    FROM obligation_pause p JOIN shown ON shown.id = p.obligation_id AND shown.done_on IS NOT NULL
      JOIN span f ON f.on_date = (p.from_at ${VIETNAM})::date
      JOIN span t ON t.on_date = (coalesce(p.to_at, shown.done_at) ${VIETNAM})::date
    GROUP BY p.obligation_id
  )
  SELECT shown.body AS "organisationId", CASE WHEN shown.body IS NULL THEN shown.role END AS role,
    coalesce(n.house::text, 'OTHER') AS house,
    CASE WHEN n.id IS NOT NULL THEN json_build_object('vi', n.name_vi, 'en', n.name_en, 'fr', n.name_fr) END AS names,
    count(*) FILTER (WHERE done_on IS NULL)::int AS open,
    count(*) FILTER (WHERE done_on IS NULL AND runs AND due_on < $1)::int AS over,
    count(done_on)::int AS answered,
    count(*) FILTER (WHERE done_on <= original_due_on)::int AS "inTime",
    CASE WHEN count(done_on) >= $10 THEN
      percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, t.nth - f.nth - coalesce(stood.days, 0))::float8) FILTER (WHERE done_on IS NOT NULL)
    END AS "medianDays"
  FROM shown LEFT JOIN organisation n ON n.id = shown.body
    LEFT JOIN span f ON f.on_date = shown.opened_on LEFT JOIN span t ON t.on_date = shown.done_on
    LEFT JOIN stood ON stood.obligation_id = shown.id
  GROUP BY shown.body, n.id, CASE WHEN shown.body IS NULL THEN shown.role END
  ORDER BY count(done_on) < $10, CASE WHEN count(done_on) >= $10 THEN count(*) FILTER (WHERE done_on IS NULL AND runs AND due_on < $1) END DESC,
    n.name_vi, 2
  LIMIT 300`;

/** How many obligations were met in the last twelve months: all, and those within their ORIGINAL due date. */
export type AnsweredCounts = { answered: number; inTime: number };

/** The open clocks and how last year's duties were met, for the first page of the portal. One statement. */
export async function countOpenAndAnswered(at = new Date()): Promise<{ open: OpenCounts; past: AnsweredCounts }> {
  const { rows } = await pool().query<OpenCounts & AnsweredCounts>(
    `SELECT * FROM
       (SELECT count(s.id)::int AS wait,
          count(*) FILTER (WHERE s.id IS NULL AND o.due_on < $1)::int AS over,
          count(*) FILTER (WHERE s.id IS NULL AND o.due_on BETWEEN $1 AND $2)::int AS soon,
          count(*) FILTER (WHERE s.id IS NULL AND o.due_on > $2)::int AS run
        FROM obligation o LEFT JOIN obligation_pause s ON s.obligation_id = o.id AND s.to_at IS NULL WHERE ${OPEN}) AS now,
       (SELECT count(*)::int AS answered,
          count(*) FILTER (WHERE (done_at ${VIETNAM})::date <= original_due_on)::int AS "inTime"
        FROM obligation WHERE done_at > $3::timestamptz - interval '12 months' AND done_at <= $3) AS past`,
    [...dayLimits(at), at],
  );
  const { answered = 0, inTime = 0, over = 0, soon = 0, run = 0, wait = 0 } = rows[0] ?? {};
  return { open: { over, soon, run, wait }, past: { answered, inTime } };
}
