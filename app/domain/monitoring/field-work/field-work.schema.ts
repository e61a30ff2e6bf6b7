import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { date, line, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { FIELD_LENGTHS, MOST_MET } from "./field-work.ts";

const LENGTHS = FIELD_LENGTHS;
const id = line({ max: 36 });

/** Posts, one a line. */
function posts() {
  return prose({ max: 3_000 }).transform((text, ctx) => {
    const written = [...new Set(text.split("\n").map((post) => post.replace(/\s+/gu, " ").trim()))].filter(Boolean);
    if (written.length === 0) ctx.addIssue({ code: "custom", message: say("errors:required") });
    if (written.length > MOST_MET) ctx.addIssue({ code: "custom", message: say("errors:too_many", { max: MOST_MET }) });
    const longest = Math.max(0, ...written.map((post) => [...post].length));
    if (longest > LENGTHS.post.max)
      ctx.addIssue({ code: "custom", message: say("errors:too_long", { actual: longest, max: LENGTHS.post.max }) });
    return written;
  });
}

function people() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value, ctx) => {
      const chosen = [...new Set([value ?? []].flat().filter((one) => one !== ""))];
      if (chosen.length === 0) ctx.addIssue({ code: "custom", message: say("errors:choose") });
      return chosen.slice(0, 50);
    });
}

/** The minutes of a visit; `present` are the ids of the members of the team who were there. */
export const visitSchema = z.object({
  ...{ unitId: id, onDay: date(), place: line(LENGTHS.place), met: posts(), present: people() },
  ...{ seen: prose(LENGTHS.seen), agreed: prose(LENGTHS.agreed), language: oneOf(LANGUAGES), isPublic: ticked() },
});
export type VisitInput = z.output<typeof visitSchema>;

/** What is said of a photograph; the file comes beside it. */
export const photographSchema = z.object({
  ...{ takenOn: date(), caption: line(LENGTHS.caption), alt: line(LENGTHS.alt) },
  ...{ language: oneOf(LANGUAGES), isPublic: ticked() },
});
export type PhotographInput = z.output<typeof photographSchema>;

/** Which photograph, and whether the public will see it. */
export const showingSchema = z.object({ number: line({ max: 3 }).transform(Number), isPublic: ticked() });

/** An interview: without the consent to be recorded no words, without that to be named no name. */
export const interviewSchema = z
  .object({
    ...{ unitId: id, onDay: date(), withPost: line(LENGTHS.post), language: oneOf(LANGUAGES) },
    ...{ consentRecorded: ticked(), consentQuoted: ticked(), consentNamed: ticked() },
    ...{ summary: prose({ max: LENGTHS.summary.max }), name: line({ max: 120 }) },
  })
  .superRefine(({ consentRecorded, consentQuoted, consentNamed, summary, name }, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const actual = [...summary].length;
    if (!consentRecorded && summary !== "") refuse("summary", say("errors:no_consent_recorded"));
    if (consentRecorded && actual === 0) refuse("summary", say("errors:required"));
    if (consentRecorded && actual > 0 && actual < LENGTHS.summary.min)
      refuse("summary", say("errors:too_short", { actual, min: LENGTHS.summary.min }));
    if (consentQuoted && !consentRecorded) refuse("consentQuoted", say("errors:consent_order"));
    if (consentNamed && !consentQuoted) refuse("consentNamed", say("errors:consent_order"));
    if (!consentNamed && name !== "") refuse("name", say("errors:no_consent_named"));
    if (consentNamed && name === "") refuse("name", say("errors:required"));
  })
  .transform(({ name, ...typed }) => ({ ...typed, name: name === "" ? null : name }));
export type InterviewInput = z.output<typeof interviewSchema>;

/** What is taken back: the name, or everything that was said. */
export const withdrawalSchema = z.object({ what: oneOf(["NAME", "WORDS"]) });
export type WithdrawalInput = z.output<typeof withdrawalSchema>;
