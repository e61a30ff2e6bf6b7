import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { existsForOfficers } from "../initiative.policy.ts";
import { type InitiativeHand, type InitiativeRefusal, type InitiativeState, transition } from "../initiative.ts";
import { type LockedInitiative, lockInitiative } from "./locked.server.ts";

export type WorkerRefusal = InitiativeRefusal | "NOT_FOUND" | "NOT_YOUR_CASE";

/** Who acts after the acceptance, in which hand, in the name of which body. */
export type Worker = { hand: InitiativeHand; organisationId: string };

/**
 * Runs an act after the acceptance on a locked initiative, in one transaction: `to` is the step that it takes, null where
 * it takes none and `state` must be so. What the table refuses comes first, then NOT_YOUR_CASE to whom `who` finds no
 * hand and body for.
 */
export async function asWorker<Value, Code extends string>(
  code: string,
  step: { to: InitiativeState; hands: readonly InitiativeHand[] } | { state: InitiativeState },
  who: (initiative: LockedInitiative) => Worker | null,
  act: (tx: Tx, initiative: LockedInitiative, worker: Worker) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | WorkerRefusal>> {
  return inTransaction<Value, Code | WorkerRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    if ("to" in step) {
      const drawn = transition(initiative.state, step.to, { track: initiative.track, hands: step.hands });
      if (!drawn.ok) return drawn;
    } else if (initiative.state !== step.state) return refuse("NOT_ALLOWED_FROM_STATE");
    const worker = who(initiative);
    if (!worker) return refuse("NOT_YOUR_CASE");
    return act(tx, initiative, worker);
  });
}
