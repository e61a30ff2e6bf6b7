import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type Clock, type ObligationKind, readClock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { assignedFor } from "../assignment/queries.server.ts";
import { lacksOf } from "../completeness.ts";
import { scoresThatCount } from "../council/result.ts";
import { isInside, visibleTo } from "../file-view.ts";
import { clockSql, dutySql, groupSql, pageSql } from "../inbox/duty-sql.server.ts";
import { existsForOfficers, isAuthor } from "../initiative.policy.ts";
import type { Track } from "../initiative.ts";
import { listCompletions } from "../intake/completions.server.ts";
import { readWholeFile, type SeatTaken } from "../internal/whole-file.server.ts";
import { noteReading } from "../readers/internal/note.server.ts";
import type { DeskItem } from "./desk-item.ts";
import { SENT_TITLE } from "./sent-title.ts";

type Row = Omit<DeskItem, "clock"> & { openedOn: string; pausedOn: string | null };

/** Rows of a desk. */
const MOST = 200;

/**
 * What of these kinds, all about initiatives, waits for the actor, in every post, by due date, what stands last; 200 at most.
 * Nobody finds there what they wrote; an auditor sees what waits for everybody. One statement.
 */
export async function listDesk(
  actor: Actor,
  kinds: readonly ObligationKind[],
  { shown = "all", limit = MOST }: { shown?: "running" | "standing" | "all"; limit?: number } = {},
  at = new Date(),
): Promise<DeskItem[]> {
  const sql = dutySql(actor, kinds);
  const page = pageSql(
    sql,
    { condition: { where: "true", joins: "" }, shown, behind: null, limit },
    (duties) => `SELECT i.code, i.state, i.track, ${SENT_TITLE} AS title, d.kind, d.due_on AS "dueOn",
        d.paused_at IS NOT NULL AS paused, (d.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn",
        (d.paused_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "pausedOn"
      FROM ${duties} JOIN initiative i ON i.id = d.subject_id`,
  );
  const { rows } = await pool().query<Row>(page, sql.values);
  const calendar = await loadCalendar();
  return rows.map(({ openedOn, pausedOn, ...row }) => {
    const pauses = pausedOn ? [{ from: pausedOn }] : [];
    return { ...row, clock: readClock({ openedOn, originalDueOn: row.dueOn, pauses }, at, calendar) };
  });
}

export type DeskCount = { kind: string; running: number; standing: number; over: number };

/** How much waits for the actor, by kind of duty; what is overdue is among what runs. One statement. */
export async function countDesk(actor: Actor, kinds: readonly ObligationKind[], at = new Date()): Promise<DeskCount[]> {
  const sql = dutySql(actor, kinds);
  const counted = `d.kind, count(*) FILTER (WHERE z.id IS NULL)::int AS running, count(z.id)::int AS standing,
    count(*) FILTER (WHERE z.id IS NULL AND ${clockSql(sql, "over", at)})::int AS over`;
  const { rows } = await pool().query<DeskCount>(`${groupSql(sql, "", counted)} GROUP BY 1`, sql.values);
  return rows;
}

export type SeatItem = {
  code: string;
  track: Track;
  title: Texts;
  round: number;
  isOpen: boolean;
  declared: boolean;
  recused: boolean;
  scored: boolean;
  dueOn: string | null;
  /** the council's clock, while it runs */
  clock: Clock | null;
};

/** The evaluations in which the actor holds a seat, open ones first; 200 at most. One statement. */
export async function listSeats(actor: Actor, at = new Date()): Promise<SeatItem[]> {
  const { rows } = await pool().query<Omit<SeatItem, "clock"> & { openedOn: string | null }>(
    `SELECT i.code, i.track, i.title, e.round, e.closed_at IS NULL AND i.state IN ('UNDER_EVALUATION', 'APPEALED') AS "isOpen",
      s.conflict_declared_at IS NOT NULL AS declared, s.recused_at IS NOT NULL AS recused,
      s.scored_at IS NOT NULL AS scored, o.due_on AS "dueOn",
      (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn"
    FROM evaluation_seat s JOIN evaluation e ON e.id = s.evaluation_id JOIN initiative i ON i.id = e.initiative_id
      LEFT JOIN obligation o ON o.subject_id = i.id AND o.kind IN ('EVALUATION', 'APPEAL_REVIEW') AND o.done_at IS NULL AND o.voided_at IS NULL
    WHERE s.person_id = $1 AND i.state <> 'WITHDRAWN'
    ORDER BY 5 DESC, s.scored_at IS NOT NULL, o.due_on NULLS LAST, i.code LIMIT 200`,
    [actor.personId],
  );
  const calendar = await loadCalendar();
  return rows.map(({ openedOn, ...seat }) => {
    const facts = openedOn && seat.dueOn ? { openedOn, originalDueOn: seat.dueOn, pauses: [] } : null;
    return { ...seat, clock: facts && readClock(facts, at, calendar) };
  });
}

/**
 * One file on a desk: what the reader may see of it, and the facts by which the page hides what the command would
 * refuse. An evaluator who has not declared yet gets title and applicant, by which a conflict can be told. Null where it
 * does not exist for this reader, and for its proposer, who sees neither the council nor its comments. The reading goes
 * into the access log.
 */
export async function findCase(actor: Actor, code: string, at = new Date()) {
  const file = await readWholeFile(code);
  if (!file || !existsForOfficers(file)) return null;
  const seat = file.seats.findLast((one) => one.personId === actor.personId) ?? null;
  if ((!isInside(actor, file) && !seat) || isAuthor(actor, file)) return null;
  const view = visibleTo(actor, file, dayInVietnam(at));
  await noteReading(file, { ...view, personId: actor.personId, parts: view.opened }, at);
  const whole = file.frozen?.content ?? file.content;
  const { title, team } = whole;
  const { state, track, proposerId, screenedById, evaluatorIds, inCharge, formerIds } = file;
  return {
    code: file.code,
    facts: { state, track, proposerId, screenedById, evaluatorIds, inCharge, formerIds },
    assigned: assignedFor(actor, file.assigned),
    appeal: file.appeal,
    sealedUntil: view.reader.kind === "DECIDER" ? (file.sealedUntil?.toISOString() ?? null) : null,
    submittedAt: file.submittedAt?.toISOString() ?? null,
    applicant: { title, team, organisation: file.organisation },
    content: view.content,
    closed: view.closed,
    // what a form lacks is told of closed parts too, without their words
    lacks: view.content ? lacksOf(whole) : [],
    attachments: view.attachments,
    completions: view.content
      ? await listCompletions(file, {
          reader: view.reader,
          closed: view.closed.filter((one) => !one.mine).map((one) => one.part),
          today: dayInVietnam(at),
        })
      : [],
    decisions: view.decisions,
    scores: view.scores,
    versions: file.versions,
    seat: seat && ownSeat(seat),
    // Who sits is for the chair; the scores of an open round are for nobody but who gave them.
    seats: file.seats.map(({ roundClosedAt, conflictDeclaredAt, recusedAt, scoredAt, scores: _, ...shown }) => ({
      ...shown,
      isOpen: roundClosedAt === null,
      declared: conflictDeclaredAt !== null,
      recused: recusedAt !== null,
      scored: scoredAt !== null,
    })),
    comments: seat ? [] : scoresThatCount(file.seats).map(({ criterion, comment }) => ({ criterion, comment })),
    earlier: seat ? commentsBefore(seat, file.seats) : [],
    reply: seat ? null : (file.replies.at(-1) ?? null),
  };
}

/** In a second round its members read what the first one wrote on the same criteria, without names. */
function commentsBefore(own: SeatTaken, seats: readonly SeatTaken[]): { criterion: string; comment: string }[] {
  if (own.kind !== "DIVERGENCE" || own.conflictDeclaredAt === null || own.recusedAt !== null) return [];
  return seats
    .filter((one) => one.round === own.round - 1 && one.recusedAt === null)
    .flatMap((one) => one.scores.filter(({ criterion }) => own.criteria.includes(criterion)))
    .map(({ criterion, comment }) => ({ criterion, comment }))
    .sort((a, b) => a.comment.localeCompare(b.comment));
}

function ownSeat(seat: SeatTaken) {
  return {
    round: seat.round,
    kind: seat.kind,
    criteria: seat.criteria,
    isOpen: seat.roundClosedAt === null,
    declared: seat.conflictDeclaredAt !== null,
    recused: seat.recusedAt !== null,
    scored: seat.scoredAt !== null,
    scores: seat.scores,
  };
}
