import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { writeCallStep } from "../internal/calls/call-step.server.ts";
import { asCaller, type CallerRefusal } from "../internal/calls/locked-call.server.ts";
import { mayRunCall } from "./call.policy.ts";
import { MOST_OPEN_DAYS } from "./call.ts";

type RenewRefusal = CallerRefusal | "RENEWAL_DATES" | "RESULT_NOT_OFFERED" | "PARTNERSHIP_NOT_SEEKING";

/**
 * Puts off the last day of a published call, also of one that has expired: `renewedUntil` ('YYYY-MM-DD') is the first day
 * on which it takes no interests any more. Refuses RENEWAL_DATES (not after its day and today, or more than 366 days from
 * today), PARTNERSHIP_NOT_SEEKING (its partnership looks for no house any more, or another leads it),
 * RESULT_NOT_OFFERED (the result is not public any more), and what `asCaller` refuses. Source: docs/domain.md, "Calls and
 * offers".
 */
export async function renewCall(
  actor: Actor,
  code: string,
  { renewedUntil }: { renewedUntil: string },
  at = new Date(),
): Promise<Outcome<null, RenewRefusal>> {
  return asCaller<null, RenewRefusal>(actor, code, ["OPEN"], async (tx, call) => {
    const { id, organisationId, closesOn } = call;
    if (!mayRunCall(actor, call)) return refuse("NOT_A_REPRESENTATIVE");
    const today = dayInVietnam(at);
    const isLater = closesOn !== null && renewedUntil > closesOn && renewedUntil > today;
    if (!isLater || renewedUntil > addDays(today, MOST_OPEN_DAYS))
      return refuse("RENEWAL_DATES", { field: "renewedUntil" });
    if (call.partnershipId !== null && !call.isSeeking) return refuse("PARTNERSHIP_NOT_SEEKING");
    if (!call.isOffered) return refuse("RESULT_NOT_OFFERED");
    const data = { closesOn: new Date(`${renewedUntil}T00:00:00Z`), updatedAt: at };
    await tx.partnershipCall.update({ where: { id }, data });
    const payload = { from: closesOn, closesOn: renewedUntil };
    const step = { kind: "call.renewed", event: "call.renewed", payload, organisationId, by: actor.personId } as const;
    await writeCallStep(tx, call, step, at);
    return done(null);
  });
}
