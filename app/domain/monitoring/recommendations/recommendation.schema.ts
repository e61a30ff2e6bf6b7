import { z } from "zod";
import { date, line, maybeDate, oneOf, prose, say, ticked } from "#app/platform/typed.ts";
import { evidence } from "../assessments/assessment.schema.ts";
import { ACCEPTANCES, CRITICALITIES, PROGRESSES, STATUSES } from "./recommendation.ts";

const LEAST_REASON = 20;

export const recommendationSchema = z.object({
  text: prose({ min: 20, max: 2_000 }),
  addresseeId: line({ max: 36 }),
  criticality: oneOf(CRITICALITIES),
  priority: ticked(),
  dueOn: date(),
});
export type RecommendationInput = z.output<typeof recommendationSchema>;

/** An answer: what is not accepted needs a reason, what is accepted a plan and a day. */
export const responseSchema = z
  .object({
    acceptance: oneOf(ACCEPTANCES),
    reason: prose({ max: 3_000 }),
    plan: prose({ max: 3_000 }),
    targetOn: maybeDate(),
  })
  .superRefine(({ acceptance, reason, plan, targetOn }, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const tooShort = (text: string) =>
      text === "" ? say("errors:required") : say("errors:too_short", { actual: [...text].length, min: LEAST_REASON });
    if (acceptance !== "ACCEPTED" && [...reason].length < LEAST_REASON) refuse("reason", tooShort(reason));
    if (acceptance === "NOT_ACCEPTED") return;
    if ([...plan].length < LEAST_REASON) refuse("plan", tooShort(plan));
    if (targetOn === null) refuse("targetOn", say("errors:required"));
  });
export type ResponseInput = z.output<typeof responseSchema>;

export const progressSchema = z.object({ progress: oneOf(PROGRESSES), progressNote: prose({ min: 10, max: 2_000 }) });
export type ProgressInput = z.output<typeof progressSchema>;

/** What a monitor saw on a day, and the status that follows from it. */
export const followUpSchema = z.object({
  onDay: date(),
  note: prose({ min: 20, max: 3_000 }),
  evidence: evidence(),
  verdict: oneOf(STATUSES),
});
export type FollowUpInput = z.output<typeof followUpSchema>;
