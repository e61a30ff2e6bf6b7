import type { Actor } from "#app/domain/accounts/actor.ts";
import { hashToken, isSecret } from "#app/domain/accounts/sessions/secret.server.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayAnswerAuthorship } from "../initiative.policy.ts";
import { EDITABLE_STATES } from "../initiative.ts";
import { lockInitiative } from "../internal/locked.server.ts";

export type AuthorshipRefusal = "INVITATION_VOID" | "INVITATION_OF_OTHERS" | "SHARE_CHANGED";

/**
 * The invited person confirms their part and the very share (`contributionPpm`) that they were shown, or declines. The
 * link is used up by either. Refuses INVITATION_VOID (no such link, used, or the file is no longer being written),
 * INVITATION_OF_OTHERS (another address was invited), SHARE_CHANGED (it is another one by now).
 * Source: docs/domain.md, "Authors".
 */
export async function answerAuthorship(
  actor: Actor,
  secret: string | undefined,
  answer: { accept: boolean; contributionPpm: number | null },
  at = new Date(),
): Promise<Outcome<{ code: string }, AuthorshipRefusal>> {
  if (!isSecret(secret)) return refuse("INVITATION_VOID");
  const tokenHash = hashToken(secret);
  return inTransaction<{ code: string }, AuthorshipRefusal>(async (tx) => {
    const named = await tx.initiativeAuthor.findUnique({
      where: { tokenHash },
      select: { initiative: { select: { code: true } } },
    });
    const initiative = named && (await lockInitiative(tx, named.initiative.code));
    const author = await tx.initiativeAuthor.findUnique({ where: { tokenHash } });
    if (!initiative || !author || !EDITABLE_STATES.includes(initiative.state)) return refuse("INVITATION_VOID");
    if (!mayAnswerAuthorship(actor, author)) return refuse("INVITATION_OF_OTHERS");
    if (answer.accept && answer.contributionPpm !== author.contributionPpm) return refuse("SHARE_CHANGED");
    const { personId } = actor;
    await tx.initiativeAuthor.update({
      where: { id: author.id },
      data: answer.accept
        ? { personId, tokenHash: null, confirmedAt: at, confirmedPpm: author.contributionPpm, declinedAt: null }
        : { tokenHash: null, confirmedAt: null, confirmedPpm: null, declinedAt: at },
    });
    const subject = { type: "INITIATIVE", code: initiative.code } as const;
    const to = [initiative.proposerId];
    if (answer.accept) await tell(tx, { event: "author.confirmed", subject, to, followers: false, by: personId }, at);
    return done({ code: initiative.code });
  });
}
