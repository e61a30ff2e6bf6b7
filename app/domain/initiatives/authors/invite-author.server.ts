import type { Actor } from "#app/domain/accounts/actor.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { MOST_AUTHORS } from "./author.ts";
import type { NewAuthor } from "./authors.schema.ts";
import { sendInvitation } from "./internal/letter.server.ts";

export type InviteAuthorRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "TOO_MANY" | "TOO_MANY_AUTHORS" | "ALREADY_AUTHOR";

/**
 * Names an author and asks them by mail to confirm their part and share. Refuses NOT_FOUND (also for everybody but the
 * proposer), NOT_EDITABLE, ALREADY_AUTHOR (the address stands on the file, or is the proposer's own), TOO_MANY_AUTHORS
 * (twenty), TOO_MANY invitations in an hour (`seconds` to wait). Whether the address has an account is not told.
 * Source: docs/domain.md, "Authors".
 */
export async function inviteAuthor(
  actor: Actor,
  code: string,
  invited: NewAuthor,
  at = new Date(),
): Promise<Outcome<{ id: string }, InviteAuthorRefusal>> {
  const taken = await take("invitation", actor.personId);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inTransaction<{ id: string }, InviteAuthorRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayEdit(actor, initiative)) return refuse("NOT_EDITABLE");
    const authors = await tx.initiativeAuthor.findMany({
      where: { initiativeId: initiative.id },
      select: { position: true, email: true },
    });
    if (authors.length >= MOST_AUTHORS) return refuse("TOO_MANY_AUTHORS", { params: { max: MOST_AUTHORS } });
    const address = invited.email.toLowerCase();
    if (actor.email === invited.email || authors.some(({ email }) => email?.toLowerCase() === address))
      return refuse("ALREADY_AUTHOR", { field: "newEmail" });
    const position = 1 + Math.max(0, ...authors.map((author) => author.position));
    const author = await tx.initiativeAuthor.create({ data: { ...invited, initiativeId: initiative.id, position } });
    await sendInvitation(tx, actor, initiative, author, at);
    return done({ id: author.id });
  });
}
