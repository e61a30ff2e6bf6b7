import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { representativesOf, writeCallStep } from "../../internal/calls/call-step.server.ts";
import { lockCall } from "../../internal/calls/locked-call.server.ts";
import { postOf } from "../../internal/public-step.server.ts";
import { mayExpressInterest, maySeeCall } from "../call.policy.ts";
import type { interestSchema } from "../call.schema.ts";
import { standingOf } from "../call.ts";

type ExpressRefusal =
  | "NOT_FOUND"
  | "NOT_A_REPRESENTATIVE"
  | "ORGANISATION_NOT_VERIFIED"
  | "CALL_NOT_OPEN"
  | "ALREADY_INTERESTED";

/**
 * An organisation says that it would take part, by its representative. The caller owes an answer from now on
 * (INTEREST_ANSWER). The public learns that somebody did, not who. Returns the interest's id. Refuses NOT_FOUND;
 * NOT_A_REPRESENTATIVE at `organisationId` (also for the caller itself); ORGANISATION_NOT_VERIFIED; CALL_NOT_OPEN;
 * ALREADY_INTERESTED (one of this organisation waits or was answered). Source: docs/domain.md, "Calls and offers".
 */
export async function expressInterest(
  actor: Actor,
  code: string,
  input: z.output<typeof interestSchema>,
  at = new Date(),
): Promise<Outcome<{ id: string }, ExpressRefusal>> {
  return inTransaction<{ id: string }, ExpressRefusal>(async (tx) => {
    const call = await lockCall(tx, code);
    if (!call || !maySeeCall(actor, call)) return refuse("NOT_FOUND");
    const { organisationId, message, language } = input;
    if (!isUuid(organisationId) || !mayExpressInterest(actor, call, organisationId))
      return refuse("NOT_A_REPRESENTATIVE", { field: "organisationId" });
    const verified = await tx.organisation.count({ where: { id: organisationId, verifiedAt: { not: null } } });
    if (verified === 0) return refuse("ORGANISATION_NOT_VERIFIED", { field: "organisationId" });
    if (standingOf(call, dayInVietnam(at)) !== "OPEN" || !call.isOffered) return refuse("CALL_NOT_OPEN");
    const living = await tx.callInterest.count({
      where: { callId: call.id, organisationId, state: { not: "WITHDRAWN" } },
    });
    if (living > 0) return refuse("ALREADY_INTERESTED", { field: "organisationId" });

    const post = postOf({ actor, organisationId });
    const { id } = await tx.callInterest.create({
      data: { callId: call.id, organisationId, personId: actor.personId, post, message, language, sentAt: at },
      select: { id: true },
    });
    await openObligation(
      tx,
      {
        subject: { type: "CALL", id, code },
        kind: "INTEREST_ANSWER",
        debtor: { organisationId: call.organisationId, role: "PARTY_REP" },
        creditor: { role: "INTERESTED" },
        parameter: "partnership.interest-answer.working-days",
      },
      at,
    );
    const to = await representativesOf(tx, call.organisationId);
    const told = {
      event: "call.interest",
      to,
      followers: false,
      params: { interest: id },
      by: actor.personId,
    } as const;
    await writeCallStep(
      tx,
      call,
      { ...told, kind: "call.interest", payload: { state: "SENT" }, organisationId: null },
      at,
    );
    return done({ id });
  });
}
