import { z } from "zod";
import { isUuid, line, manyOf, oneOf, prose, say } from "#app/platform/typed.ts";
import type { Criterion } from "../criteria.ts";
import { RECUSAL_GROUNDS, TIES } from "./conflict.ts";

export const MOST_EVALUATORS = 15;

/** The people whom a chair asks to evaluate; at least one. */
export const evaluatorsSchema = z.object({
  evaluatorIds: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())].filter((id) => id !== ""))
    .refine((ids) => ids.length > 0, { error: say("errors:required") })
    .refine((ids) => ids.length <= MOST_EVALUATORS, { error: say("errors:too_many", { max: MOST_EVALUATORS }) })
    .refine((ids) => ids.every(isUuid), { error: say("errors:choose") }),
});

/** Further people in an open round; with `replacesSeatId`, one in the place of somebody who stepped aside. */
export const namingSchema = evaluatorsSchema.extend({
  replacesSeatId: line({ max: 40 }).transform((text, ctx): string | null => {
    if (text === "") return null;
    if (isUuid(text)) return text;
    ctx.addIssue({ code: "custom", message: say("errors:choose") });
    return z.NEVER;
  }),
});

/** Why an evaluator steps aside; the reason may be left out where the ground says it all. */
export const recusalSchema = z.object({ ground: oneOf(RECUSAL_GROUNDS), reason: prose({ max: 1_000 }) });

/**
 * Before the file opens an evaluator goes through the list of ties and says whether one exists: no tie may be ticked
 * beside NONE, and CONFLICT needs one.
 */
export const conflictSchema = z
  .object({ conflict: oneOf(["NONE", "CONFLICT"]), ties: manyOf(TIES), reason: prose({ max: 1_000 }) })
  .superRefine(({ conflict, ties }, ctx) => {
    if (conflict === "NONE" && ties.length > 0)
      ctx.addIssue({ code: "custom", path: ["conflict"], message: say("errors:ties_ticked") });
    if (conflict === "CONFLICT" && ties.length === 0)
      ctx.addIssue({ code: "custom", path: ["ties"], message: say("errors:choose") });
  });

/** 0 to 100 and a comment for each criterion of the round, in the form's fields `value_{criterion}`, `comment_{criterion}`. */
export function scoreSchema(criteria: readonly Criterion[]) {
  return z
    .object(
      Object.fromEntries(
        criteria.flatMap((code) => [
          [`value_${code}`, points()],
          [`comment_${code}`, prose({ min: 20, max: 2_000 })],
        ]),
      ),
    )
    .transform((form) =>
      criteria.map(
        (code): CriterionScore => ({
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
