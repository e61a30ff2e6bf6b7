import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockPartnership } from "../internal/locked.server.ts";

// Suspended, and the last day of its newest suspension is over.
const OVER = `
  SELECT p.code FROM partnership p CROSS JOIN LATERAL (
    SELECT m.kind, m.until_on FROM partnership_motion m
    WHERE m.partnership_id = p.id AND m.state = 'CARRIED' ORDER BY m.number DESC LIMIT 1
  ) AS last
  WHERE p.state = 'SUSPENDED' AND last.until_on < $1 ORDER BY p.code LIMIT 500`;

/**
 * The clock's own act: a suspension ends with its last day, and the partnership goes on. Run as often as one likes.
 * Returns how many went on. Source: docs/domain.md, "Suspending and ending".
 */
export async function resumeDue(at = new Date()): Promise<number> {
  const { rows } = await pool().query<{ code: string }>(OVER, [dayInVietnam(at)]);
  let resumed = 0;
  for (const { code } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const partnership = await lockPartnership(tx, code);
      if (partnership?.state !== "SUSPENDED") return done(0);
      await tx.partnership.update({
        where: { id: partnership.id },
        data: { state: "ACTIVE", updatedAt: at, revision: { increment: 1 } },
      });
      const subject = { type: "PARTNERSHIP", code } as const;
      const actor = { organisationId: null, post: "CLOCK" };
      await appendEntry(tx, { kind: "partnership.resumed", subject, actor, payload: { state: "ACTIVE" } }, at);
      await enqueue(tx, { topic: "search", payload: { type: "partnership", id: partnership.id } });
      return done(1);
    });
    if (outcome.ok) resumed += outcome.value;
  }
  return resumed;
}
