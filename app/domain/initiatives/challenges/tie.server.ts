import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isProposer } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { openChallenge } from "../internal/locked-challenge.server.ts";

type TieRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "CHALLENGE_CLOSED";

/**
 * A proposer says which challenge a draft answers (`challengeCode`), or that it answers none any more (null). Refuses
 * NOT_FOUND (no such draft of theirs), NOT_EDITABLE (it was submitted: what it answers stands), CHALLENGE_CLOSED (there
 * is none of that code, or it takes no answers today).
 */
export async function tieToChallenge(
  actor: Actor,
  code: string,
  challengeCode: string | null,
  at = new Date(),
): Promise<Outcome<null, TieRefusal>> {
  return inTransaction<null, TieRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !isProposer(actor, initiative)) return refuse("NOT_FOUND");
    if (initiative.state !== "DRAFT") return refuse("NOT_EDITABLE");
    const challenge = challengeCode ? await openChallenge(tx, challengeCode, dayInVietnam(at)) : null;
    if (challengeCode !== null && !challenge) return refuse("CHALLENGE_CLOSED");
    await tx.initiative.update({ where: { id: initiative.id }, data: { challengeId: challenge?.id ?? null } });
    return done(null);
  });
}
