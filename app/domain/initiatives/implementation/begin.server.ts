import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { asWorker, type WorkerRefusal } from "../internal/as-worker.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { mayBegin, ownerRole } from "./implementation.policy.ts";

/**
 * The owner body takes the work up: its task owner, or its representative. Refuses what `asWorker` refuses.
 * Source: docs/domain.md, "After acceptance".
 */
export async function begin(actor: Actor, code: string, at = new Date()): Promise<Outcome<null, WorkerRefusal>> {
  const step = { to: "IN_IMPLEMENTATION", hands: ["TASK_OWNER", "PARTY_REP"] } as const;
  return asWorker<null, WorkerRefusal>(
    code,
    step,
    (initiative) => {
      const hand = mayBegin(actor, initiative) ? ownerRole(actor, initiative.ownerId) : null;
      return hand && initiative.ownerId ? { hand, organisationId: initiative.ownerId } : null;
    },
    async (tx, initiative, worker) => {
      const act = { to: "IN_IMPLEMENTATION", ...worker, personId: actor.personId, at } as const;
      const taken = await takeStep(tx, initiative, act);
      return taken.ok ? done(null) : taken;
    },
  );
}
