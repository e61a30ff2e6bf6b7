import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer, mayEdit } from "../initiative.policy.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";

export type AnswerRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "NO_SUCH_ITEM";

/** What the proposer says to one item; empty takes an answer back. */
export type ItemAnswer = { id: string; text: string };

/**
 * Keeps what the proposer says to items of the last return, each at its own; others stay as they are. Refuses NOT_FOUND
 * (also for everybody but the proposer), NOT_EDITABLE (nothing is being completed), NO_SUCH_ITEM.
 * Source: docs/domain.md, "Completeness".
 */
export async function answerItems(
  actor: Actor,
  code: string,
  answers: readonly ItemAnswer[],
  at = new Date(),
): Promise<Outcome<null, AnswerRefusal>> {
  return inTransaction<null, AnswerRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (!mayEdit(actor, initiative) || initiative.state !== "NEEDS_COMPLETION") return refuse("NOT_EDITABLE");
    const asked = new Set((await lastAsked(tx, initiative)).map(({ id }) => id));
    if (answers.some(({ id }) => !asked.has(id))) return refuse("NO_SUCH_ITEM");
    for (const { id, text } of answers)
      await tx.missingItem.update({
        where: { id },
        data: text === "" ? { answer: null, answeredAt: null } : { answer: text, answeredAt: at },
      });
    return done(null);
  });
}

/** The items of the last return. */
export async function lastAsked(tx: Tx, initiative: Pick<LockedInitiative, "id">) {
  const items = await tx.missingItem.findMany({
    where: { initiativeId: initiative.id },
    select: { id: true, round: true, field: true, answer: true },
  });
  const round = Math.max(0, ...items.map((item) => item.round));
  return items.filter((item) => item.round === round);
}
