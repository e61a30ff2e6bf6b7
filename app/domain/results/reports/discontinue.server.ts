import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { readStages, tellStages } from "../internal/reports/tell-stage.server.ts";
import { representsHost } from "../result.policy.ts";
import { moveStage } from "../stage.ts";
import type { DiscontinueInput } from "./report.schema.ts";

export type DiscontinueRefusal =
  | "NOT_FOUND"
  | "NOT_A_REPRESENTATIVE"
  | "NOT_ALLOWED_FROM_STATE"
  | "RESULT_DISCONTINUED"
  | "REASON_MISSING";

/**
 * The host says that a published result goes no further, with the reason; evidence is welcome and not asked for. Its page
 * stays with everything that was shown, and there is no way back. Refuses NOT_FOUND, NOT_A_REPRESENTATIVE of the host,
 * NOT_ALLOWED_FROM_STATE (not published, or under review), RESULT_DISCONTINUED before, REASON_MISSING. Source: docs/domain.md,
 * "The way to the market".
 */
export async function discontinue(
  actor: Actor,
  code: string,
  { reason, evidence }: DiscontinueInput,
  at = new Date(),
): Promise<Outcome<null, DiscontinueRefusal>> {
  return inTransaction<null, DiscontinueRefusal>(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || result.publishedAt === null) return refuse("NOT_FOUND");
    if (!representsHost(actor, result)) return refuse("NOT_A_REPRESENTATIVE");
    if (result.state !== "PUBLISHED") return refuse("NOT_ALLOWED_FROM_STATE");
    const { told: from } = await readStages(tx, result.id);
    const to = "DISCONTINUED";
    const moved = moveStage(from, to, { evidence, reason });
    if (!moved.ok)
      return refuse(moved.code === "REASON_MISSING" ? moved.code : "RESULT_DISCONTINUED", { field: "reason" });
    const hand = { role: "HOST", organisationId: result.hostOrganisationId, at };
    await tellStages(tx, result, [{ from, to, onDate: dayInVietnam(at), evidence, reason }], hand);
    await enqueue(tx, { topic: "search", payload: { type: "result", id: result.id } });
    const subject = { type: "RESULT", code } as const;
    await tell(tx, { event: "result.discontinued", subject, by: actor.personId }, at);
    return done(null);
  });
}
