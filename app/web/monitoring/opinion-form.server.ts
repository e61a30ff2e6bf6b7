import type { Actor } from "#app/domain/accounts/actor.ts";
import { monitoringBodies } from "#app/domain/monitoring/monitoring.policy.ts";
import { signalErratumSchema, signalSchema } from "#app/domain/monitoring/opinion/opinion.schema.ts";
import type { FoundSignal } from "#app/domain/monitoring/opinion/opinion.ts";
import { correctSignal, releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { changeSignal, writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { typedDay } from "#app/platform/typed.ts";
import type { Acted } from "#app/web/acted.server.ts";
import { blankForm, parseForm, typedValues } from "#app/web/form.server.ts";
import { actedByFront } from "./acted.server.ts";

/** Saves a signal, new or not let go yet; `code` of the signal to go to. */
export async function saveSignalByForm(
  actor: Actor,
  code: string | null,
  typed: FormData,
  lang: Language,
): Promise<{ acted: Acted; code: string | null }> {
  let saved: string | null = null;
  const acted = await actedByFront(
    parseForm(typed, signalSchema, lang),
    async (value) => {
      const outcome = code === null ? await writeSignal(actor, value) : await changeSignal(actor, code, value);
      if (outcome.ok) saved = outcome.value.code;
      return outcome;
    },
    lang,
  );
  return { acted, code: saved };
}

/** What a form on the page of a signal asks for; both are a lead's. */
export async function actOnSignal(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  const intent = typed.get("intent");
  if (intent === "release")
    return actedByFront({ ok: true, value: code, form: blankForm() }, (value) => releaseSignal(actor, value), lang);
  if (intent === "erratum")
    return actedByFront(
      parseForm(typed, signalErratumSchema, lang),
      (value) => correctSignal(actor, code, value),
      lang,
    );
  return { ok: false, status: 422, form: blankForm(typedValues(typed)) };
}

/** The bodies of the Front for which somebody writes, as a form offers them. */
export function bodiesOf(actor: Actor, lang: Language): { value: string; label: string }[] {
  const named = new Map(
    actor.roles.map(({ organisationId, organisationNames }) => [organisationId, organisationNames]),
  );
  return [...new Set(monitoringBodies(actor))].map((value) => ({
    value,
    label: pickText(named.get(value) ?? {}, lang)?.text ?? value,
  }));
}

/** A signal as its form shows it again. */
export function signalForm(signal: FoundSignal): FormState {
  const { title, channel, method, question, summary, n, several, figures, source, language } = signal;
  const rows = figures.flatMap(({ label, count }, place) => [
    [`figures[${place}].label`, label],
    [`figures[${place}].count`, String(count)],
  ]);
  return blankForm({
    ...{ title, channel, method, question, summary, source, language, n: String(n), several: several ? "on" : "" },
    ...{ fromOn: typedDay(signal.fromOn), toOn: typedDay(signal.toOn), ownerId: signal.ownerOrganisationId },
    about: signal.campaign ?? signal.subjectCode ?? "",
    ...Object.fromEntries(rows),
  });
}
