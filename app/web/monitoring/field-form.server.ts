import type { Actor } from "#app/domain/accounts/actor.ts";
import {
  interviewSchema,
  photographSchema,
  showingSchema,
  visitSchema,
} from "#app/domain/monitoring/field-work/field-work.schema.ts";
import type { FoundVisit } from "#app/domain/monitoring/field-work/field-work.ts";
import { takeInterview } from "#app/domain/monitoring/field-work/interview.server.ts";
import { addPhotograph, choosePhotograph } from "#app/domain/monitoring/field-work/photograph.server.ts";
import { signVisit } from "#app/domain/monitoring/field-work/sign.server.ts";
import { changeVisit, writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { typedDay } from "#app/platform/typed.ts";
import type { Acted } from "#app/web/acted.server.ts";
import { readUploads } from "#app/web/files/uploads.server.ts";
import { blankForm, parseForm, typedValues, withRefusal } from "#app/web/form.server.ts";
import type { FormRequest } from "#app/web/guard.server.ts";
import { actedByFront } from "./acted.server.ts";

type Saved = { acted: Acted; code: string | null };

/** Does what a form asks for, and keeps the code of what it made. */
async function saved<Value>(
  parsed: Parameters<typeof actedByFront<Value>>[0],
  act: (value: Value) => Promise<Outcome<{ code: string }>>,
  lang: Language,
): Promise<Saved> {
  let code: string | null = null;
  const save = async (value: Value): Promise<Outcome<{ code: string }>> => {
    const outcome = await act(value);
    if (outcome.ok) code = outcome.value.code;
    return outcome;
  };
  const acted = await actedByFront(parsed, save, lang);
  return { acted, code };
}

/** Saves the minutes of a visit: new in a campaign, or changed. */
export function saveVisitByForm(
  actor: Actor,
  place: { campaign: string } | { visit: string },
  typed: FormData,
  lang: Language,
): Promise<Saved> {
  return saved(
    parseForm(typed, visitSchema, lang),
    (value) =>
      "campaign" in place ? writeVisit(actor, place.campaign, value) : changeVisit(actor, place.visit, value),
    lang,
  );
}

/** Saves an interview of a campaign. */
export function saveInterviewByForm(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Saved> {
  return saved(parseForm(typed, interviewSchema, lang), (value) => takeInterview(actor, code, value), lang);
}

/** What a form on the page of a visit asks for: to sign its minutes, or to choose who sees a photograph. */
export async function actOnVisit(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  const intent = typed.get("intent");
  if (intent === "sign")
    return actedByFront({ ok: true, value: code, form: blankForm() }, (value) => signVisit(actor, value), lang);
  if (intent === "choose")
    return actedByFront(parseForm(typed, showingSchema, lang), (value) => choosePhotograph(actor, code, value), lang);
  return { ok: false, status: 422, form: blankForm(typedValues(typed)) };
}

/** Adds the photograph of a form with its file; of several the first. */
export async function addPhotographByForm(
  { actor, lang, readForm }: Pick<FormRequest<Actor>, "actor" | "lang" | "readForm">,
  code: string,
): Promise<Acted> {
  const { form: typed, uploads, refusals } = await readUploads(readForm);
  const parsed = parseForm(typed, photographSchema, lang);
  const [original] = uploads;
  const refused = original ? null : (refusals[0] ?? ({ ok: false, code: "PHOTOGRAPH_MISSING" } as const));
  if (refused) return { ok: false, status: 422, form: withRefusal(parsed.form, { ...refused, field: "file" }, lang) };
  if (!original) return { ok: false, status: 422, form: parsed.form };
  return actedByFront(parsed, (value) => addPhotograph(actor, code, { ...value, original }), lang);
}

/** Minutes as their form shows them again. */
export function visitForm(visit: FoundVisit): FormState {
  const { onDay, place, met, seen, agreed, language, isPublic, presences, unitId } = visit;
  return blankForm({
    ...{ unitId, onDay: typedDay(onDay), place, met: met.join("\n"), seen, agreed, language },
    ...{ isPublic: isPublic ? "on" : "", present: presences.map(({ personId }) => personId) },
  });
}
