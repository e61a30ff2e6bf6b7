import { z } from "zod";
import { prose } from "#app/platform/typed.ts";
import { MOST_QUESTIONS } from "./template-answers.ts";

/** Anything typed so far: what is too long for the end is kept too. */
function typed() {
  return prose({ max: 20_000 });
}

/** What is typed of a reading before it is handed in; nothing is needed yet. */
export const draftSchema = z.object({
  ...{ verifiable: typed(), potential: typed(), completion: typed(), earlyResults: typed(), rationale: typed() },
  ...{ selfCompletion: typed(), selfReport: typed(), selfSource: typed(), selfReportedOn: typed() },
  evidence: z
    .array(z.object({ title: typed(), reference: typed(), grade: typed() }))
    .max(10)
    .default([]),
  answers: z
    .array(z.object({ answer: typed(), note: typed() }))
    .max(MOST_QUESTIONS)
    .default([]),
});
export type ReadingDraft = z.output<typeof draftSchema>;
