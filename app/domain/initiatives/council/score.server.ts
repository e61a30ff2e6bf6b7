import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { askedOf } from "../criteria.ts";
import { maySitAsEvaluator } from "../initiative.policy.ts";
import { asEvaluator, type EvaluatorRefusal } from "../internal/as-evaluator.server.ts";
import { noteRound } from "../internal/open-round.server.ts";
import type { CriterionScore } from "./council.schema.ts";

/**
 * An evaluator scores every criterion of the round once (in a second round those on which the council was far apart), 0 to 100 points and a comment each; scores stay closed to the
 * others until the round is. Refuses CONFLICT_NOT_DECLARED, CRITERION_MISSING, and what `asEvaluator` refuses.
 * Source: docs/domain.md, "Proposal".
 */
export async function score(
  actor: Actor,
  code: string,
  scores: readonly CriterionScore[],
  at = new Date(),
): Promise<Outcome<null, EvaluatorRefusal | "CONFLICT_NOT_DECLARED" | "CRITERION_MISSING">> {
  return asEvaluator(actor, code, maySitAsEvaluator, async (tx, { initiative, round, seat }) => {
    if (!seat.conflictDeclaredAt) return refuse("CONFLICT_NOT_DECLARED");
    const asked = askedOf(initiative.track, round.criteria);
    if (round.kind === "APPEAL" || !isExactly(asked, scores)) return refuse("CRITERION_MISSING");
    await tx.score.createMany({ data: scores.map((one) => ({ ...one, seatId: seat.id, at })) });
    await tx.evaluationSeat.update({ where: { id: seat.id }, data: { scoredAt: at } });
    const scored = round.seats.filter((other) => other.scoredAt !== null && other.recusedAt === null).length + 1;
    const of = round.seats.filter((other) => other.recusedAt === null).length;
    const payload = { round: round.round, scored, of };
    await noteRound(tx, initiative, { kind: "initiative.scored", post: "EVALUATOR", payload }, at);
    return done(null);
  });
}

function isExactly(asked: readonly string[], scores: readonly CriterionScore[]): boolean {
  const given = new Set<string>(scores.map(({ criterion }) => criterion));
  return given.size === scores.length && given.size === asked.length && asked.every((code) => given.has(code));
}
