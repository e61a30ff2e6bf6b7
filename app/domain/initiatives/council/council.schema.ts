import { z } from "zod";
import { oneOf, prose, say } from "#app/platform/typed.ts";
import { CRITERIA, type Criterion } from "../criteria.ts";
import type { Track } from "../initiative.ts";

export const MOST_EVALUATORS = 15;

const person = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The people whom a chair asks to evaluate; at least one. */
export const evaluatorsSchema = z.object({
  evaluatorIds: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].filter((id) => id !== ""))
    .refine((ids) => ids.length > 0, { error: say("errors:required") })
    .refine((ids) => ids.length <= MOST_EVALUATORS, { error: say("errors:too_many", { max: MOST_EVALUATORS }) })
    .refine((ids) => ids.every((id) => person.test(id)), { error: say("errors:choose") }),
});

/** An evaluator says whether anything stands between them and this file, before it opens. */
export const conflictSchema = z.object({ conflict: oneOf(["NONE", "CONFLICT"]) });

/** 0 to 100 and a comment for each criterion of the track, in the form's fields `value_{criterion}`, `comment_{criterion}`. */
export function scoreSchema(track: Track) {
  return z
    .object(
      Object.fromEntries(
        CRITERIA[track].flatMap(({ code }) => [
          [`value_${code}`, points()],
          [`comment_${code}`, prose({ min: 20, max: 2_000 })],
        ]),
      ),
    )
    .transform((form) =>
      CRITERIA[track].map(
        ({ code }): CriterionScore => ({
          criterion: code,
          value: Number(form[`value_${code}`]),
          comment: String(form[`comment_${code}`]),
        }),
      ),
    );
}

export type CriterionScore = { criterion: Criterion; value: number; comment: string };

function points() {
  return z
    .union([z.string(), z.array(z.string())], { error: say("errors:required") })
    .transform((value, ctx): number => {
      const text = ([value].flat()[0] ?? "").trim();
      if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
      ctx.addIssue({
        code: "custom",
        message: text === "" ? say("errors:required") : say("errors:whole_number", { min: 0, max: 100 }),
      });
      return z.NEVER;
    });
}
