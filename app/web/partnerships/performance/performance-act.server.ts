import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerCompletion, proposeCompletion } from "#app/domain/partnerships/performance/completion.server.ts";
import { cureFailure, recordFailure, verifyFailure } from "#app/domain/partnerships/performance/failures.server.ts";
import { holdEvidence } from "#app/domain/partnerships/performance/hold-evidence.server.ts";
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
import type { EvidenceInput, WithEvidence } from "#app/domain/partnerships/performance/performance.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import {
  judgeMilestone,
  reportMilestone,
  waiveMilestone,
} from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { type Deed, deed } from "../deed.server.ts";
import type { Act } from "./performance-page.server.ts";

type Shown = EvidenceInput | null;

/** What is done with a form of each act, and the document that shows what it says: its schema reads it, its command does it. */
const DEEDS: Record<Act, (shown: Shown) => Deed> = {
  plan: () => deed(milestoneSchema, planMilestone),
  report: showing(reportSchema, reportMilestone),
  judge: () => deed(judgeSchema, judgeMilestone),
  waive: () => deed(waiveSchema, waiveMilestone),
  metric: () => deed(metricSchema, addMetric),
  read: showing(readingSchema, recordReading),
  check: () => deed(checkSchema, verifyReading),
  failure: showing(failureSchema, recordFailure),
  confirm: () => deed(confirmSchema, verifyFailure),
  cure: () => deed(cureSchema, cureFailure),
  complete: showing(completionSchema, proposeCompletion),
  answer: () => deed(completionAnswerSchema, answerCompletion),
};

function showing<Schema extends z.ZodType<object>>(
  schema: Schema,
  command: (actor: Actor, code: string, input: z.output<Schema> & WithEvidence) => Promise<Outcome<unknown>>,
) {
  return (evidence: Shown): Deed =>
    deed(schema, (actor, code: string, input) => command(actor, code, { ...input, evidence }));
}

/**
 * Does what a form asks for; says what is wrong with it where it cannot be done. A document is kept with what it shows;
 * until then it is held for who sent it.
 */
export async function perform(act: Act, sent: Parameters<Deed>[0], shown: Shown): ReturnType<Deed> {
  const acted = await DEEDS[act](shown)(sent);
  if (!acted.ok && shown && "name" in shown.file) await holdEvidence(sent.actor, sent.address, shown.file);
  return acted;
}
