import type { Actor } from "#app/domain/accounts/actor.ts";
import {
  explanationSchema,
  readingSchema,
  resolutionSchema,
} from "#app/domain/monitoring/assessments/assessment.schema.ts";
import { draftSchema, type ReadingDraft } from "#app/domain/monitoring/assessments/draft.schema.ts";
import { keepReadingDraft } from "#app/domain/monitoring/assessments/draft.server.ts";
import { explainGap } from "#app/domain/monitoring/assessments/explain.server.ts";
import { readSubject, settleSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { answerFacts } from "#app/domain/monitoring/factual-check/answer.server.ts";
import { factualAnswerSchema } from "#app/domain/monitoring/factual-check/factual-check.schema.ts";
import { erratumSchema, secondReadSchema } from "#app/domain/monitoring/findings/finding.schema.ts";
import { addErratum, confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import {
  followUpSchema,
  progressSchema,
  recommendationSchema,
  responseSchema,
} from "#app/domain/monitoring/recommendations/recommendation.schema.ts";
import { respond, tellProgress } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { isOutsider } from "#app/domain/monitoring/refusals/outsider.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Acted } from "#app/web/acted.server.ts";
import { blankForm, parseForm, typedValues } from "#app/web/form.server.ts";
import { forbidden } from "#app/web/guard.server.ts";
import { actedByFront } from "./acted.server.ts";

/** What a form on the page of an assessment asks for: a reading, the draft of one, a lead's settlement, or the body's explanation. */
export async function actOnAssessment(actor: Actor, unit: string, typed: FormData, lang: Language): Promise<Acted> {
  const intent = intentOf(typed);
  if (intent === "explain")
    return actedByFront(parseForm(typed, explanationSchema, lang), (value) => explainGap(actor, unit, value), lang);
  await frontAlone(actor, `assessment.${intent}`, unit);
  if (intent === "read")
    return actedByFront(parseForm(typed, readingSchema, lang), (value) => readSubject(actor, unit, value), lang);
  if (intent === "draft")
    return actedByFront(parseForm(typed, draftSchema, lang), (value) => keepReadingDraft(actor, unit, value), lang);
  if (intent === "settle")
    return actedByFront(parseForm(typed, resolutionSchema, lang), (value) => settleSubject(actor, unit, value), lang);
  return unknown(typed);
}

/** What a form on the page of a finding asks for; all of it is the Front's. */
export async function actOnFinding(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  const intent = intentOf(typed);
  await frontAlone(actor, `finding.${intent}`, code);
  switch (intent) {
    case "second":
      return actedByFront(parseForm(typed, secondReadSchema, lang), (value) => secondFinding(actor, code, value), lang);
    case "confirm":
      return actedByFront({ ok: true, value: code, form: blankForm() }, (value) => confirmFinding(actor, value), lang);
    case "erratum":
      return actedByFront(parseForm(typed, erratumSchema, lang), (value) => addErratum(actor, code, value), lang);
    case "answer":
      return actedByFront(
        parseForm(typed, factualAnswerSchema, lang),
        (value) => answerFacts(actor, code, value),
        lang,
      );
    case "recommend":
      return actedByFront(parseForm(typed, recommendationSchema, lang), (value) => recommend(actor, code, value), lang);
    default:
      return unknown(typed);
  }
}

/** What a form on the page of a recommendation asks for: the addressee's answer and progress, or the Front's follow-up. */
export async function actOnRecommendation(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  const intent = intentOf(typed);
  if (intent === "respond")
    return actedByFront(parseForm(typed, responseSchema, lang), (value) => respond(actor, code, value), lang);
  if (intent === "progress")
    return actedByFront(parseForm(typed, progressSchema, lang), (value) => tellProgress(actor, code, value), lang);
  await frontAlone(actor, `recommendation.${intent}`, code);
  if (intent === "follow-up")
    return actedByFront(parseForm(typed, followUpSchema, lang), (value) => followUp(actor, code, value), lang);
  return unknown(typed);
}

/** What somebody typed of a reading, as its form shows it again; empty rows stay closed. */
export function readingForm({ evidence, answers, ...single }: ReadingDraft): FormState {
  const rows = [
    ...evidence.flatMap((row, place) =>
      Object.entries(row).map(([name, text]) => [`evidence[${place}].${name}`, text]),
    ),
    ...answers.flatMap((row, place) => Object.entries(row).map(([name, text]) => [`answers[${place}].${name}`, text])),
  ];
  return blankForm(Object.fromEntries([...Object.entries(single), ...rows].filter(([, text]) => text !== "")));
}

/** Throws a 403 for who is no monitor; their try is kept. */
export async function frontAlone(actor: Actor, act: string, code: string): Promise<void> {
  if (await isOutsider(actor, { act, code })) throw forbidden();
}

/** What a form wants, cut to what a security event keeps. */
export function intentOf(typed: FormData): string {
  return String(typed.get("intent")).slice(0, 30);
}

function unknown(typed: FormData): Acted {
  return { ok: false, status: 422, form: blankForm(typedValues(typed)) };
}
