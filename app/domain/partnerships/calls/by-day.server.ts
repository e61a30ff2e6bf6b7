import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, refuse } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { representativesOf } from "../internal/calls/call-step.server.ts";
import { lockCall } from "../internal/calls/locked-call.server.ts";
import { ENDING_SOON_DAYS } from "./call.ts";

/**
 * The clock's own act: tells the representatives, once for each last day, that what they publish ends within 14 days.
 * Gives the codes.
 */
export async function tellOfEndings(at = new Date()): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    `SELECT code FROM partnership_call WHERE state = 'OPEN' AND closes_on > $1::date AND closes_on <= $1::date + $2::int
       AND ending_told_for IS DISTINCT FROM closes_on ORDER BY closes_on, code LIMIT 500`,
    [dayInVietnam(at), ENDING_SOON_DAYS],
  );
  for (const { code } of rows)
    await inTransaction(async (tx) => {
      const call = await lockCall(tx, code);
      if (call?.state !== "OPEN" || call.closesOn === null) return refuse("NOT_FOUND");
      await tx.partnershipCall.update({
        where: { id: call.id },
        data: { endingToldFor: new Date(`${call.closesOn}T00:00:00Z`) },
      });
      const to = await representativesOf(tx, call.organisationId);
      const subject = { type: "CALL", code } as const;
      await tell(
        tx,
        { event: "call.ending", subject, params: { code, until: call.closesOn }, to, followers: false },
        at,
      );
      return done(null);
    });
  return rows.map(({ code }) => code);
}

/**
 * The clock's own act: closes offers of results that were withdrawn; interests that came are still answered. Gives the
 * codes. Source: docs/domain.md, "Offers of results and needs".
 */
export async function closeOrphanedOffers(at = new Date()): Promise<string[]> {
  const { rows } = await pool().query<{ code: string }>(
    `SELECT c.code FROM partnership_call c JOIN result r ON r.id = c.origin_result_id
     WHERE c.kind = 'RESULT_OFFER' AND c.state = 'OPEN' AND r.state = 'WITHDRAWN' ORDER BY c.code LIMIT 500`,
  );
  for (const { code } of rows)
    await inTransaction(async (tx) => {
      const call = await lockCall(tx, code);
      if (call?.state !== "OPEN" || call.isOffered) return refuse("NOT_FOUND");
      await tx.partnershipCall.update({
        where: { id: call.id },
        data: { state: "CLOSED", endedAt: at, updatedAt: at },
      });
      const subject = { type: "CALL", code } as const;
      const payload = { state: "CLOSED", because: "RESULT_WITHDRAWN" };
      const actor = { organisationId: null, post: "CLOCK" };
      await appendEntry(tx, { kind: "call.closed", subject, actor, payload }, at);
      await enqueue(tx, { topic: "search", payload: { type: "need", id: call.id } });
      const to = await representativesOf(tx, call.organisationId);
      await tell(tx, { event: "call.ended", subject, params: { code }, to }, at);
      return done(null);
    });
  return rows.map(({ code }) => code);
}
