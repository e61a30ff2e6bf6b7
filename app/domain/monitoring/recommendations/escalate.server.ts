import { bodyOfRole } from "#app/domain/accounts/roles/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

const BATCH = 200;

/**
 * Brings every answer that is overdue before the steering body, once, the longest overdue first: it owes a step of its own
 * from then on, and everybody reads it. What stands still is not overdue, and a closed recommendation owes no answer. Gives
 * how many it brought. Source: docs/domain.md, "Monitoring".
 */
export async function escalateAnswers(at = new Date()): Promise<number> {
  const { rows } = await pool().query<{ id: string; code: string }>(
    `SELECT r.id, r.code FROM obligation o JOIN recommendation r ON r.id = o.subject_id
     WHERE o.subject_type = 'RECOMMENDATION' AND o.kind = 'RECOMMENDATION_RESPONSE' AND o.done_at IS NULL AND o.voided_at IS NULL AND o.due_on < $1
       AND r.escalated_at IS NULL AND r.status IN ('OPEN', 'OPEN_PARTIALLY_ADDRESSED')
       AND NOT EXISTS (SELECT FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)
     ORDER BY o.due_on, o.opened_at, o.id LIMIT $2`,
    [dayInVietnam(at), BATCH],
  );
  let brought = 0;
  for (const { id, code } of rows) if (await escalate(id, code, at)) brought += 1;
  return brought;
}

async function escalate(id: string, code: string, at: Date): Promise<boolean> {
  const outcome = await inTransaction<boolean, never>(async (tx) => {
    const taken = await tx.recommendation.updateMany({
      where: { id, escalatedAt: null, status: { in: ["OPEN", "OPEN_PARTIALLY_ADDRESSED"] } },
      data: { escalatedAt: at },
    });
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
