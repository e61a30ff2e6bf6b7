import { answerCompletion, proposeCompletion } from "#app/domain/partnerships/performance/completion.server.ts";
import { cureFailure, recordFailure, verifyFailure } from "#app/domain/partnerships/performance/failures.server.ts";
import { addMetric, recordReading, verifyReading } from "#app/domain/partnerships/performance/metrics.server.ts";
import {
  checkSchema,
  completionAnswerSchema,
  completionSchema,
  confirmSchema,
  cureSchema,
  failureSchema,
  judgeSchema,
  metricSchema,
  milestoneSchema,
  readingSchema,
  reportSchema,
  waiveSchema,
} from "#app/domain/partnerships/performance/performance.schema.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import {
  judgeMilestone,
  reportMilestone,
  waiveMilestone,
} from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import { type Deed, deed } from "../deed.server.ts";
import type { Act } from "./performance-page.server.ts";

/** What is done with a form of each act: its schema reads it, its command does it. */
const DEEDS: Record<Act, Deed> = {
  plan: deed(milestoneSchema, planMilestone),
  report: deed(reportSchema, reportMilestone),
  judge: deed(judgeSchema, judgeMilestone),
  waive: deed(waiveSchema, waiveMilestone),
  metric: deed(metricSchema, addMetric),
  read: deed(readingSchema, recordReading),
  check: deed(checkSchema, verifyReading),
  failure: deed(failureSchema, recordFailure),
  confirm: deed(confirmSchema, verifyFailure),
  cure: deed(cureSchema, cureFailure),
  complete: deed(completionSchema, proposeCompletion),
  answer: deed(completionAnswerSchema, answerCompletion),
};

/** Does what a form asks for; says what is wrong with it where it cannot be done. */
export function perform(act: Act, sent: Parameters<Deed>[0]): ReturnType<Deed> {
  return DEEDS[act](sent);
}
