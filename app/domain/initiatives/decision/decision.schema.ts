import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { line, maybeDate, oneOf, prose, say } from "#app/platform/typed.ts";

export const DECISION_KINDS = ["ACCEPTED", "REJECTED", "RETURNED"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const decisionSchema = z.object({
  kind: oneOf(DECISION_KINDS),
  reason: prose({ min: 50, max: 6_000 }),
  language: oneOf(LANGUAGES),
  legalRef: line({ max: 200 }),
});

/** When a decision becomes public: a day and an hour of Vietnam; null for at once. Without an hour, at eight. */
export const publicationSchema = z
  .object({ publishOn: maybeDate(), publishTime: line({ max: 5 }) })
  .transform(({ publishOn, publishTime }, ctx): Date | null => {
    const time = /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(publishTime) ? publishTime.padStart(5, "0") : null;
    if (publishTime !== "" && !time)
      ctx.addIssue({ code: "custom", path: ["publishTime"], message: say("errors:hour") });
    return publishOn ? new Date(`${publishOn}T${time ?? "08:00"}:00+07:00`) : null;
  });

/** The corrected reason and basis; `number` is that of the decision that was read. */
export const correctionSchema = decisionSchema.omit({ kind: true }).extend({
  number: line({ max: 6 }).transform((text) => (/^\d+$/.test(text) ? Number(text) : 0)),
});
