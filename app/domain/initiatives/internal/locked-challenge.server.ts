import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayRun, maySeeChallenge } from "../challenges/challenge.policy.ts";
import { type ChallengeState, isAnswerable } from "../challenges/challenge.ts";

/** What a command needs to know of the challenge it is about to change, while nobody else can. Days 'YYYY-MM-DD'. */
export type LockedChallenge = {
  id: string;
  code: string;
  state: ChallengeState;
  ownerId: string;
  title: Record<string, string>;
  problem: string;
  criteria: string;
  opensOn: string | null;
  closesOn: string | null;
  publishedAt: Date | null;
  statedAt: Date | null;
  isVerified: boolean;
};

/** Locks the row until the transaction ends; null when there is no such challenge. */
export async function lockChallenge(tx: Tx, code: string): Promise<LockedChallenge | null> {
  const rows = await tx.$queryRaw<LockedChallenge[]>`
    SELECT c.id::text, c.code, c.state::text AS state, c.owner_id::text AS "ownerId", c.title, c.problem, c.criteria,
      c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn", c.published_at AS "publishedAt",
      c.stated_at AS "statedAt", g.verified_at IS NOT NULL AS "isVerified"
    FROM challenge c JOIN organisation g ON g.id = c.owner_id WHERE c.code = ${code} FOR UPDATE OF c`;
  return rows[0] ?? null;
}

export type OwnerRefusal = "NOT_FOUND" | "NOT_A_REPRESENTATIVE" | "NOT_ALLOWED_FROM_STATE";

/**
 * Runs an act of its owner on a locked challenge, in one transaction. Refuses NOT_FOUND (also for whom a draft does not
 * exist), NOT_A_REPRESENTATIVE, NOT_ALLOWED_FROM_STATE where it is in none of `from`.
 */
export async function asOwner<Value, Code extends string>(
  actor: Actor,
  code: string,
  from: readonly ChallengeState[],
  act: (tx: Tx, challenge: LockedChallenge) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | OwnerRefusal>> {
  return inTransaction<Value, Code | OwnerRefusal>(async (tx) => {
    const challenge = await lockChallenge(tx, code);
    if (!challenge || !maySeeChallenge(actor, challenge)) return refuse("NOT_FOUND");
    if (!mayRun(actor, challenge)) return refuse("NOT_A_REPRESENTATIVE");
    if (!from.includes(challenge.state)) return refuse("NOT_ALLOWED_FROM_STATE");
    return act(tx, challenge);
  });
}

/** The challenge of that code, if it takes answers on that day ('YYYY-MM-DD'). */
export async function openChallenge(tx: Tx, code: string, today: string): Promise<LockedChallenge | null> {
  const challenge = await lockChallenge(tx, code);
  return challenge && isAnswerable(challenge, today) ? challenge : null;
}

/** Whether what a draft was written for still takes answers on that day; true where it was written for none. */
export async function isStillAsked(tx: Tx, initiativeId: string, today: string): Promise<boolean> {
  const where = { id: initiativeId, challengeId: { not: null } };
  const tied = await tx.initiative.findFirst({ where, select: { challenge: { select: { code: true } } } });
  return !tied?.challenge || (await openChallenge(tx, tied.challenge.code, today)) !== null;
}
