import type { z } from "zod";
import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { decidingRole, existsForOfficers, mayCorrect } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import type { correctionSchema } from "./decision.schema.ts";
import { publicDecision } from "./internal/step.server.ts";

type Refused = "NOT_FOUND" | "NOTHING_TO_CORRECT" | "NOT_YOUR_CASE" | "DECIDED_MEANWHILE";

/**
 * Corrects the reason or the legal basis of the decision in force by a new one of the same kind; the former stays
 * readable. `number` is that of the decision that was read: where another stands meanwhile, DECIDED_MEANWHILE. Refuses
 * NOT_FOUND, NOTHING_TO_CORRECT and NOT_YOUR_CASE (another body, or an earlier part). Source: docs/domain.md, "Decision".
 */
export async function correctDecision(
  actor: Actor,
  code: string,
  { reason, language, legalRef, number }: z.output<typeof correctionSchema>,
  at = new Date(),
): Promise<Outcome<{ number: number }, Refused>> {
  return inTransaction<{ number: number }, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    const last = await tx.decision.findFirst({
      where: { initiativeId: initiative.id, publishedAt: { not: null } },
      orderBy: { number: "desc" },
    });
    const kind = initiative.state;
    if (!last || last.kind !== kind || (kind !== "ACCEPTED" && kind !== "REJECTED"))
      return refuse("NOTHING_TO_CORRECT");
    const role = decidingRole(initiative.track);
    if (!mayCorrect(actor, initiative) || !holds(actor, role, last.organisationId)) return refuse("NOT_YOUR_CASE");
    if (last.number !== number) return refuse("DECIDED_MEANWHILE");
    const { organisationId, versionNumber } = last;
    const decision = await tx.decision.create({
      data: {
        ...{ initiativeId: initiative.id, versionNumber, kind, reason, language, legalRef: legalRef || null },
        ...{ decidedById: actor.personId, organisationId, decidedAt: at, publishAt: at, publishedAt: at },
        ...{ number: initiative.decisions + 1, correctsId: last.id },
      },
      select: { id: true, number: true },
    });
    const told = await publicDecision(tx, initiative, { id: decision.id, kind, reason, language, legalRef });
    const subject = { type: "INITIATIVE", code } as const;
    const payload = { ...told, number: decision.number, corrects: last.id };
    const actorOf = { organisationId, post: role };
    await appendEntry(tx, { kind: "initiative.decision-corrected", subject, actor: actorOf, payload }, at);
    await enqueue(tx, { topic: "search", payload: { type: "initiative", id: initiative.id } });
    const to = [initiative.proposerId];
    await tell(tx, { event: "initiative.decided", subject, params: { state: kind }, to, by: actor.personId }, at);
    return done({ number: decision.number });
  });
}
