import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { activate } from "../internal/activate.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";

/**
 * The clock's own act: a signed agreement is active from its first day on, and its partnership with it. Run as often as
 * one likes. Returns how many became active. Source: docs/domain.md, "Partnerships and agreements" (SIGNED to ACTIVE).
 */
export async function activateDue(at = new Date()): Promise<number> {
  const { rows } = await pool().query<{ code: string; productCode: string }>(
    `SELECT p.code, a.product_code AS "productCode" FROM agreement a JOIN partnership p ON p.id = a.partnership_id
     WHERE a.state = 'SIGNED' AND a.valid_from <= $1 ORDER BY a.valid_from, a.id LIMIT 500`,
    [dayInVietnam(at)],
  );
  let active = 0;
  for (const { code, productCode } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const partnership = await lockPartnership(tx, code);
      const agreement = partnership && (await lockedAgreement(tx, partnership, productCode));
      if (!agreement || !(await activate(tx, { partnership, agreement }, ["CLOCK"], at))) return done(0);
      const subject = { type: "PARTNERSHIP", code } as const;
      const clock = { organisationId: null, post: "CLOCK" };
      const payload = { state: "ACTIVE", productCode };
      await appendEntry(tx, { kind: "agreement.active", subject, actor: clock, payload }, at);
      return done(1);
    });
    if (outcome.ok) active += outcome.value;
  }
  return active;
}
