import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerComments } from "#app/domain/monitoring/public-comment/answer.server.ts";
import { prepareRound } from "#app/domain/monitoring/public-comment/prepare.server.ts";
import {
  publicAnswerSchema,
  roundSchema,
  rulingSchema,
} from "#app/domain/monitoring/public-comment/public-comment.schema.ts";
import type { PublicRound } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { ruleOnComment } from "#app/domain/monitoring/public-comment/rule.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import type { Acted } from "#app/web/acted.server.ts";
import { blankForm, parseForm, typedValues } from "#app/web/form.server.ts";
import { actedByFront } from "./acted.server.ts";

/** What a form of the desk of a public comment asks for; all of it is the Front's. */
export async function actOnRound(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  switch (typed.get("intent")) {
    case "prepare":
      return actedByFront(parseForm(typed, roundSchema, lang), (value) => prepareRound(actor, code, value), lang);
    case "rule":
      return actedByFront(parseForm(typed, rulingSchema, lang), (value) => ruleOnComment(actor, code, value), lang);
    case "answer":
      return actedByFront(
        parseForm(typed, publicAnswerSchema, lang),
        (value) => answerComments(actor, code, value),
        lang,
      );
    default:
      return { ok: false, status: 422, form: blankForm(typedValues(typed)) };
  }
}

/** What is prepared, as its form shows it again. */
export function roundForm(round: PublicRound | null): FormState {
  if (!round) return blankForm();
  const { summary, questions, findings } = round;
  const asked = questions.flatMap((question, place) =>
    LANGUAGES.map((language) => [`questions[${place}].question_${language}`, question[language] ?? ""]),
  );
  return blankForm({
    ...Object.fromEntries(LANGUAGES.map((language) => [`summary_${language}`, summary[language] ?? ""])),
    ...Object.fromEntries(asked),
    findings: findings.map(({ code }) => code),
  });
}
