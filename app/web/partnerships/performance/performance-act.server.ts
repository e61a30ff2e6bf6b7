import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
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
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import type { Act } from "./performance-page.server.ts";

type Sent = { actor: Actor; code: string; form: FormData; lang: Language };
type Done = { ok: true } | { ok: false; form: FormState; status: 409 | 422 };

/** What is done with a form of each act: its schema reads it, its command does it. */
const DEEDS: Record<Act, (sent: Sent) => Promise<Done>> = {
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
export function perform(act: Act, sent: Sent): Promise<Done> {
  return DEEDS[act](sent);
}

function deed<Schema extends z.ZodType>(
  schema: Schema,
  command: (actor: Actor, code: string, input: z.output<Schema>) => Promise<Outcome<unknown>>,
) {
  return async ({ actor, code, form, lang }: Sent): Promise<Done> => {
    const parsed = parseForm(form, schema, lang);
    if (!parsed.ok) return { ok: false, form: parsed.form, status: 422 };
    const outcome = await command(actor, code, parsed.value);
    return outcome.ok ? { ok: true } : { ok: false, form: withRefusal(parsed.form, outcome, lang), status: 409 };
  };
}
