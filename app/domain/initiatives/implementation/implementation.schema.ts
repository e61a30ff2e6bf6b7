import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { date, line, maybeWhole, oneOf, prose, say } from "#app/platform/typed.ts";
import { CLOSINGS } from "./implementation.ts";

/** Who takes the work over, under whose lead, for what, with which money, by when ('YYYY-MM-DD'). */
export const assignSchema = z.object({
  /** code or name of a verified organisation; the page turns it into an id */
  owner: line({ min: 1, max: 300 }),
  chiefPost: line({ min: 3, max: 160 }),
  chiefEmail: line({ max: 254 }).transform((email) => email.toLowerCase()),
  expectedProduct: prose({ min: 20, max: 2_000 }),
  funding: line({ min: 3, max: 300 }),
  dueOn: date(),
  language: oneOf(LANGUAGES),
});

/** How far the work is, 0 to 100, in words, and what shows it. */
export const reportSchema = z.object({
  percent: maybeWhole({ min: 0, max: 100 }).transform((value, ctx): number => {
    if (value !== null) return value;
    ctx.addIssue({ code: "custom", message: say("errors:required") });
    return z.NEVER;
  }),
  note: prose({ min: 20, max: 4_000 }),
  evidence: prose({ max: 2_000 }),
  language: oneOf(LANGUAGES),
});

/** How it ended, and what the verifier saw. */
export const closeSchema = z.object({
  closing: oneOf(CLOSINGS),
  evidence: prose({ min: 30, max: 4_000 }),
  language: oneOf(LANGUAGES),
});
