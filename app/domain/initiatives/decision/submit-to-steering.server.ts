import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { maySubmitToSteering } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { takeStep } from "../internal/take-step.server.ts";

/**
 * Intake lays an evaluated breakthrough initiative before the steering body. Returns the day by which that has to
 * decide. Refuses what `asOfficer` refuses. Source: Decision 2266/QĐ-TTg, end of step 2.
 */
export async function submitToSteering(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal>> {
  const officer = { role: "INTAKE", to: "SUBMITTED_TO_STEERING", may: maySubmitToSteering } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    const step = await takeStep(tx, initiative, { ...who, to: "SUBMITTED_TO_STEERING" });
    return step.ok ? done(step.value) : step;
  });
}
