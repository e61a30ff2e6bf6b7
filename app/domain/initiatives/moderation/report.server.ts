import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isPublic } from "../initiative.policy.ts";
import { postFor } from "../voice/internal/question-clock.server.ts";
import { type LockedComment, lockComment } from "../voice/internal/voiced.server.ts";
import type { appealSchema, reportSchema } from "./moderation.schema.ts";

export type ReportRefusal = "NOT_FOUND" | "COMMENT_GONE" | "OWN_COMMENT" | "ALREADY_REPORTED" | "TOO_MANY";
export type AppealRefusal = "NOT_FOUND" | "NOT_HIDDEN" | "ALREADY_APPEALED";

/**
 * Reports a comment, once a person, with a ground and a reason that moderators alone read; the first report starts the
 * clock of its review. Refuses NOT_FOUND, COMMENT_GONE (taken back or hidden), OWN_COMMENT, ALREADY_REPORTED, TOO_MANY.
 * Source: docs/domain.md, "Public voice".
 */
export async function reportComment(
  actor: Actor,
  code: string,
  input: z.output<typeof reportSchema>,
  at = new Date(),
): Promise<Outcome<null, ReportRefusal>> {
  const taken = await take("comment", actor.personId);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inTransaction<null, ReportRefusal>(async (tx) => {
    const comment = await lockComment(tx, actor, code);
    if (!comment || !isPublic(comment)) return refuse("NOT_FOUND");
    if (comment.withdrawnAt || comment.isHidden) return refuse("COMMENT_GONE");
    if (comment.askedById === actor.personId) return refuse("OWN_COMMENT");
    const mine = { commentId: comment.id, personId: actor.personId, kind: "REPORT" } as const;
    if ((await tx.moderation.count({ where: mine })) > 0) return refuse("ALREADY_REPORTED");
    await tx.moderation.create({ data: { ...mine, ...input, at }, select: { id: true } });
    const open = { subjectId: comment.id, kind: "MODERATION_REVIEW", doneAt: null, voidedAt: null };
    if ((await tx.obligation.count({ where: open })) === 0) {
      await openReview(tx, comment, "MODERATION_REVIEW", at);
      await note(tx, comment, "comment.reported", at);
    }
    return done(null);
  });
}

/**
 * The author of a hidden comment appeals, once; somebody else than who hid it has to decide. Refuses NOT_FOUND (also to
 * everybody else), NOT_HIDDEN, ALREADY_APPEALED.
 */
export async function appealHiding(
  actor: Actor,
  code: string,
  input: z.output<typeof appealSchema>,
  at = new Date(),
): Promise<Outcome<null, AppealRefusal>> {
  return inTransaction<null, AppealRefusal>(async (tx) => {
    const comment = await lockComment(tx, actor, code);
    if (!comment || comment.askedById !== actor.personId || !isPublic(comment)) return refuse("NOT_FOUND");
    const appeal = { commentId: comment.id, kind: "APPEAL" } as const;
    if ((await tx.moderation.count({ where: appeal })) > 0) return refuse("ALREADY_APPEALED");
    if (!comment.isHidden) return refuse("NOT_HIDDEN");
    await tx.moderation.create({ data: { ...appeal, ...input, personId: actor.personId, at }, select: { id: true } });
    await openReview(tx, comment, "MODERATION_APPEAL", at);
    await note(tx, comment, "comment.appealed", at);
    return done(null);
  });
}

/**
 * Who judges: an intake body that is not asked in the comment, the one that worked on the initiative first; where the
 * only one is asked itself, the steering body.
 */
async function openReview(tx: Tx, comment: LockedComment, kind: "MODERATION_REVIEW" | "MODERATION_APPEAL", at: Date) {
  const asked = await tx.obligation.findFirst({
    where: { subjectId: comment.id, kind: "QUESTION_ANSWER" },
    orderBy: { openedAt: "desc" },
    select: { debtorOrganisationId: true },
  });
  const not = asked?.debtorOrganisationId ?? null;
  const intake = await postFor(tx, comment, "INTAKE", not);
  const steering = intake ? null : await postFor(tx, comment, "STEERING", not);
  const debtor = steering
    ? ({ organisationId: steering, role: "STEERING" } as const)
    : ({ organisationId: intake, role: "INTAKE" } as const);
  const subject = { type: "COMMENT", id: comment.id, code: comment.initiativeCode } as const;
  const parameter =
    kind === "MODERATION_REVIEW"
      ? "initiative.moderation-review.working-days"
      : "initiative.moderation-appeal.working-days";
  await openObligation(tx, { subject, kind, debtor, parameter }, at);
}

function note(tx: Tx, comment: LockedComment, kind: "comment.reported" | "comment.appealed", at: Date) {
  const subject = { type: "INITIATIVE", code: comment.initiativeCode } as const;
  const actor = { organisationId: null, post: "MEMBER" };
  return appendEntry(tx, { kind, subject, actor, payload: { comment: comment.code } }, at);
}
