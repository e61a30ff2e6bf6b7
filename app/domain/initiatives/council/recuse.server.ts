import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { maySitAsEvaluator } from "../initiative.policy.ts";
import { asEvaluator, type EvaluatorRefusal } from "../internal/as-evaluator.server.ts";
import { noteRound } from "../internal/open-round.server.ts";

/** An evaluator steps aside, before or after the file opened; the record tells that one did, not who. */
export async function recuse(actor: Actor, code: string, at = new Date()): Promise<Outcome<null, EvaluatorRefusal>> {
  return asEvaluator(actor, code, maySitAsEvaluator, async (tx, { initiative, round, seat }) => {
    await tx.evaluationSeat.update({ where: { id: seat.id }, data: { recusedAt: at } });
    await noteRound(tx, initiative, "initiative.recused", { round: round.round }, at);
    return done(null);
  });
}
