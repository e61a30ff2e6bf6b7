import { MOST_VARIANTS, type Variant } from "#app/domain/partnerships/workbench/variant.ts";
import { workbenchSchema } from "#app/domain/partnerships/workbench/workbench.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { errorsIn } from "#app/ui/partnerships/workbench/fault-sentence.ts";
import { readVariants, variantField, variantsIn } from "#app/ui/partnerships/workbench/variant-form.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { withCopy, withoutVariant, withVariant } from "./typed-variant.server.ts";

/** The form as it goes back, which variant is worked on, and what was saved. */
export type WorkbenchAnswer = { form: FormState; open: number; saved?: { id: string; name: string } };

/** What only the workbench of an agreement can do. */
export type Kept = {
  find: (id: string) => Promise<{ name: string; variant: Variant } | null>;
  save: (name: string, variant: Variant) => Promise<Outcome<{ id: string }>>;
};

/**
 * Answers the buttons of the workbench. Nothing is stored but by `save`; everything typed stays, whatever happens, and
 * what is wrong is said at its field where somebody asked for the figures or to save.
 */
export async function answerWorkbench(
  sent: FormData,
  order: readonly string[],
  lang: Language,
  kept: Kept | null,
): Promise<WorkbenchAnswer> {
  const parsed = parseForm(sent, workbenchSchema, lang);
  if (!parsed.ok) return { form: parsed.form, open: 0 };
  const { form } = parsed;
  const t = translator(lang);
  const last = variantsIn(form.values);
  const [verb = "", id = ""] = split(parsed.value.intent);
  if (verb === "add")
    return grown(
      form,
      withCopy(form, (name) => t("workbench:copyOf", { name }).slice(0, 80)),
      last,
      lang,
    );
  if (verb === "remove") return { form: withoutVariant(form, placeIn(id)), open: 0 };
  if (verb === "load" && kept) {
    const found = await kept.find(id);
    if (!found) return { form: withRefusal(form, { ok: false, code: "ABSENT" }, lang), open: 0 };
    return grown(form, withVariant(form, found.name, found.variant, lang), last, lang);
  }
  if (verb === "save" && kept) return save(form, { place: placeIn(id), order, lang }, kept);
  return { form: { ...form, errors: errorsIn(readVariants(form, order), t, formatter(lang)) }, open: 0 };
}

async function save(
  form: FormState,
  { place, order, lang }: { place: number; order: readonly string[]; lang: Language },
  kept: Kept,
): Promise<WorkbenchAnswer> {
  const variant = readVariants(form, order)[place];
  if (!variant) return { form, open: 0 };
  const errors = errorsIn([variant], translator(lang), formatter(lang));
  if (Object.keys(errors).length > 0) return { form: { ...form, errors }, open: place };
  const outcome = await kept.save(variant.name, variant.variant);
  if (outcome.ok) return { form, open: place, saved: { id: outcome.value.id, name: variant.name } };
  const { field, ...refusal } = outcome;
  const at = field === undefined ? refusal : { ...refusal, field: variantField(place, field) };
  return { form: withRefusal(form, at, lang), open: place };
}

function grown(form: FormState, more: FormState | null, open: number, lang: Language): WorkbenchAnswer {
  if (more) return { form: more, open };
  const full = translator(lang)("workbench:fault.FULL", { max: MOST_VARIANTS });
  return { form: { ...form, errors: { ...form.errors, "": [full] } }, open: 0 };
}

/** `save-0` → save, 0; `load-{id}` → load, id. */
function split(intent: string): [string, string] {
  const at = intent.indexOf("-");
  return at < 0 ? [intent, ""] : [intent.slice(0, at), intent.slice(at + 1)];
}

/** A place in the form; beyond all of them where it is none. */
function placeIn(text: string): number {
  return /^\d$/.test(text) ? Number(text) : MOST_VARIANTS;
}
