import type { z } from "zod";
import { type Actor, ROLES } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { countDue } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { answeringPost } from "./extension.policy.ts";
import type { answerExtensionSchema } from "./extension.schema.ts";
import { type AnsweringPost, answeringPosts } from "./extension.ts";
import { type LockedObligation, lockObligation, subjectOf } from "./internal/locked.server.ts";

export type AnswerRefusal =
  | "NOT_FOUND"
  | "NOT_YOURS_TO_ANSWER"
  | "NOTHING_ASKED"
  | "CLOCK_ENDED"
  | "CLOCK_STANDS"
  | "NO_LONGER_LATER";

type Answer = z.output<typeof answerExtensionSchema>;

/**
 * Somebody else than the one who asked grants or refuses more time, once and with a reason. What is granted moves the
 * current due date to the day asked for, also where it has passed meanwhile; the original due date stays, and so does
 * every lateness against it. Of two answers at the same moment one is given and the other is NOTHING_ASKED.
 * Refuses: NOT_FOUND; NOT_YOURS_TO_ANSWER; NOTHING_ASKED; CLOCK_ENDED; and to what would be granted: CLOCK_STANDS;
 * NO_LONGER_LATER where a pause or the time gone by has left nothing to grant.
 * Source: docs/domain.md, "Clocks and working days".
 */
export async function answerExtension(
  actor: Actor,
  id: string,
  input: Answer,
  at = new Date(),
): Promise<Outcome<{ dueOn: string }, AnswerRefusal>> {
  if (!isUuid(id)) return refuse("NOT_FOUND");
  return inTransaction<{ dueOn: string }, AnswerRefusal>(async (tx) => {
    const obligation = await lockObligation(tx, id);
    if (!obligation) return refuse("NOT_FOUND");
    const asked = obligation.open;
    if (!asked) return refuse(holdsAPost(actor, obligation) ? "NOTHING_ASKED" : "NOT_YOURS_TO_ANSWER");
    const post = answeringPost(actor, obligation, asked.requestedById);
    if (!post) return refuse("NOT_YOURS_TO_ANSWER");
    if (obligation.ended) return refuse("CLOCK_ENDED");
    const granted = input.answer === "granted";
    if (granted && obligation.standing) return refuse("CLOCK_STANDS");
    const isLater = asked.untilOn > obligation.dueOn && asked.untilOn >= dayInVietnam(at);
    if (granted && !isLater) return refuse("NO_LONGER_LATER");
    await tx.obligationExtension.update({
      where: { id: asked.id },
      data: {
        granted,
        answerReason: input.reason,
        answeredById: actor.personId,
        answeredByRole: post.role,
        answeredByOrganisationId: post.organisationId,
        answeredAt: at,
      },
    });
    const dueOn = granted ? await countDue(tx, id, at) : obligation.dueOn;
    if (granted) await tx.obligation.update({ where: { id }, data: { dueOn: new Date(`${dueOn}T00:00:00Z`) } });
    await writeEntry(tx, obligation, { ...input, post, untilOn: asked.untilOn, dueOn }, at);
    const params = { duty: obligation.kind, answer: input.answer, due: dueOn, obligation: id };
    const news = { event: "extension.answered", subject: subjectOf(obligation), params } as const;
    await tell(tx, { ...news, to: [asked.requestedById], by: actor.personId }, at);
    return done({ dueOn });
  });
}

function writeEntry(
  tx: Tx,
  obligation: LockedObligation,
  answer: Answer & { post: AnsweringPost; untilOn: string; dueOn: string },
  at: Date,
): Promise<bigint> {
  const { post, untilOn, dueOn, reason } = answer;
  return appendEntry(
    tx,
    {
      kind: answer.answer === "granted" ? "obligation.extension-granted" : "obligation.extension-refused",
      subject: subjectOf(obligation),
      actor: { organisationId: post.organisationId, post: post.role },
      payload: {
        ...{ duty: obligation.kind, until: untilOn, due: dueOn, original: obligation.originalDueOn },
        // what is said to a person about their own reasons stays between them
        ...(obligation.debtor.personId === null ? { reason } : {}),
      },
    },
    at,
  );
}

function holdsAPost(actor: Actor, obligation: LockedObligation): boolean {
  return answeringPosts(obligation, ROLES).some(({ role, organisationId }) =>
    actor.roles.some(
      (held) => held.role === role && (organisationId === null || held.organisationId === organisationId),
    ),
  );
}
