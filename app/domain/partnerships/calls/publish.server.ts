import type { Actor } from "#app/domain/accounts/actor.ts";
import { followFor } from "#app/domain/notices/follows/follow.server.ts";
import { followersOfOrganisation } from "#app/domain/notices/follows/queries.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { writeCallStep } from "../internal/calls/call-step.server.ts";
import { asCaller, type CallerRefusal, type LockedCall } from "../internal/calls/locked-call.server.ts";
import { longestOf } from "../texts.ts";
import { mayRunCall } from "./call.policy.ts";
import { CALL_LENGTHS } from "./call.schema.ts";
import { isOfMarket, MOST_OPEN_DAYS } from "./call.ts";

type PublishRefusal =
  | CallerRefusal
  | "CALL_INCOMPLETE"
  | "CALL_DATES"
  | "ORGANISATION_NOT_VERIFIED"
  | "PARTNERSHIP_NOT_SEEKING"
  | "RESULT_NOT_OFFERED";

/**
 * Publishes a draft: from now on everybody reads it, and nobody changes it. Those who follow the organisation are told;
 * whoever published follows it. Refuses CALL_INCOMPLETE (title or text too short, nothing sought or offered, or a day
 * missing), CALL_DATES (it is over already, or an offer of a result or a need ends more than 366 days from now),
 * ORGANISATION_NOT_VERIFIED, PARTNERSHIP_NOT_SEEKING, RESULT_NOT_OFFERED, and what `asCaller` refuses. Source:
 * docs/domain.md, "Calls and offers".
 */
export async function publishCall(actor: Actor, code: string, at = new Date()): Promise<Outcome<null, PublishRefusal>> {
  return asCaller<null, PublishRefusal>(actor, code, ["DRAFT"], async (tx, call) => {
    const { id, organisationId, kind, title, needs, opensOn, closesOn } = call;
    if (!mayRunCall(actor, call)) return refuse("NOT_A_REPRESENTATIVE");
    if (!call.isVerified) return refuse("ORGANISATION_NOT_VERIFIED");
    if (!isWhole(call) || !opensOn || !closesOn) return refuse("CALL_INCOMPLETE");
    const today = dayInVietnam(at);
    if (closesOn <= today || (isOfMarket(kind) && closesOn > addDays(today, MOST_OPEN_DAYS)))
      return refuse("CALL_DATES", { field: "closesOn" });
    if (call.partnershipId !== null && !call.isSeeking) return refuse("PARTNERSHIP_NOT_SEEKING");
    if (!call.isOffered) return refuse("RESULT_NOT_OFFERED");
    await tx.partnershipCall.update({ where: { id }, data: { state: "OPEN", publishedAt: at, updatedAt: at } });
    const to = await followersOfOrganisation(tx, organisationId);
    const payload = { kind, title, needs, opensOn, closesOn };
    const step = { kind: "call.open", event: "call.opened", payload, organisationId, to, by: actor.personId } as const;
    await writeCallStep(tx, call, step, at);
    await followFor(tx, actor.personId, { type: "CALL", code }, at);
    return done(null);
  });
}

function isWhole({ title, text, needs }: LockedCall): boolean {
  const { title: t, text: x } = CALL_LENGTHS;
  return longestOf(title) >= t.least && longestOf(text) >= x.least && needs.length > 0;
}
