import { z } from "zod";
import { line, maybeDate, maybeOneOf, oneOf, prose, say } from "#app/platform/typed.ts";
import { COMPLETIONS, EARLY_RESULTS, type Evidence, GRADES, POTENTIALS } from "./assessment.ts";
import { ANSWERS, LONGEST_NOTE, MOST_QUESTIONS, type TemplateAnswer } from "./template-answers.ts";

/** Rows of a form for evidence. */
export const EVIDENCE_ROWS = 3;

/** Pieces of evidence, at least one: a title, where it is found, and a grade; rows left empty are no evidence. */
export function evidence() {
  return z
    .array(z.object({ title: line({ max: 200 }), reference: line({ max: 300 }), grade: maybeOneOf(GRADES) }))
    .max(10)
    .optional()
    .transform((rows, ctx): Evidence[] => {
      const written = (rows ?? []).flatMap(({ title, reference, grade }, place) => {
        if (title === "" && reference === "") return [];
        if (title === "") ctx.addIssue({ code: "custom", path: [place, "title"], message: say("errors:required") });
        if (grade === null) ctx.addIssue({ code: "custom", path: [place, "grade"], message: say("errors:choose") });
        return [{ title, reference, grade: grade ?? "C" }];
      });
      if (written.length === 0) ctx.addIssue({ code: "custom", path: [0, "title"], message: say("errors:required") });
      return written;
    });
}

/** An answer to each question of the template, in their order; why, unless it is a plain yes. */
function answers() {
  return z
    .array(z.object({ answer: maybeOneOf(ANSWERS), note: prose({ max: LONGEST_NOTE }) }))
    .max(MOST_QUESTIONS)
    .optional()
    .transform((rows, ctx): TemplateAnswer[] =>
      (rows ?? []).map(({ answer, note }, place) => {
        if (answer === null) ctx.addIssue({ code: "custom", path: [place, "answer"], message: say("errors:choose") });
        if (answer !== null && answer !== "YES" && note === "")
          ctx.addIssue({ code: "custom", path: [place, "note"], message: say("errors:required") });
        return { answer: answer ?? "UNKNOWN", note };
      }),
    );
}

const codes = {
  verifiable: oneOf(["YES", "NO"]),
  potential: oneOf(POTENTIALS),
  completion: oneOf(COMPLETIONS),
  earlyResults: oneOf(EARLY_RESULTS),
};

/** One reader's coding; the first reader also tells what the body reports of itself, with its source and day, if anything. */
export const readingSchema = z
  .object({
    answers: answers(),
    ...codes,
    rationale: prose({ min: 20, max: 4_000 }),
    evidence: evidence(),
    selfCompletion: maybeOneOf(COMPLETIONS),
    selfReport: prose({ max: 3_000 }),
    selfSource: line({ max: 300 }),
    selfReportedOn: maybeDate(),
  })
  .superRefine(({ selfCompletion, selfSource, selfReportedOn }, ctx) => {
    const refuse = (path: string) => ctx.addIssue({ code: "custom", path: [path], message: say("errors:required") });
    if (selfCompletion !== null && selfSource === "") refuse("selfSource");
    if (selfCompletion !== null && selfReportedOn === null) refuse("selfReportedOn");
  })
  .transform(({ verifiable, ...typed }) => ({ ...typed, verifiable: verifiable === "YES" }));
export type ReadingInput = z.output<typeof readingSchema>;

/** What a lead settles where two readers differ, and why. */
export const resolutionSchema = z
  .object({ ...codes, resolution: prose({ min: 20, max: 3_000 }) })
  .transform(({ verifiable, ...typed }) => ({ ...typed, verifiable: verifiable === "YES" }));

export const explanationSchema = z.object({ text: prose({ min: 20, max: 3_000 }) });
