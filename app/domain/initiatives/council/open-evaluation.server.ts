import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { mayChair } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { type SeatRefusal, seatEvaluators } from "../internal/seats.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { evaluatorsSchema } from "./council.schema.ts";

/**
 * The chair names one or more evaluators and opens a round. Each declares first whether a conflict of interest exists;
 * until then the file stays closed to them. Refuses what `seatEvaluators` and `asOfficer` refuse.
 * Source: docs/domain.md, "Initiatives", "Separation of duties".
 */
export async function openEvaluation(
  actor: Actor,
  code: string,
  input: z.output<typeof evaluatorsSchema>,
  at = new Date(),
): Promise<Outcome<{ round: number }, OfficerRefusal | SeatRefusal>> {
  const officer = { role: "CHAIR", to: "UNDER_EVALUATION", may: mayChair } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    const last = await tx.evaluation.aggregate({ where: { initiativeId: initiative.id }, _max: { round: true } });
    const round = (last._max.round ?? 0) + 1;
    const evaluation = await tx.evaluation.create({
      data: { initiativeId: initiative.id, round, chairId: who.personId, openedAt: at },
      select: { id: true, chairId: true },
    });
    const seated = await seatEvaluators(tx, initiative, evaluation, input.evaluatorIds);
    if (!seated.ok) return seated;
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "UNDER_EVALUATION",
      payload: { round, evaluators: input.evaluatorIds.length },
    });
    return step.ok ? done({ round }) : step;
  });
}
