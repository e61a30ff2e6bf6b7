import { type Actor, type HeldRole, holds, type Role } from "#app/domain/accounts/actor.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type Clock, type ObligationKind, readClock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { assignedFor } from "../assignment/queries.server.ts";
import { lacksOf } from "../completeness.ts";
import { scoresThatCount } from "../council/result.ts";
import { isInside, visibleTo } from "../file-view.ts";
import { existsForOfficers, isAuthor } from "../initiative.policy.ts";
import type { Track } from "../initiative.ts";
import { listCompletions } from "../intake/completions.server.ts";
import { readWholeFile, type SeatTaken } from "../internal/whole-file.server.ts";
import { noteReading } from "../readers/internal/note.server.ts";
import type { DeskItem } from "./desk-item.ts";
import { SENT_TITLE } from "./sent-title.ts";

type Row = Omit<DeskItem, "clock"> & { openedOn: string; pausedOn: string | null };

/**
 * What waits for a role that the actor holds, in their bodies, by due date; 200 at most. An auditor sees what waits for
 * all of them. One statement.
 */
export async function listDesk(
  actor: Actor,
  roles: readonly Role[],
  kinds: readonly ObligationKind[],
  at = new Date(),
): Promise<DeskItem[]> {
  const readsAll = holds(actor, "AUDITOR");
  const held = actor.roles.filter(({ role }) => roles.includes(role)).map(asDebtor);
  const { rows } = await pool().query<Row>(
    `SELECT i.code, i.state, i.track, ${SENT_TITLE} AS title, o.kind, o.due_on AS "dueOn", p.id IS NOT NULL AS paused,
      (o.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "openedOn",
      (p.from_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "pausedOn"
    FROM obligation o JOIN initiative i ON i.id = o.subject_id
      LEFT JOIN obligation_pause p ON p.obligation_id = o.id AND p.to_at IS NULL
    WHERE o.subject_type = 'INITIATIVE' AND o.done_at IS NULL AND o.voided_at IS NULL
      AND o.kind = ANY($1) AND i.proposer_id <> $5
      AND CASE WHEN $4 THEN o.debtor_role = ANY($2) ELSE EXISTS (
        SELECT 1 FROM unnest($2::text[], $3::uuid[]) AS held (role, body)
        WHERE held.role = o.debtor_role AND held.body = coalesce(o.debtor_organisation_id, held.body)) END
    ORDER BY p.id IS NOT NULL, o.due_on, i.code LIMIT 200`,
    [
      kinds,
      readsAll ? roles : held.map(({ role }) => role),
      held.map(({ organisationId }) => organisationId),
      readsAll,
      actor.personId,
    ],
  );
  const calendar = await loadCalendar();
  return rows.map(({ openedOn, pausedOn, ...row }) => {
    const pauses = pausedOn ? [{ from: pausedOn }] : [];
    return { ...row, clock: readClock({ openedOn, originalDueOn: row.dueOn, pauses }, at, calendar) };
  });
}

/** What a body was given to do is owed by its task owner, and done by its representative as well. */
function asDebtor(held: HeldRole): HeldRole {
  return held.role === "PARTY_REP" ? { ...held, role: "TASK_OWNER" } : held;
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
