import { z } from "zod";
import { longestOf, needsOneLanguage, writtenTexts } from "#app/domain/partnerships/texts.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, maybeOneOf, oneOf, prose, say } from "#app/platform/typed.ts";
import { ANSWER_OUTCOMES, MOST_QUESTIONS, PUBLIC_COMMENT_LENGTHS, WITHHOLDING_GROUNDS } from "./public-comment.ts";

const LENGTHS = PUBLIC_COMMENT_LENGTHS;

function summary() {
  return prose({ max: LENGTHS.summary.most });
}
function question() {
  return line({ max: LENGTHS.question.most });
}
/** Codes ticked in a form; what they name is for the command to know. */
function codes() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat().filter((code) => code !== ""))].slice(0, 200));
}

const asked = z.object({ question_vi: question(), question_en: question(), question_fr: question() });

/** What a lead lays open: a summary and one question at least, each in one language at least, and the findings chosen. */
export const roundSchema = z
  .object({
    ...{ summary_vi: summary(), summary_en: summary(), summary_fr: summary() },
    questions: z.array(asked).max(MOST_QUESTIONS).optional(),
    findings: codes(),
  })
  .superRefine((typed, ctx) => {
    needsOneLanguage(ctx, typed, "summary", LENGTHS.summary.least);
    const written = (typed.questions ?? []).map((one) => longestOf(writtenTexts(one, "question")));
    const path = (place: number) => ["questions", place, "question_vi"];
    if (written.every((length) => length === 0))
      ctx.addIssue({ code: "custom", path: path(0), message: say("errors:required") });
    for (const [place, actual] of written.entries())
      if (actual > 0 && actual < LENGTHS.question.least)
        ctx.addIssue({
          code: "custom",
          path: path(place),
          message: say("errors:too_short", { actual, min: LENGTHS.question.least }),
        });
  })
  .transform((typed) => ({
    summary: writtenTexts(typed, "summary"),
    questions: (typed.questions ?? [])
      .map((one) => writtenTexts(one, "question"))
      .filter((texts) => longestOf(texts) > 0),
    findings: typed.findings,
  }));
export type RoundInput = z.output<typeof roundSchema>;

/** What a member says; `about` is the code of a finding laid open, or empty for the whole. */
export const publicCommentSchema = z.object({
  about: line({ max: 20 }),
  language: oneOf(LANGUAGES),
  text: prose(LENGTHS.comment),
});
export type PublicCommentInput = z.output<typeof publicCommentSchema>;

/** What the team rules on a comment; withheld alone has a ground and a reason. */
export const rulingSchema = z
  .object({
    comment: line({ max: 20 }),
    ruling: oneOf(["KEEP", "WITHHOLD"]),
    ground: maybeOneOf(WITHHOLDING_GROUNDS),
    reason: prose({ max: LENGTHS.reason.max }),
  })
  .superRefine(({ ruling, ground, reason }, ctx) => {
    if (ruling === "KEEP") return;
    if (ground === null) ctx.addIssue({ code: "custom", path: ["ground"], message: say("errors:choose") });
    const actual = [...reason].length;
    const { min } = LENGTHS.reason;
    if (actual < min)
      ctx.addIssue({
        code: "custom",
        path: ["reason"],
        message: actual === 0 ? say("errors:required") : say("errors:too_short", { actual, min }),
      });
  })
  .transform(({ comment, ruling, ground, reason }) => ({
    ...{ comment, keeps: ruling === "KEEP", reason },
    ground: ruling === "KEEP" ? null : ground,
  }));
export type RulingInput = z.output<typeof rulingSchema>;

/** One answer to one comment or several. */
export const publicAnswerSchema = z
  .object({ comments: codes(), outcome: oneOf(ANSWER_OUTCOMES), text: prose(LENGTHS.answer) })
  .superRefine(({ comments }, ctx) => {
    if (comments.length === 0) ctx.addIssue({ code: "custom", path: ["comments"], message: say("errors:choose") });
  });
export type PublicAnswerInput = z.output<typeof publicAnswerSchema>;
