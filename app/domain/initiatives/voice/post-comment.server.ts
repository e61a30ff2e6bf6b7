import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { nextCode } from "#app/platform/codes.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isPublic } from "../initiative.policy.ts";
import { openQuestionClock } from "./internal/question-clock.server.ts";
import { holdVoiced, type Voiced } from "./internal/voiced.server.ts";
import { maySpeak } from "./voice.policy.ts";
import type { commentSchema } from "./voice.schema.ts";

export type CommentRefusal = "NOT_FOUND" | "OWN_INITIATIVE" | "NAME_MISSING" | "ALREADY_SPOKE" | "TOO_MANY";

type Input = z.output<typeof commentSchema>;
export type Posted = { code: string; dueOn: string | null };

/**
 * Says something of the newest version in one's own name: once in favour or against, and any number of questions, each
 * of which starts a clock. Of a hundred at the same moment one is kept. Refuses NOT_FOUND where it is not public,
 * OWN_INITIATIVE, NAME_MISSING (nobody writes anonymously), ALREADY_SPOKE, TOO_MANY. Returns the comment's code, and the
 * day by which a question must be answered. Source: docs/domain.md, "Public voice".
 */
export async function postComment(
  actor: Actor,
  code: string,
  input: Input,
  at = new Date(),
): Promise<Outcome<Posted, CommentRefusal>> {
  if (!actor.name?.trim()) return refuse("NAME_MISSING");
  const taken = await take("comment", actor.personId);
  if (!taken.ok) return refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } });
  return inTransaction<Posted, CommentRefusal>(async (tx) => {
    const initiative = await holdVoiced(tx, actor, code);
    if (!initiative || !isPublic(initiative)) return refuse("NOT_FOUND");
    if (!maySpeak(actor, initiative)) return refuse("OWN_INITIATIVE");
    const comment = await insert(tx, initiative, actor, input, at);
    if (!comment) return refuse("ALREADY_SPOKE", { field: "stance" });
    const question =
      input.stance === "QUESTION"
        ? await openQuestionClock(
            tx,
            {
              ...initiative,
              ...comment,
              initiativeId: initiative.id,
              initiativeCode: code,
              addressee: input.addressee,
            },
            at,
          )
        : null;
    await note(tx, initiative, comment.code, input, question?.dueOn ?? null, at);
    await tell(
      tx,
      {
        event: question ? "question.asked" : "comment.posted",
        subject: { type: "INITIATIVE", code },
        params: { comment: comment.code, stance: input.stance, ...(question ? { dueOn: question.dueOn } : {}) },
        to: question?.people ?? [initiative.proposerId],
        by: actor.personId,
      },
      at,
    );
    return done({ code: comment.code, dueOn: question?.dueOn ?? null });
  });
}

/** Null where this person has spoken for or against it already: the index decides, whoever came first. */
async function insert(tx: Tx, initiative: Voiced, actor: Actor, input: Input, at: Date) {
  const code = await nextCode(tx, "YK", at.getFullYear());
  const rows = await tx.$queryRaw<{ id: string; code: string }[]>`
    INSERT INTO comment (code, initiative_id, version_number, person_id, stance, addressee, text, language, at)
    VALUES (${code}, ${initiative.id}::uuid, ${initiative.version}, ${actor.personId}::uuid, ${input.stance}::"Stance",
      ${input.addressee}::"QuestionAddressee", ${input.text}, ${input.language}, ${at})
    ON CONFLICT (initiative_id, person_id) WHERE stance <> 'QUESTION' AND withdrawn_at IS NULL DO NOTHING
    RETURNING id::text, code`;
  return rows[0] ?? null;
}

/** The record keeps that something was said and its hash; the words can be hidden, the record cannot. */
async function note(tx: Tx, initiative: Voiced, comment: string, input: Input, dueOn: string | null, at: Date) {
  const { stance, addressee, text } = input;
  await appendEntry(
    tx,
    {
      kind: stance === "QUESTION" ? "comment.asked" : "comment.posted",
      subject: { type: "INITIATIVE", code: initiative.code },
      actor: { organisationId: null, post: "MEMBER" },
      payload: {
        ...{ comment, stance, version: initiative.version, textSha256: sha256(text) },
        ...(dueOn ? { addressee, dueOn } : {}),
      },
    },
    at,
  );
}
