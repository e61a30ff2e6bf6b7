import type { Actor } from "#app/domain/accounts/actor.ts";
import { voidObligations } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isPublic } from "../initiative.policy.ts";
import { lockComment } from "./internal/voiced.server.ts";

/**
 * The author takes a comment back: its words and name go, a tombstone with the date stays, its clocks end unmet. Refuses
 * NOT_FOUND (also to everybody else), COMMENT_GONE where it was taken back before.
 */
export async function withdrawComment(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ initiative: string }, "NOT_FOUND" | "COMMENT_GONE">> {
  return inTransaction<{ initiative: string }, "NOT_FOUND" | "COMMENT_GONE">(async (tx) => {
    const comment = await lockComment(tx, actor, code);
    if (!comment || comment.askedById !== actor.personId || !isPublic(comment)) return refuse("NOT_FOUND");
    if (comment.withdrawnAt) return refuse("COMMENT_GONE");
    await tx.comment.update({ where: { id: comment.id }, data: { withdrawnAt: at }, select: { id: true } });
    await voidObligations(tx, comment.id, at);
    await appendEntry(
      tx,
      {
        kind: "comment.withdrawn",
        subject: { type: "INITIATIVE", code: comment.initiativeCode },
        actor: { organisationId: null, post: "MEMBER" },
        payload: { comment: code },
      },
      at,
    );
    return done({ initiative: comment.initiativeCode });
  });
}

/** Ends every clock of what was said of an initiative: it is withdrawn, and its voices with it. */
export async function voidVoices(tx: Tx, initiativeId: string, at: Date): Promise<void> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT c.id::text AS id FROM comment c JOIN obligation o ON o.subject_id = c.id
    WHERE c.initiative_id = ${initiativeId}::uuid AND o.done_at IS NULL AND o.voided_at IS NULL`;
  for (const { id } of open) await voidObligations(tx, id, at);
}
