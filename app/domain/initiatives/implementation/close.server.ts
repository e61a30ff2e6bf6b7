import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { asWorker, type WorkerRefusal } from "../internal/as-worker.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { mayClose, verifyingBody } from "./implementation.policy.ts";
import type { closeSchema } from "./implementation.schema.ts";

/**
 * A verifier who is not of the owner body says how the work ended, and what they saw: applied with evidence, not applied
 * or stopped with the reason, for everybody to read. Whatever clock still runs ends with it. Refuses what `asWorker`
 * refuses; NOT_YOUR_CASE also to whoever belongs to the owner body. Source: docs/domain.md, "After acceptance".
 */
export async function close(
  actor: Actor,
  code: string,
  input: z.output<typeof closeSchema>,
  at = new Date(),
): Promise<Outcome<null, WorkerRefusal>> {
  const { closing, evidence, language } = input;
  return asWorker<null, WorkerRefusal>(
    code,
    { to: closing, hands: ["VERIFIER"] },
    (initiative) => {
      const organisationId = mayClose(actor, initiative) ? verifyingBody(actor, initiative.ownerId) : null;
      return organisationId ? { hand: "VERIFIER", organisationId } : null;
    },
    async (tx, initiative, worker) => {
      for (const kind of ["IMPLEMENTATION", "IMPLEMENTATION_CHECK"] as const)
        await closeObligation(tx, initiative.id, kind, closing, at);
      const taken = await takeStep(tx, initiative, {
        ...{ to: closing, ...worker, personId: actor.personId, at },
        reason: evidence,
        payload: { evidence, language },
      });
      return taken.ok ? done(null) : taken;
    },
  );
}
