import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { mayCheckIntake } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { rejectFormSchema } from "./intake.schema.ts";

/**
 * Refuses an initiative on its form, with a coded reason for the public and a written one for the proposer.
 * Refuses what `asOfficer` refuses. Source: docs/domain.md, "Initiatives".
 */
export async function rejectForm(
  actor: Actor,
  code: string,
  input: z.output<typeof rejectFormSchema>,
  at = new Date(),
): Promise<Outcome<null, OfficerRefusal>> {
  const officer = { role: "INTAKE", to: "REJECTED_FORM", may: mayCheckIntake } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "REJECTED_FORM",
      reason: input.reason,
      payload: { reasonCode: input.reasonCode },
    });
    return step.ok ? done(null) : step;
  });
}
