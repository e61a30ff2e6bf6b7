import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { existsForOfficers, mayChair } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { noteRound, type OpenRound, openRound } from "../internal/open-round.server.ts";
import type { namingSchema } from "./council.schema.ts";
import { type SeatRefusal, seatEvaluators } from "./internal/seats.server.ts";

type Refused = SeatRefusal | "NOT_FOUND" | "EVALUATION_CLOSED" | "NOT_YOUR_CASE" | "NO_SEAT_TO_FILL" | "ONE_FOR_ONE";

/**
 * The chair names further evaluators in an open round, or one in the place of somebody who stepped aside. Refuses
 * NOT_FOUND, EVALUATION_CLOSED, NOT_YOUR_CASE, NO_SEAT_TO_FILL (nobody left that seat, or it is filled), ONE_FOR_ONE
 * (several in one place) and what `seatEvaluators` refuses. Returns how many were named. Source: docs/domain.md, "Council".
 */
export async function nameEvaluators(
  actor: Actor,
  code: string,
  input: z.output<typeof namingSchema>,
  at = new Date(),
): Promise<Outcome<{ named: number }, Refused>> {
  return inTransaction<{ named: number }, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    if (!["UNDER_EVALUATION", "APPEALED"].includes(initiative.state)) return refuse("EVALUATION_CLOSED");
    if (!mayChair(actor, initiative)) return refuse("NOT_YOUR_CASE");
    const round = await openRound(tx, initiative.id);
    if (!round || round.kind === "DIVERGENCE") return refuse("EVALUATION_CLOSED");
    const { evaluatorIds: personIds, replacesSeatId } = input;
    if (replacesSeatId) {
      if (!isVacant(round, replacesSeatId)) return refuse("NO_SEAT_TO_FILL", { field: "replacesSeatId" });
      if (personIds.length !== 1) return refuse("ONE_FOR_ONE", { field: "evaluatorIds" });
    }
    const seating = { evaluation: round, personIds, ...(replacesSeatId ? { replacesSeatId } : {}) };
    const seated = await seatEvaluators(tx, initiative, seating, at);
    if (!seated.ok) return seated;
    const named = personIds.length;
    const payload = { round: round.round, evaluators: named, ...(replacesSeatId ? { replaced: 1 } : {}) };
    await noteRound(tx, initiative, { kind: "initiative.evaluator-named", post: "CHAIR", payload }, at);
    return done({ named });
  });
}

function isVacant(round: OpenRound, seatId: string): boolean {
  const left = round.seats.some((seat) => seat.id === seatId && seat.recusedAt !== null);
  return left && !round.seats.some((seat) => seat.replacesSeatId === seatId);
}
