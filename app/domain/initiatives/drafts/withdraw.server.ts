import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer } from "../initiative.policy.ts";
import type { InitiativeRefusal } from "../initiative.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";

/**
 * Takes an initiative back before it is decided; every open clock ends, and the public trace keeps code and date only.
 * Refuses NOT_FOUND (also for everybody but the proposer) and NOT_ALLOWED_FROM_STATE once it is decided.
 * Source: docs/domain.md, "Initiatives".
 */
export async function withdraw(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<null, InitiativeRefusal | "NOT_FOUND">> {
  return inTransaction(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    const step = await takeStep(tx, initiative, {
      to: "WITHDRAWN",
      hand: "PROPOSER",
      personId: actor.personId,
      organisationId: null,
      at,
    });
    return step.ok ? done(null) : step;
  });
}
