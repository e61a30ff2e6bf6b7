import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { existsForOfficers, mayChair } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { noteRound, openRound } from "../internal/open-round.server.ts";
import { type SeatRefusal, seatEvaluators } from "../internal/seats.server.ts";
import type { evaluatorsSchema } from "./council.schema.ts";

/**
 * The chair names further evaluators in an open round, in the place of those who stepped aside. Refuses NOT_FOUND,
 * EVALUATION_CLOSED, NOT_YOUR_CASE and what `seatEvaluators` refuses. Returns how many were named.
 */
export async function nameEvaluators(
  actor: Actor,
  code: string,
  input: z.output<typeof evaluatorsSchema>,
  at = new Date(),
): Promise<Outcome<{ named: number }, SeatRefusal | "NOT_FOUND" | "EVALUATION_CLOSED" | "NOT_YOUR_CASE">> {
  return inTransaction<{ named: number }, SeatRefusal | "NOT_FOUND" | "EVALUATION_CLOSED" | "NOT_YOUR_CASE">(
    async (tx) => {
      const initiative = await lockInitiative(tx, code);
      if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
      if (initiative.state !== "UNDER_EVALUATION") return refuse("EVALUATION_CLOSED");
      if (!mayChair(actor, initiative)) return refuse("NOT_YOUR_CASE");
      const round = await openRound(tx, initiative.id);
      if (!round) return refuse("EVALUATION_CLOSED");
      const seated = await seatEvaluators(tx, initiative, round, input.evaluatorIds);
      if (!seated.ok) return seated;
      const named = input.evaluatorIds.length;
      await noteRound(tx, initiative, "initiative.evaluator-named", { round: round.round, evaluators: named }, at);
      return done({ named });
    },
  );
}
