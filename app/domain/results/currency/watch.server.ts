import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";

const STALE = `
  SELECT code, coalesce(confirmed_at, published_at) AS "updatedAt" FROM result
  WHERE state = 'PUBLISHED' AND result_stale_from(coalesce(confirmed_at, published_at)) <= $1::date
    AND NOT EXISTS (SELECT 1 FROM obligation o WHERE o.subject_id = result.id AND o.kind = 'RESULT_CONFIRMATION'
      AND o.done_at IS NULL AND o.voided_at IS NULL)
  ORDER BY 2, 1 LIMIT 500`;

/**
 * The clock's own act: of a published result that nobody brought up to date within the policy's days, the host owes its
 * word that it still holds (RESULT_CONFIRMATION), and its representatives and whoever recorded it are told; search shows
 * it from that day on. Run as often as one likes. Returns the codes. Source: docs/domain.md, "Results".
 */
export async function watchStaleResults(at = new Date()): Promise<string[]> {
  const { rows } = await pool().query<{ code: string; updatedAt: Date }>(STALE, [dayInVietnam(at)]);
  const kind = "RESULT_CONFIRMATION";
  const owed: string[] = [];
  for (const { code, updatedAt } of rows) {
    const outcome = await inTransaction(async (tx) => {
      const result = await lockResult(tx, code);
      const since = result?.confirmedAt ?? result?.publishedAt;
      if (result?.state !== "PUBLISHED" || since?.getTime() !== updatedAt.getTime()) return done(false);
      const open = { subjectId: result.id, kind, doneAt: null, voidedAt: null };
      if ((await tx.obligation.count({ where: open })) > 0) return done(false);
      const { id, hostOrganisationId: organisationId, createdById } = result;
      const subject = { type: "RESULT", code } as const;
      const debtor = { organisationId, role: "PARTY_REP" } as const;
      const parameter = "result.confirmation.working-days";
      const dueOn = await openObligation(tx, { subject: { ...subject, id }, kind, debtor, parameter }, at);
      const who = { organisationId: null, post: "CLOCK" };
      await appendEntry(tx, { kind: "result.stale", subject, actor: who, payload: { dueOn } }, at);
      await enqueue(tx, { topic: "search", payload: { type: "result", id } });
      const grants = await tx.roleGrant.findMany({
        where: { organisationId, role: "PARTY_REP", revokedAt: null },
        select: { personId: true },
      });
      const to = [createdById, ...grants.map(({ personId }) => personId)];
      await tell(tx, { event: "result.stale", subject, params: { until: dueOn }, to, followers: false }, at);
      return done(true);
    });
    if (outcome.ok && outcome.value) owed.push(code);
  }
  return owed;
}
