import { bodyOfRole } from "#app/domain/accounts/roles/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/**
 * Brings every answer that is overdue before the steering body, once: it owes a step of its own from then on, and everybody
 * reads it. What stands still is not overdue. Gives how many it brought. Source: docs/domain.md, "Monitoring".
 */
export async function escalateAnswers(at = new Date()): Promise<number> {
  const today = new Date(`${dayInVietnam(at)}T00:00:00Z`);
  const late = await db().obligation.findMany({
    where: {
      ...{ kind: "RECOMMENDATION_RESPONSE", doneAt: null, voidedAt: null, dueOn: { lt: today } },
      pauses: { none: { toAt: null } },
    },
    select: { subjectId: true, subjectCode: true },
    take: 200,
  });
  let brought = 0;
  for (const { subjectId, subjectCode } of late) if (await escalate(subjectId, subjectCode, at)) brought += 1;
  return brought;
}

async function escalate(id: string, code: string, at: Date): Promise<boolean> {
  const outcome = await inTransaction<boolean, never>(async (tx) => {
    const taken = await tx.recommendation.updateMany({ where: { id, escalatedAt: null }, data: { escalatedAt: at } });
    if (taken.count === 0) return done(false);
    const subject = { type: "RECOMMENDATION", code } as const;
    await openObligation(
      tx,
      {
        subject: { ...subject, id },
        kind: "RESPONSE_ESCALATION",
        debtor: { organisationId: await bodyOfRole(tx, "STEERING"), role: "STEERING" },
        parameter: "monitoring.escalation.working-days",
      },
      at,
    );
    const actor = { organisationId: null, post: "CLOCK" };
    await appendEntry(tx, { kind: "recommendation.escalated", subject, actor, payload: { to: "STEERING" } }, at);
    return done(true);
  });
  return outcome.ok && outcome.value;
}
