import { z } from "zod";
import { line, oneOf, prose, say } from "#app/platform/typed.ts";

const LEAST_REASON = 20;

/** What a body says of the facts: right, with or without words; or not, with what is wrong and why. */
export const factualCommentSchema = z
  .object({ facts: oneOf(["CORRECT", "NOT_CORRECT"]), text: prose({ max: 3_000 }) })
  .superRefine(({ facts, text }, ctx) => {
    if (facts === "CORRECT" || [...text].length >= LEAST_REASON) return;
    const message =
      text === "" ? say("errors:required") : say("errors:too_short", { actual: [...text].length, min: LEAST_REASON });
    ctx.addIssue({ code: "custom", path: ["text"], message });
  })
  .transform(({ facts, text }) => ({ correct: facts === "CORRECT", text }));
export type FactualCommentInput = z.output<typeof factualCommentSchema>;

function element() {
  return prose({ min: 20, max: 4_000 });
}

/** The Front's answer to a body: its reason, and the text of the finding, which an accepted comment changes. */
export const factualAnswerSchema = z
  .object({
    organisationId: line({ max: 36 }),
    verdict: oneOf(["ACCEPTED", "NOT_ACCEPTED"]),
    reason: prose({ min: LEAST_REASON, max: 3_000 }),
    title: line({ min: 10, max: 200 }),
    criteria: element(),
    condition: element(),
    cause: element(),
    effect: element(),
  })
  .transform(({ organisationId, verdict, reason, ...text }) => ({
    ...{ organisationId, reason, text },
    accepted: verdict === "ACCEPTED",
  }));
export type FactualAnswerInput = z.output<typeof factualAnswerSchema>;
