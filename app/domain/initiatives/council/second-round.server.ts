import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { existsForOfficers, mayChair } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { noteRound, type OpenRound, openRound } from "../internal/open-round.server.ts";
import { divergenceOf, mayEnd, newRound } from "./internal/rounds.server.ts";

type Refused =
  | "NOT_FOUND"
  | "NOT_YOUR_CASE"
  | "EVALUATION_CLOSED"
  | "TOO_FEW_SCORES"
  | "SCORES_MISSING"
  | "NOTHING_DIVERGES";

/**
 * The chair ends the first round and opens a second one on the criteria on which the council is far apart, for the same
 * members without those who stepped aside; each of them reads the comments of the first round without names. The clock
 * of the evaluation runs on. Refuses NOT_FOUND, NOT_YOUR_CASE, EVALUATION_CLOSED (no whole round is open), what closing
 * refuses, and NOTHING_DIVERGES. Returns the criteria. Source: docs/domain.md, "Scoring".
 */
export async function openSecondRound(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ criteria: string[] }, Refused>> {
  return inTransaction<{ criteria: string[] }, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    const first = initiative.state === "UNDER_EVALUATION" ? await openRound(tx, initiative.id) : null;
    if (first?.kind !== "FULL") return refuse("EVALUATION_CLOSED");
    if (!mayChair(actor, initiative)) return refuse("NOT_YOUR_CASE");
    const today = dayInVietnam(at);
    const ended = await mayEnd(tx, first, { initiativeId: initiative.id, kind: "EVALUATION", today });
    if (!ended.ok) return ended;
    const criteria = await divergenceOf(tx, first, today);
    if (criteria.length === 0) return refuse("NOTHING_DIVERGES");
    await tx.evaluation.update({ where: { id: first.id }, data: { closedAt: at } });
    const second = await newRound(tx, initiative, { kind: "DIVERGENCE", chairId: actor.personId, at, criteria });
    const seats = first.seats.filter((seat) => seat.recusedAt === null);
    await tx.evaluationSeat.createMany({
      data: seats.map(({ personId, organisationId, conflictDeclaredAt }) => ({
        ...{ evaluationId: second.id, personId, organisationId, conflictDeclaredAt },
      })),
    });
    const { scored, of, recused } = ended.value;
    const payload = { round: first.round, scored, of, ...recused, next: second.round, criteria };
    await noteRound(tx, initiative, { kind: "initiative.second-round", post: "CHAIR", payload }, at);
    const subject = { type: "INITIATIVE", code } as const;
    const to = seats.map(({ personId }) => personId);
    await tell(tx, { event: "council.second-round", subject, to, followers: false }, at);
    return done({ criteria });
  });
}

/**
 * The criteria on which the open round of a council is far apart; empty while the chair may not end it yet, so that
 * nobody learns from this how others scored. Some five statements.
 */
export async function proposedCriteria(code: string, at = new Date()): Promise<string[]> {
  const today = dayInVietnam(at);
  const initiative = await db().initiative.findUnique({ where: { code }, select: { id: true } });
  const round: OpenRound | null = initiative && (await openRound(db(), initiative.id));
  if (!initiative || !round || round.kind !== "FULL") return [];
  const ended = await mayEnd(db(), round, { initiativeId: initiative.id, kind: "EVALUATION", today });
  return ended.ok ? divergenceOf(db(), round, today) : [];
}
