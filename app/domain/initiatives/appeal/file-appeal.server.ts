import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { typedDay } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer } from "../initiative.policy.ts";
import type { InitiativeRefusal } from "../initiative.ts";
import { transition } from "../initiative.ts";
import { freshChairFor } from "../internal/debtor.server.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { appealSchema } from "./appeal.schema.ts";
import { isAppealable } from "./appeal.ts";
import { appealUntil } from "./deadline.server.ts";

type Refused = InitiativeRefusal | "NOT_FOUND" | "APPEAL_TOO_LATE";

/**
 * The proposer appeals once against a rejection, on its form or in the matter, to a panel without earlier members; where
 * there is another council, that one is in charge. Returns the day by which the panel owes its answer. Refuses NOT_FOUND,
 * what the table refuses (ALREADY_APPEALED among it) and APPEAL_TOO_LATE. Source: docs/domain.md, "Appeal".
 */
export async function fileAppeal(
  actor: Actor,
  code: string,
  { text, language }: z.output<typeof appealSchema>,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, Refused>> {
  return inTransaction<{ dueOn: string | null }, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    const { id, state, track, appealedBefore } = initiative;
    const drawn = transition(state, "APPEALED", { track, hands: ["PROPOSER"], appealedBefore });
    if (!drawn.ok) return drawn;
    const until = isAppealable(state) ? await appealUntil(tx, id, state) : null;
    if (until === null || dayInVietnam(at) > until)
      return refuse("APPEAL_TOO_LATE", { params: { date: typedDay(until ?? "") } });
    await tx.appeal.create({ data: { initiativeId: id, against: state, text, language, filedAt: at } });
    const debtor = await freshChairFor(tx, initiative);
    const step = await takeStep(tx, initiative, {
      ...{ to: "APPEALED", hand: "PROPOSER", personId: actor.personId, organisationId: null, at },
      ...{ reason: text, payload: { against: state }, debtor },
    });
    if (!step.ok) return step;
    const subject = { type: "INITIATIVE", code } as const;
    const to = await chairsOf(tx, debtor.organisationId);
    await tell(tx, { event: "appeal.filed", subject, to, followers: false, by: actor.personId }, at);
    return done(step.value);
  });
}

async function chairsOf(tx: Tx, organisationId: string | null): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: "CHAIR", revokedAt: null, ...(organisationId ? { organisationId } : {}) },
    select: { personId: true },
    take: 100,
  });
  return grants.map(({ personId }) => personId);
}
