import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { agreementTransition, partnershipTransition } from "../partnership.ts";

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
      if (!agreement || !agreementTransition(agreement.state, "ACTIVE", ["CLOCK"]).ok) return done(0);
      await tx.agreement.update({ where: { id: agreement.id }, data: { state: "ACTIVE" } });
      if (partnershipTransition(partnership.state, "ACTIVE", ["CLOCK"]).ok)
        await tx.partnership.update({
          where: { id: partnership.id },
          data: { state: "ACTIVE", updatedAt: at, revision: { increment: 1 } },
        });
      const subject = { type: "PARTNERSHIP", code } as const;
      const clock = { organisationId: null, post: "CLOCK" };
      const payload = { state: "ACTIVE", productCode };
      await appendEntry(tx, { kind: "agreement.active", subject, actor: clock, payload }, at);
      await enqueue(tx, { topic: "search", payload: { type: "partnership", id: partnership.id } });
      return done(1);
    });
    if (outcome.ok) active += outcome.value;
  }
  return active;
}
