import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isPublic } from "../initiative.policy.ts";
import { lockComment } from "./internal/voiced.server.ts";
import { mayAnswer } from "./voice.policy.ts";
import type { answerSchema } from "./voice.schema.ts";

export type AnswerRefusal = "NOT_FOUND" | "ALREADY_ANSWERED" | "COMMENT_GONE" | "NOT_THE_ADDRESSEE";

/**
 * Answers a question, once: an author what was put to the proposer, a holder of the post that owes it what was put to
 * the body. Closes exactly that clock, and tells who asked. Refuses NOT_FOUND (no such question, or not public),
 * ALREADY_ANSWERED, COMMENT_GONE (taken back or hidden), NOT_THE_ADDRESSEE. Source: docs/domain.md, "Public voice".
 */
export async function answer(
  actor: Actor,
  code: string,
  input: z.output<typeof answerSchema>,
  at = new Date(),
): Promise<Outcome<{ initiative: string }, AnswerRefusal>> {
  return inTransaction<{ initiative: string }, AnswerRefusal>(async (tx) => {
    const question = await lockComment(tx, actor, code);
    if (question?.stance !== "QUESTION" || !isPublic(question)) return refuse("NOT_FOUND");
    if (question.isAnswered) return refuse("ALREADY_ANSWERED");
    if (question.withdrawnAt || question.isHidden) return refuse("COMMENT_GONE");
    if (!mayAnswer(actor, question)) return refuse("NOT_THE_ADDRESSEE");
    const isAuthors = question.addressee === "PROPOSER";
    const organisationId = isAuthors ? null : question.debtorOrganisationId;
    await tx.answer.create({
      data: { commentId: question.id, personId: actor.personId, organisationId, ...input, at },
      select: { commentId: true },
    });
    await closeObligation(tx, question.id, "QUESTION_ANSWER", "ANSWERED", at);
    const subject = { type: "INITIATIVE", code: question.initiativeCode } as const;
    const post = isAuthors ? "PROPOSER" : (question.debtorRole ?? "");
    const payload = { comment: code, textSha256: sha256(input.text) };
    await appendEntry(tx, { kind: "comment.answered", subject, actor: { organisationId, post }, payload }, at);
    const news = { event: "question.answered", subject, params: { comment: code } } as const;
    await tell(tx, { ...news, to: [question.askedById], by: actor.personId }, at);
    return done({ initiative: question.initiativeCode });
  });
}
