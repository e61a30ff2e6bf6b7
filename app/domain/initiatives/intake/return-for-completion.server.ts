import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayCheckIntake } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal, type OfficialAct } from "../internal/as-officer.server.ts";
import type { LockedInitiative } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { returnSchema } from "./intake.schema.ts";

const OFFICER = { role: "INTAKE", to: "NEEDS_COMPLETION", may: mayCheckIntake } as const;

/**
 * Sends an initiative back with everything that is missing, at once: intake's clock stops, the proposer's runs. The
 * items are for the proposer; the public record tells how many there are. Returns the day by which they are due.
 * Refuses what `asOfficer` refuses. Source: docs/domain.md, "Initiatives".
 */
export async function returnForCompletion(
  actor: Actor,
  code: string,
  input: z.output<typeof returnSchema>,
  at = new Date(),
  run = inTransaction,
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal>> {
  const act = async (tx: Tx, initiative: LockedInitiative, who: OfficialAct) => {
    const last = await tx.missingItem.aggregate({ where: { initiativeId: initiative.id }, _max: { round: true } });
    const round = (last._max.round ?? 0) + 1;
    await tx.missingItem.createMany({
      data: input.items.map((item, position) => ({
        ...item,
        initiativeId: initiative.id,
        round,
        position,
        createdAt: at,
      })),
    });
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "NEEDS_COMPLETION",
      reason: input.items.map((item) => item.message).join("\n"),
      payload: { items: input.items.length, round },
    });
    return step.ok ? done(step.value) : step;
  };
  return asOfficer(actor, code, OFFICER, at, act, run);
}

/** What `returnForCompletion` would answer now; nothing is written. */
export async function checkReturn(actor: Actor, code: string, at = new Date()): Promise<Outcome<null, OfficerRefusal>> {
  return asOfficer(actor, code, OFFICER, at, async () => done(null));
}
