import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { stateOfAuthor } from "./author.ts";
import { sendInvitation } from "./internal/letter.server.ts";

export type AuthorRow = { id: string; name: string; part: string; share: number };
export type AuthorsRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "NO_SUCH_AUTHOR" | "AUTHOR_NAME_MISSING";

/**
 * Keeps names, parts and shares (ppm) of the authors. Whoever had confirmed another share is asked anew, by mail; a name
 * that its owner confirmed stays. Refuses NOT_FOUND (also for everybody but the proposer), NOT_EDITABLE, NO_SUCH_AUTHOR,
 * AUTHOR_NAME_MISSING. Source: docs/domain.md, "Authors".
 */
export async function saveAuthors(
  actor: Actor,
  code: string,
  rows: readonly AuthorRow[],
  at = new Date(),
): Promise<Outcome<null, AuthorsRefusal>> {
  return inTransaction<null, AuthorsRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayEdit(actor, initiative)) return refuse("NOT_EDITABLE");
    const authors = await tx.initiativeAuthor.findMany({ where: { initiativeId: initiative.id } });
    for (const [index, { id, name, part, share }] of rows.entries()) {
      const author = authors.find((one) => one.id === id);
      if (!author) return refuse("NO_SUCH_AUTHOR");
      if (name === "") return refuse("AUTHOR_NAME_MISSING", { field: `authors[${index}].name` });
      const keepsName = author.position > 1 && author.confirmedAt !== null;
      const saved = await tx.initiativeAuthor.update({
        where: { id },
        data: { name: keepsName ? author.name : name, part, contributionPpm: share },
      });
      const wasConfirmed = author.confirmedPpm !== null && author.confirmedPpm === author.contributionPpm;
      const isOpen = stateOfAuthor({ ...saved, declined: saved.declinedAt !== null }) === "WAITING";
      if (wasConfirmed && isOpen) await sendInvitation(tx, actor, initiative, saved, at);
    }
    return done(null);
  });
}

/** Takes an author off; the proposer stays. Refuses NOT_FOUND, NOT_EDITABLE, NO_SUCH_AUTHOR. */
export async function removeAuthor(
  actor: Actor,
  code: string,
  id: string,
): Promise<Outcome<null, Exclude<AuthorsRefusal, "AUTHOR_NAME_MISSING">>> {
  return inTransaction<null, Exclude<AuthorsRefusal, "AUTHOR_NAME_MISSING">>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayEdit(actor, initiative)) return refuse("NOT_EDITABLE");
    const gone = await tx.initiativeAuthor.deleteMany({
      where: { id, initiativeId: initiative.id, position: { gt: 1 } },
    });
    return gone.count === 0 ? refuse("NO_SUCH_AUTHOR") : done(null);
  });
}
