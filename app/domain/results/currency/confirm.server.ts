import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { representsHost } from "../result.policy.ts";

export type ConfirmRefusal = "NOT_FOUND" | "NOT_A_REPRESENTATIVE" | "NOT_ALLOWED_FROM_STATE" | "CONFIRMED_TODAY";

/**
 * The host says that everything a published result says still holds: its profile is up to date again, and what was owed
 * for it (RESULT_CONFIRMATION) is met. Refuses NOT_FOUND; NOT_A_REPRESENTATIVE of the host; NOT_ALLOWED_FROM_STATE where
 * it is not published or under review; CONFIRMED_TODAY where it was published or confirmed on the same day. Source:
 * docs/domain.md, "Results".
 */
export async function confirmResult(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<null, ConfirmRefusal>> {
  return inTransaction<null, ConfirmRefusal>(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.publishedAt === null) return refuse("NOT_FOUND");
    if (!representsHost(actor, result)) return refuse("NOT_A_REPRESENTATIVE");
    if (result.state !== "PUBLISHED") return refuse("NOT_ALLOWED_FROM_STATE");
    const { id, hostOrganisationId: organisationId, confirmedAt, publishedAt } = result;
    if (dayInVietnam(confirmedAt ?? publishedAt) >= dayInVietnam(at)) return refuse("CONFIRMED_TODAY");
    await tx.result.update({ where: { id }, data: { confirmedAt: at, updatedAt: at } });
    await closeObligation(tx, id, "RESULT_CONFIRMATION", "CONFIRMED", at);
    const subject = { type: "RESULT", code } as const;
    const who = { organisationId, post: "HOST" };
    const payload = { confirmedOn: dayInVietnam(at) };
    await appendEntry(tx, { kind: "result.confirmed", subject, actor: who, payload }, at);
    await enqueue(tx, { topic: "search", payload: { type: "result", id } });
    await tell(tx, { event: "result.confirmed", subject, by: actor.personId }, at);
    return done(null);
  });
}
