import type { Actor } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { replyWindow } from "./window.server.ts";

type Refused = "NOT_FOUND" | "REPLY_NOT_OPEN" | "ALREADY_REPLIED";

/**
 * The author replies once to the comments of the council, before the decision; an empty text waives the reply, and the
 * decision need not wait. Refuses NOT_FOUND, REPLY_NOT_OPEN (nothing is evaluated, or it is decided) and ALREADY_REPLIED.
 * Source: docs/domain.md, "Scoring".
 */
export async function replyToReview(
  actor: Actor,
  code: string,
  input: { text: string; language: "vi" | "en" | "fr" },
  at = new Date(),
): Promise<Outcome<null, Refused>> {
  return inTransaction<null, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    const isWaiting = initiative.state === "EVALUATED" || initiative.state === "SUBMITTED_TO_STEERING";
    const window = isWaiting ? await replyWindow(tx, initiative.id, at) : null;
    if (!window) return refuse("REPLY_NOT_OPEN");
    if (window.replied) return refuse("ALREADY_REPLIED");
    const { evaluationId } = window;
    await tx.authorReply.create({ data: { ...input, initiativeId: initiative.id, evaluationId, at } });
    await appendEntry(
      tx,
      {
        kind: "initiative.author-replied",
        subject: { type: "INITIATIVE", code },
        actor: { organisationId: null, post: "PROPOSER" },
        payload: { waived: input.text === "" },
      },
      at,
    );
    return done(null);
  });
}
