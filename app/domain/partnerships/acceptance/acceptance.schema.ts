import { z } from "zod";
import { line, manyOf, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { chosenId } from "../partnership.schema.ts";
import { ACCEPTANCE_DECISIONS, MOST_CRITERIA } from "./acceptance.ts";

const password = z.string().min(1, say("errors:required")).max(200, say("errors:required"));

/** The number of a sealed file. */
function file() {
  return line({ max: 9 })
    .refine((text) => /^\d{1,6}$/.test(text), { error: say("errors:choose") })
    .transform(Number);
}

/** One criterion a line. */
function criteria() {
  return prose({ min: 5, max: 4_000 }).transform((text, ctx): string[] => {
    const lines = text
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    if (lines.length <= MOST_CRITERIA) return lines;
    ctx.addIssue({ code: "custom", message: say("errors:too_many", { max: MOST_CRITERIA }) });
    return z.NEVER;
  });
}

/** A risk that is taken knowingly: what has to hold, how it is taken, and the decision to take it. */
export const sealSchema = z.object({
  risk: prose({ min: 20, max: 2_000 }),
  criteria: criteria(),
  procedure: prose({ min: 20, max: 4_000 }),
  decision: prose({ min: 20, max: 2_000 }),
  password,
});
export type SealInput = z.output<typeof sealSchema>;

/** A member stands by the text of that hash. */
export const joinSealSchema = z.object({ file: file(), textSha256: line({ max: 64 }), password });
export type JoinSealInput = z.output<typeof joinSealSchema>;

/** Which loss is put to which State body; `21-S18.3` is the third run of that product. */
export const askSchema = z.object({
  file: file(),
  loss: line({ max: 40 })
    .refine((text) => /^[^.]{1,30}\.\d{1,6}$/.test(text), { error: say("errors:choose") })
    .transform((text) => {
      const [productCode = "", number = ""] = text.split(".");
      return { productCode, number: Number(number) };
    }),
  authorityId: chosenId(),
});
export type AskInput = z.output<typeof askSchema>;

const NUMBERS = Array.from({ length: MOST_CRITERIA }, (_, place) => String(place + 1));

export const decideSchema = z.object({
  file: file(),
  criteriaMet: manyOf(NUMBERS).transform((met) => met.map(Number)),
  procedureFollowed: ticked(),
  noFraud: ticked(),
  noMisuse: ticked(),
  decision: oneOf(ACCEPTANCE_DECISIONS),
  reason: prose({ min: 20, max: 3_000 }),
  lessons: prose({ min: 20, max: 3_000 }),
});
export type DecideInput = z.output<typeof decideSchema>;
