import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { DUE_SOON_DAYS } from "#app/domain/obligations/obligation.ts";
import { IS_VALID } from "../assignment/assigned.ts";
import { SENT_TITLE } from "../desk/sent-title.ts";
import type { InboxClock, InboxFilter } from "./inbox.ts";

/** SQL: the title of the duty `d`, whose initiative is `i`. Read of the rows that are shown, and of all only where words are sought. */
export const TITLE = `coalesce(${SENT_TITLE}, (SELECT r.title FROM result r WHERE d.subject = 'RESULT' AND r.code = d.code),
  (SELECT c.title FROM challenge c WHERE d.subject = 'CHALLENGE' AND c.id = d.subject_id),
  (SELECT jsonb_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) FROM organisation g
    WHERE d.subject = 'ORGANISATION' AND g.id = d.subject_id))`;

/** SQL: the comment `m` and the initiative `i` of the duty `d`. */
export const SUBJECT = `LEFT JOIN comment m ON d.subject = 'COMMENT' AND m.id = d.subject_id
  LEFT JOIN initiative i ON i.id = CASE d.subject WHEN 'INITIATIVE' THEN d.subject_id ELSE m.initiative_id END`;

/** SQL: the open assignment `a` is of the duty `d`. */
export const IS_ASSIGNED = `d.subject = 'INITIATIVE' AND a.initiative_id = d.subject_id AND a.role::text = d.role
  AND (d.body_id IS NULL OR a.organisation_id = d.body_id) AND ${IS_VALID}`;

/** SQL: the pause `z` of the duty `d` is open. */
export const IS_STANDING = "z.obligation_id = d.clock_id AND z.to_at IS NULL";

/** SQL: by due day, what stands last. */
export const BY_DUE = "d.paused_at IS NOT NULL, d.due_on, d.id";

/** The duties `d` of an actor in pieces of SQL. A piece names the values by the places that `add` gave. */
export type DutySql = {
  values: unknown[];
  /** Adds a value; gives its place. */
  add: (value: unknown) => string;
  /** what every statement begins with: the ids of what the actor wrote, `own` */
  head: string;
  /** SELECTs whose rows together are every duty */
  sources: string[];
};

const IS_RUNNING = `NOT EXISTS (SELECT 1 FROM obligation_pause z WHERE ${IS_STANDING})`;
const NOT_OWN = "d.subject_id <> ALL ((SELECT ids FROM own)::uuid[])";

/** The duties of these kinds that wait for an actor, as SQL: those of the posts held and of the seats taken. */
export function dutySql(actor: Actor, kinds: readonly string[]): DutySql {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const me = add(actor.personId);
  const kindsAt = add(kinds);
  const held = heldSql(actor, add);
  const owed = `SELECT o.id, o.kind, o.subject_type::text AS subject, o.subject_id, o.subject_code AS code,
      o.debtor_role AS role, o.debtor_organisation_id AS body_id, o.due_on, o.opened_at, o.id AS clock_id
    FROM obligation o WHERE o.done_at IS NULL AND o.voided_at IS NULL AND o.debtor_person_id IS NULL
      AND o.kind = ANY(${kindsAt}) AND ${holds(actor, "AUDITOR") ? `(o.subject_type = 'INITIATIVE' OR ${held})` : held}`;
  return {
    values,
    add,
    head: `WITH own AS MATERIALIZED (
      SELECT coalesce(array_agg(id), '{}') AS ids FROM (
        SELECT id FROM initiative WHERE proposer_id = ${me} UNION
        SELECT initiative_id FROM initiative_author WHERE person_id = ${me} AND declined_at IS NULL UNION
        SELECT m.id FROM comment m JOIN initiative i ON i.id = m.initiative_id WHERE i.proposer_id = ${me} UNION
        SELECT m.id FROM comment m JOIN initiative_author t ON t.initiative_id = m.initiative_id
        WHERE t.person_id = ${me} AND t.declined_at IS NULL) AS written (id))`,
    sources: [owed, ...(holds(actor, "EVALUATOR") ? [seatsOf(me, kindsAt)] : [])],
  };
}

/**
 * SQL: a post of the actor owes `o`. First by roles and bodies apart, which the planner can estimate; pairs are told apart
 * only where not every role is held in every body.
 */
function heldSql(actor: Actor, add: DutySql["add"]): string {
  const posts = actor.roles.flatMap(({ role, organisationId }) => {
    // What a body was given to do is owed by its task owner, and done by its representative as well.
    const roles = role === "PARTY_REP" ? [role, "TASK_OWNER"] : [role];
    return roles.map((one) => ({ role: one, body: organisationId }));
  });
  const roles = [...new Set(posts.map(({ role }) => role))];
  const bodies = [...new Set(posts.flatMap(({ body }) => body ?? []))];
  const isHeld = (role: string, body: string) => posts.some((post) => post.role === role && post.body === body);
  const apart = `o.debtor_role = ANY(${add(roles)}) AND (o.debtor_organisation_id IS NULL OR o.debtor_organisation_id = ANY(${add(bodies)}))`;
  if (roles.every((role) => bodies.every((body) => isHeld(role, body)))) return `(${apart})`;
  const pairs = `unnest(${add(posts.map(({ role }) => role))}::text[], ${add(posts.map(({ body }) => body))}::uuid[])`;
  return `(${apart} AND (o.debtor_organisation_id IS NULL OR EXISTS (
    SELECT 1 FROM ${pairs} AS held (role, body) WHERE held.role = o.debtor_role AND held.body = o.debtor_organisation_id)))`;
}

/** What of the duties is asked for: conditions on `d` beside that the actor did not write it, and the joins that they need. */
export type DutyCondition = { where: string; joins: string };

/**
 * What the filter asks for, the clock apart. Assignments are probed row by row, which ends with a page, or joined, which
 * is cheaper where all rows are read.
 */
export function conditionOf(
  sql: DutySql,
  actor: Actor,
  filter: InboxFilter,
  assignments: "probed" | "joined",
): DutyCondition {
  const { kind, track, assigned, body, text } = filter;
  const pattern = text === "" ? null : sql.add(`%${text.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const whose =
    assigned === null || assigned === "nobody"
      ? "true"
      : `a.person_id = ${sql.add(assigned === "me" ? actor.personId : assigned)}`;
  const isAssigned =
    assignments === "joined"
      ? `(a.id IS NOT NULL AND ${whose})`
      : `EXISTS (SELECT 1 FROM case_assignment a WHERE ${IS_ASSIGNED} AND ${whose})`;
  const byAssignment = assigned !== null && assignments === "joined";
  return {
    where: allOf([
      kind && `d.kind = ${sql.add(kind)}`,
      track && `i.track = ${sql.add(track)}::"Track"`,
      assigned && (assigned === "nobody" ? `NOT ${isAssigned}` : isAssigned),
      body && `d.body_id = ${sql.add(body)}`,
      pattern && `(d.code ILIKE ${pattern} OR unaccent((${TITLE})::text) ILIKE unaccent(${pattern}))`,
    ]),
    joins: `${track || pattern ? SUBJECT : ""} ${byAssignment ? `LEFT JOIN case_assignment a ON ${IS_ASSIGNED}` : ""}`,
  };
}

/** Where a page begins: behind a duty that runs (0) or stands (1). */
export type Place = { standing: 0 | 1; dueOn: string; id: string };

type PageAsked = {
  condition: DutyCondition;
  /** what waits for the actor, what stands because somebody else has to do something first, or both */
  shown: "running" | "standing" | "all";
  behind: Place | null;
  limit: number;
};

/**
 * A statement that gives the earliest duties `d`, with `paused_at`, to whatever is selected `FROM` them. What stands is
 * sought only where what runs does not fill the page.
 */
export function pageSql(
  sql: DutySql,
  { condition, shown, limit, ...asked }: PageAsked,
  select: (from: string) => string,
): string {
  const stands = shown !== "running";
  const behind = asked.behind && (shown === "all" || stands === (asked.behind.standing === 1)) ? asked.behind : null;
  const after = behind && `(d.due_on, d.id) > (${sql.add(behind.dueOn)}::date, ${sql.add(behind.id)}::uuid)`;
  const end = `ORDER BY d.due_on, d.id LIMIT ${limit}`;
  const runs = shown !== "standing" && behind?.standing !== 1;
  const running = allOf([NOT_OWN, condition.where, after, IS_RUNNING]);
  const parts = sql.sources.map(
    (duties) =>
      `(SELECT d.*, NULL::timestamptz AS paused_at FROM (${duties}) AS d ${condition.joins} WHERE ${running} ${end})`,
  );
  const left = runs ? `(SELECT count(*) FROM running) < ${limit}` : after;
  const ctes = [
    ...(runs ? [`running AS MATERIALIZED (SELECT d.* FROM (${parts.join(" UNION ALL ")}) AS d ${end})`] : []),
    ...(stands
      ? [
          `standing AS MATERIALIZED (SELECT d.*, z.from_at AS paused_at FROM (${allSql(sql)}) AS d
            JOIN obligation_pause z ON ${IS_STANDING} ${condition.joins}
            WHERE ${allOf([NOT_OWN, condition.where, left])} ${end})`,
        ]
      : []),
  ];
  const both = [...(runs ? ["running"] : []), ...(stands ? ["standing"] : [])].map((name) => `SELECT * FROM ${name}`);
  const page = `(SELECT * FROM (${both.join(" UNION ALL ")}) AS d ORDER BY ${BY_DUE} LIMIT ${limit}) AS d`;
  return `${[sql.head, ...ctes].join(", ")} ${select(page)} ORDER BY ${BY_DUE}`;
}

/** A statement that groups all duties `d`, with their open pause `z`. */
export function groupSql(sql: DutySql, joins: string, select: string): string {
  return `${sql.head} SELECT ${select} FROM (${allSql(sql)}) AS d LEFT JOIN obligation_pause z ON ${IS_STANDING} ${joins}
    WHERE ${NOT_OWN}`;
}

/** SQL: the day by which the duty `d` is due, whether its clock runs or not. */
export function clockSql(sql: DutySql, clock: Exclude<InboxClock, "wait">, at: Date): string {
  const day = (days: number) => `${sql.add(addDays(dayInVietnam(at), days))}::date`;
  if (clock === "over") return `d.due_on < ${day(0)}`;
  if (clock === "soon") return `d.due_on BETWEEN ${day(0)} AND ${day(DUE_SOON_DAYS)}`;
  return `d.due_on > ${day(DUE_SOON_DAYS)}`;
}

/** SQL: every condition that there is. */
export function allOf(conditions: readonly (string | null | false)[]): string {
  return conditions.filter(Boolean).join(" AND ") || "true";
}

function allSql({ sources }: DutySql): string {
  return sources.join(" UNION ALL ");
}

function seatsOf(me: string, kinds: string): string {
  return `SELECT * FROM (
    SELECT s.id, CASE WHEN s.conflict_declared_at IS NULL THEN 'SEAT_DECLARATION' ELSE 'SEAT_SCORE' END AS kind,
      'INITIATIVE' AS subject, o.subject_id, o.subject_code AS code, 'EVALUATOR' AS role, NULL::uuid AS body_id, o.due_on,
      o.opened_at, o.id AS clock_id
    FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id AND e.closed_at IS NULL
      JOIN obligation o ON o.subject_id = e.initiative_id AND o.kind IN ('EVALUATION', 'APPEAL_REVIEW')
        AND o.done_at IS NULL AND o.voided_at IS NULL
    WHERE s.person_id = ${me} AND s.recused_at IS NULL AND s.scored_at IS NULL) AS seat WHERE kind = ANY(${kinds})`;
}
