import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { takeStep } from "../internal/take-step.server.ts";

/**
 * The clock's own act: what intake returned and nobody completed by the due day lapses. Run once a day and as often as
 * one likes. Returns the codes that lapsed. Source: docs/domain.md, "Initiatives".
 */
export async function lapseOverdue(at = new Date()): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    `SELECT o.subject_code AS code FROM obligation o JOIN initiative i ON i.id = o.subject_id
      WHERE o.kind = 'COMPLETION' AND o.done_at IS NULL AND o.voided_at IS NULL AND o.due_on < $1
        AND i.state = 'NEEDS_COMPLETION' ORDER BY o.due_on LIMIT 500`,
    [dayInVietnam(at)],
  );
  const lapsed: string[] = [];
  for (const { code } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const initiative = await lockInitiative(tx, code);
      if (initiative?.state !== "NEEDS_COMPLETION") return done(false);
      const step = await takeStep(tx, initiative, {
        to: "LAPSED",
        hand: "CLOCK",
        personId: null,
        organisationId: null,
        at,
      });
      return step.ok ? done(true) : step;
    });
    if (outcome.ok && outcome.value) lapsed.push(code);
  }
  return lapsed;
}
