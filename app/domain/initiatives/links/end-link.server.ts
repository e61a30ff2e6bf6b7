import type { Actor } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { linkingPost, mayLink } from "../implementation/implementation.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";

/**
 * Takes a tie back with a reason, by whoever may make it; it stays in the journey with its end. Refuses NOT_FOUND (no such
 * initiative), NOT_YOUR_CASE, ABSENT (no such tie, or ended already).
 */
export async function endLink(
  actor: Actor,
  code: string,
  input: { linkId: string; reason: string },
  at = new Date(),
): Promise<Outcome<null, "NOT_FOUND" | "NOT_YOUR_CASE" | "ABSENT">> {
  return inTransaction<null, "NOT_FOUND" | "NOT_YOUR_CASE" | "ABSENT">(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative) return refuse("NOT_FOUND");
    const where = { id: input.linkId, initiativeId: initiative.id, endedAt: null };
    const link = isUuid(input.linkId) ? await tx.initiativeLink.findFirst({ where }) : null;
    if (!mayLink(actor, initiative, link?.kind ?? "TASK")) return refuse("NOT_YOUR_CASE");
    if (!link) return refuse("ABSENT");
    await tx.initiativeLink.updateMany({ where, data: { endedAt: at, endReason: input.reason } });
    if (initiative.publicAt !== null) {
      const post = linkingPost(actor, initiative);
      const { kind, code: other } = link;
      const subject = { type: "INITIATIVE", code } as const;
      const who = { organisationId: post.body, post: post.role };
      const payload = { link: kind, code: other, reason: input.reason };
      await appendEntry(tx, { kind: "initiative.unlinked", subject, actor: who, payload }, at);
    }
    return done(null);
  });
}
