import { z } from "zod";
import { date, line, maybeSha256, oneOf, prose, say } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";
import { METRIC_DIRECTIONS } from "./performance.ts";

function whole(min: number, max: number) {
  return line({ max: 9 })
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: say("errors:whole_number", { min, max }),
    })
    .transform(Number);
}

function chosenNumber() {
  return line({ max: 9 })
    .refine((text) => /^\d{1,6}$/.test(text), { error: say("errors:choose") })
    .transform(Number);
}

/** A decimal number of at most four places, with a comma or a point; given back with a point. */
function decimal() {
  return line({ min: 1, max: 20 }).transform((text, ctx): string => {
    const plain = text.replace(",", ".");
    if (text === "" || /^-?\d{1,14}(\.\d{1,4})?$/.test(plain)) return plain;
    ctx.addIssue({ code: "custom", message: say("errors:decimal") });
    return z.NEVER;
  });
}

function why() {
  return prose({ min: 10, max: 1_000 });
}

export const milestoneSchema = z.object({
  memberId: chosenId(),
  title: line({ min: 5, max: 200 }),
  measure: prose({ min: 10, max: 1_000 }),
  weight: whole(1, 100),
  dueOn: date(),
});
export type MilestoneInput = z.output<typeof milestoneSchema>;

/** What a party says it did, with the fingerprint of what shows it. */
export const reportSchema = z.object({ milestone: chosenNumber(), note: why(), evidenceSha256: maybeSha256() });
export type ReportInput = z.output<typeof reportSchema>;

export const JUDGEMENTS = ["MET", "RETURNED"] as const;
export const judgeSchema = z.object({ milestone: chosenNumber(), judgement: oneOf(JUDGEMENTS), note: why() });
export type JudgeInput = z.output<typeof judgeSchema>;

export const waiveSchema = z.object({ milestone: chosenNumber(), note: why() });
export type WaiveInput = z.output<typeof waiveSchema>;

export const metricSchema = z.object({
  memberId: chosenId(),
  name: line({ min: 3, max: 200 }),
  unit: line({ min: 1, max: 40 }),
  direction: oneOf(METRIC_DIRECTIONS),
  target: decimal(),
});
export type MetricInput = z.output<typeof metricSchema>;

export const readingSchema = z.object({
  metric: chosenNumber(),
  onDay: date(),
  value: decimal(),
  reference: line({ min: 3, max: 300 }),
  evidenceSha256: maybeSha256(),
});
export type ReadingInput = z.output<typeof readingSchema>;

/** Which reading: `2.3` is the third of the second metric. */
export const checkSchema = z.object({
  reading: line({ max: 12 })
    .refine((text) => /^\d{1,5}\.\d{1,5}$/.test(text), { error: say("errors:choose") })
    .transform((text) => {
      const [metric = 0, number = 0] = text.split(".").map(Number);
      return { metric, number };
    }),
});
export type CheckInput = z.output<typeof checkSchema>;

export const failureSchema = z.object({
  memberId: chosenId(),
  onDay: date(),
  description: why(),
  consequence: prose({ min: 5, max: 1_000 }),
  cureOn: date(),
  evidenceSha256: maybeSha256(),
});
export type FailureInput = z.output<typeof failureSchema>;

export const confirmSchema = z.object({ failure: chosenNumber() });
export type ConfirmInput = z.output<typeof confirmSchema>;

export const cureSchema = z.object({ failure: chosenNumber(), reference: line({ min: 3, max: 300 }) });
export type CureInput = z.output<typeof cureSchema>;

export const completionSchema = z.object({ statement: prose({ min: 50, max: 5_000 }), evidenceSha256: maybeSha256() });
export type CompletionInput = z.output<typeof completionSchema>;

export const ANSWERS = ["ACCEPTED", "RETURNED"] as const;
export const completionAnswerSchema = z.object({ answer: oneOf(ANSWERS), note: why() });
export type CompletionAnswerInput = z.output<typeof completionAnswerSchema>;
