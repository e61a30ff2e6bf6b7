import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { closeObligation, voidObligations } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { openQuestionClock } from "../voice/internal/question-clock.server.ts";
import { type LockedComment, lockComment } from "../voice/internal/voiced.server.ts";
import { mayJudge } from "./moderation.policy.ts";
import type { Verdict, verdictSchema } from "./moderation.schema.ts";

export type JudgeRefusal = "NOT_FOUND" | "NOT_YOUR_CASE" | "NOTHING_TO_JUDGE";

const ACTS = {
  HIDE: { kind: "HIDE", clock: "MODERATION_REVIEW", entry: "comment.hidden", outcome: "HIDDEN" },
  KEEP: { kind: "RESTORE", clock: "MODERATION_REVIEW", entry: "comment.kept", outcome: "KEPT" },
  UPHOLD: { kind: "UPHOLD", clock: "MODERATION_APPEAL", entry: "comment.upheld", outcome: "UPHELD" },
  RESTORE: { kind: "RESTORE", clock: "MODERATION_APPEAL", entry: "comment.restored", outcome: "RESTORED" },
} as const satisfies Record<Verdict, object>;

/**
 * Decides on a reported comment (HIDE, KEEP) or on an appeal (UPHOLD, RESTORE) with a public reason. Hidden words leave a
 * tombstone and end the clock of a question; shown again, an unanswered question has its clock anew. Ground and reason
 * stand on the record, the words do not. Refuses NOT_FOUND, NOTHING_TO_JUDGE (no such review is open), NOT_YOUR_CASE (see
 * `mayJudge`). Source: docs/domain.md, "Public voice".
 */
export async function judgeComment(
  actor: Actor,
  code: string,
  input: z.output<typeof verdictSchema>,
  at = new Date(),
): Promise<Outcome<null, JudgeRefusal>> {
  const act = ACTS[input.verdict];
  return inTransaction<null, JudgeRefusal>(async (tx) => {
    const comment = await lockComment(tx, actor, code);
    if (!comment) return refuse("NOT_FOUND");
    const open = await tx.obligation.findFirst({
      where: { subjectId: comment.id, kind: act.clock, doneAt: null, voidedAt: null },
      select: { debtorRole: true, debtorOrganisationId: true },
    });
    if (!open?.debtorOrganisationId) return refuse("NOTHING_TO_JUDGE");
    if (!mayJudge(actor, { ...open, ...(await partsIn(tx, comment)), isAuthor: comment.isAuthor }))
      return refuse("NOT_YOUR_CASE");
    const ground = act.kind === "HIDE" ? input.ground : null;
    const { reason, language } = input;
    const organisationId = open.debtorOrganisationId;
    await tx.moderation.create({
      data: {
        commentId: comment.id,
        kind: act.kind,
        ground,
        reason,
        language,
        personId: actor.personId,
        organisationId,
        at,
      },
      select: { id: true },
    });
    await closeObligation(tx, comment.id, act.clock, act.outcome, at);
    await moveQuestion(tx, comment, input.verdict, at);
    const subject = { type: "INITIATIVE", code: comment.initiativeCode } as const;
    const by = { organisationId, post: open.debtorRole };
    const payload = { comment: code, ...(ground ? { ground } : {}), reason, language };
    await appendEntry(tx, { kind: act.entry, subject, actor: by, payload }, at);
    const news = { event: "comment.moderated", subject, params: { comment: code, outcome: act.outcome } } as const;
    await tell(tx, { ...news, to: [comment.askedById], followers: false, by: actor.personId }, at);
    return done(null);
  });
}

async function partsIn(tx: Tx, comment: LockedComment) {
  const acts = await tx.moderation.findMany({
    where: { commentId: comment.id, kind: { in: ["REPORT", "HIDE"] } },
    orderBy: { id: "asc" },
    select: { kind: true, personId: true },
  });
  return {
    writtenById: comment.askedById,
    reporterIds: acts.filter(({ kind }) => kind === "REPORT").map(({ personId }) => personId),
    hiddenById: comment.isHidden ? (acts.findLast(({ kind }) => kind === "HIDE")?.personId ?? null) : null,
  };
}

/** Nobody answers what is hidden; what is shown again is asked again. */
async function moveQuestion(tx: Tx, comment: LockedComment, verdict: Verdict, at: Date): Promise<void> {
  if (comment.stance !== "QUESTION" || comment.isAnswered) return;
  if (verdict === "HIDE") await voidObligations(tx, comment.id, at);
  if (verdict === "RESTORE" && !comment.withdrawnAt) await openQuestionClock(tx, comment, at);
}
