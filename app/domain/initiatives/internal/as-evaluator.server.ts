import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { InitiativeFacts } from "../initiative.policy.ts";
import { type LockedInitiative, lockInitiative } from "./locked.server.ts";
import { type OpenRound, openRound } from "./open-round.server.ts";

export type EvaluatorRefusal = "NOT_FOUND" | "EVALUATION_CLOSED" | "RECUSED" | "ALREADY_SCORED";

type Seat = OpenRound["seats"][number];

/**
 * Runs an evaluator's act in their own seat of the open round, in one transaction. Refuses NOT_FOUND to whoever has no
 * seat in any round, EVALUATION_CLOSED once the round is over, RECUSED, and ALREADY_SCORED unless told otherwise.
 */
export async function asEvaluator<Value, Code extends string>(
  actor: Actor,
  code: string,
  may: (actor: Actor, initiative: InitiativeFacts) => boolean,
  act: (tx: Tx, at: { initiative: LockedInitiative; round: OpenRound; seat: Seat }) => Promise<Outcome<Value, Code>>,
  options: { evenScored?: boolean } = {},
): Promise<Outcome<Value, Code | EvaluatorRefusal>> {
  return inTransaction<Value, Code | EvaluatorRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !may(actor, initiative)) return refuse("NOT_FOUND");
    const isOpen = initiative.state === "UNDER_EVALUATION" || initiative.state === "APPEALED";
    const round = isOpen ? await openRound(tx, initiative.id) : null;
    const seat = round?.seats.find((one) => one.personId === actor.personId);
    if (!round || !seat) return refuse("EVALUATION_CLOSED");
    if (seat.recusedAt) return refuse("RECUSED");
    if (seat.scoredAt && !options.evenScored) return refuse("ALREADY_SCORED");
    return act(tx, { initiative, round, seat });
  });
}
