import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { maySitAsEvaluator } from "../initiative.policy.ts";
import { asEvaluator, type EvaluatorRefusal } from "../internal/as-evaluator.server.ts";
import { noteRound } from "../internal/open-round.server.ts";
import type { recusalSchema } from "./council.schema.ts";

/**
 * An evaluator steps aside while the round is open, before or after the file opened, and even after scoring: then the
 * scores are kept and count no more. Ground and reason are for the chair; the record tells that one stepped aside, and
 * at the end of the round how many on which ground, never who. Refuses what `asEvaluator` refuses, but not a given score.
 * Source: docs/domain.md, "Council".
 */
export async function recuse(
  actor: Actor,
  code: string,
  { ground, reason }: z.output<typeof recusalSchema>,
  at = new Date(),
): Promise<Outcome<null, EvaluatorRefusal>> {
  return asEvaluator(
    actor,
    code,
    maySitAsEvaluator,
    async (tx, { initiative, round, seat }) => {
      await tx.evaluationSeat.update({
        where: { id: seat.id },
        data: { recusedAt: at, recusalGround: ground, recusalReason: reason },
      });
      const { round: number } = round;
      const payload = { round: number };
      await noteRound(tx, initiative, { kind: "initiative.recused", post: "EVALUATOR", payload }, at);
      const subject = { type: "INITIATIVE", code: initiative.code } as const;
      await tell(tx, { event: "council.recused", subject, to: [round.chairId], followers: false }, at);
      return done(null);
    },
    { evenScored: true },
  );
}
