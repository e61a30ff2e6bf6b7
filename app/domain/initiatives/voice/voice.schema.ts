import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { maybeOneOf, oneOf, prose, say } from "#app/platform/typed.ts";
import { ADDRESSEES, STANCES, VOICE_LENGTHS } from "./comment.ts";

/** What a member may write: only a question has an addressee. */
export const commentSchema = z
  .object({
    stance: oneOf(STANCES),
    addressee: maybeOneOf(ADDRESSEES),
    language: oneOf(LANGUAGES),
    text: prose(VOICE_LENGTHS.comment),
  })
  .superRefine(({ stance, addressee }, ctx) => {
    if (stance === "QUESTION" && addressee === null)
      ctx.addIssue({ code: "custom", path: ["addressee"], message: say("errors:choose") });
  })
  .transform((typed) => ({ ...typed, addressee: typed.stance === "QUESTION" ? typed.addressee : null }));

export const answerSchema = z.object({ language: oneOf(LANGUAGES), text: prose(VOICE_LENGTHS.answer) });
