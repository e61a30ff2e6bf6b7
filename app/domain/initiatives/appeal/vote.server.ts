import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { maySitAsEvaluator } from "../initiative.policy.ts";
import { asEvaluator, type EvaluatorRefusal } from "../internal/as-evaluator.server.ts";
import { noteRound } from "../internal/open-round.server.ts";
import type { voteSchema } from "./appeal.schema.ts";

/**
 * A member of an appeal panel votes once, with a reason; nobody reads a vote before the panel is closed. Refuses
 * CONFLICT_NOT_DECLARED, NOT_A_PANEL and what `asEvaluator` refuses. Source: docs/domain.md, "Appeal".
 */
export async function voteOnAppeal(
  actor: Actor,
  code: string,
  input: z.output<typeof voteSchema>,
  at = new Date(),
): Promise<Outcome<null, EvaluatorRefusal | "CONFLICT_NOT_DECLARED" | "NOT_A_PANEL">> {
  return asEvaluator(actor, code, maySitAsEvaluator, async (tx, { initiative, round, seat }) => {
    if (round.kind !== "APPEAL") return refuse("NOT_A_PANEL");
    if (!seat.conflictDeclaredAt) return refuse("CONFLICT_NOT_DECLARED");
    const uphold = input.vote === "UPHOLD";
    await tx.appealVote.create({ data: { seatId: seat.id, uphold, reason: input.voteReason, at } });
    await tx.evaluationSeat.update({ where: { id: seat.id }, data: { scoredAt: at } });
    const sitting = round.seats.filter((other) => other.recusedAt === null);
    const voted = sitting.filter((other) => other.scoredAt !== null).length + 1;
    const payload = { round: round.round, voted, of: sitting.length };
    await noteRound(tx, initiative, { kind: "initiative.panel-voted", post: "EVALUATOR", payload }, at);
    return done(null);
  });
}
