import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { maySitAsEvaluator } from "../initiative.policy.ts";
import { asEvaluator, type EvaluatorRefusal } from "../internal/as-evaluator.server.ts";

/** An evaluator declares that no conflict of interest exists: the file opens. A second declaration changes nothing. */
export async function declareNoConflict(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<null, EvaluatorRefusal>> {
  return asEvaluator(actor, code, maySitAsEvaluator, async (tx, { seat }) => {
    await tx.evaluationSeat.updateMany({
      where: { id: seat.id, conflictDeclaredAt: null },
      data: { conflictDeclaredAt: at },
    });
    return done(null);
  });
}
