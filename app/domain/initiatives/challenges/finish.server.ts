import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { closeObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { ACCEPTED_STATES } from "../implementation/implementation.ts";
import { asOwner, type LockedChallenge, type OwnerRefusal } from "../internal/locked-challenge.server.ts";
import { mayRun } from "./challenge.policy.ts";
import type { answerSchema, statementSchema } from "./challenge.schema.ts";

/**
 * The owner names the accepted initiative that answers, with a statement: the challenge is over. Refuses
 * NO_ACCEPTED_ANSWER at `initiative` (no such initiative, not accepted, or not written for this challenge), and what
 * `asOwner` refuses. Source: docs/domain.md, "Challenges".
 */
export async function answerChallenge(
  actor: Actor,
  code: string,
  input: z.output<typeof answerSchema>,
  at = new Date(),
): Promise<Outcome<null, OwnerRefusal | "NO_ACCEPTED_ANSWER" | "ALREADY_STATED">> {
  return asOwner(actor, code, ["OPEN", "CLOSED"], async (tx, challenge) => {
    if (!mayRun(actor, challenge)) return refuse("NOT_A_REPRESENTATIVE");
    if (challenge.statedAt) return refuse("ALREADY_STATED");
    const initiative = await tx.initiative.findFirst({
      where: {
        code: input.initiative,
        challengeId: challenge.id,
        publicAt: { not: null },
        state: { in: [...ACCEPTED_STATES] },
      },
      select: { id: true, proposerId: true },
    });
    if (!initiative) return refuse("NO_ACCEPTED_ANSWER", { field: "initiative" });
    const { statement, language } = input;
    await tx.challenge.update({
      where: { id: challenge.id },
      data: {
        ...{ state: "ANSWERED", answeredById: initiative.id, ...endOf(challenge, at), updatedAt: at },
        ...{ statement, statementLanguage: language, statedAt: at },
      },
    });
    await closeObligation(tx, challenge.id, "CHALLENGE_ANSWER", "ANSWERED", at);
    const payload = { initiative: input.initiative, statement, language };
    await say(
      tx,
      challenge,
      { kind: "challenge.answered", payload, to: [initiative.proposerId], by: actor.personId },
      at,
    );
    return done(null);
  });
}

/**
 * The owner says, once it is closed, why there is no answer or what becomes of those that came. Once. Refuses
 * ALREADY_STATED, and what `asOwner` refuses. Source: docs/domain.md, "Challenges".
 */
export async function stateOnChallenge(
  actor: Actor,
  code: string,
  input: z.output<typeof statementSchema>,
  at = new Date(),
): Promise<Outcome<null, OwnerRefusal | "ALREADY_STATED">> {
  return asOwner(actor, code, ["CLOSED"], async (tx, challenge) => {
    if (challenge.statedAt) return refuse("ALREADY_STATED");
    const { statement, language } = input;
    const data = { statement, statementLanguage: language, statedAt: at, updatedAt: at };
    await tx.challenge.update({ where: { id: challenge.id }, data });
    await closeObligation(tx, challenge.id, "CHALLENGE_ANSWER", "STATED", at);
    await say(tx, challenge, { kind: "challenge.stated", payload: { statement, language }, by: actor.personId }, at);
    return done(null);
  });
}

/**
 * The owner takes a challenge back. A draft is gone; of what was public a page with the reason stays. Refuses what
 * `asOwner` refuses. Source: docs/domain.md, "Challenges".
 */
export async function withdrawChallenge(
  actor: Actor,
  code: string,
  input: { reason: string },
  at = new Date(),
): Promise<Outcome<null, OwnerRefusal>> {
  return asOwner<null, OwnerRefusal>(actor, code, ["DRAFT", "OPEN", "CLOSED"], async (tx, challenge) => {
    const { reason } = input;
    const data = { state: "WITHDRAWN", ...endOf(challenge, at), endReason: reason, updatedAt: at } as const;
    await tx.challenge.update({ where: { id: challenge.id }, data });
    await voidObligations(tx, challenge.id, at);
    if (challenge.publishedAt !== null)
      await say(tx, challenge, { kind: "challenge.withdrawn", payload: { reason }, by: actor.personId }, at);
    return done(null);
  });
}

/** It ends once: what the clock closed stays closed on that day. */
function endOf({ state }: LockedChallenge, at: Date): { endedAt?: Date } {
  return state === "CLOSED" ? {} : { endedAt: at };
}

type Said = { kind: string; payload: Record<string, unknown>; to?: readonly string[]; by: string };

/** Writes the entry of the record, tells those who follow the challenge, and has it found as it is now. */
async function say(tx: Tx, { id, code, ownerId }: LockedChallenge, said: Said, at: Date): Promise<void> {
  const subject = { type: "CHALLENGE", code } as const;
  const { kind, payload, to = [], by } = said;
  await appendEntry(tx, { kind, subject, actor: { organisationId: ownerId, post: "PARTY_REP" }, payload }, at);
  await enqueue(tx, { topic: "search", payload: { type: "challenge", id } });
  await tell(tx, { event: "challenge.answered", subject, params: { code }, to, by }, at);
}
