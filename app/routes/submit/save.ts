import { json } from "@remix-run/node";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { revisionSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, sendBack } from "#app/web/guard.server.ts";
import { parseStep, typedStepOf } from "#app/web/initiatives/draft-form.server.ts";
import { requireDraft } from "#app/web/initiatives/draft-page.server.ts";
import { similarPublic } from "#app/web/initiatives/similar.server.ts";

/**
 * Takes what is typed while it is typed and answers JSON: the new revision, or what stands in the way; with title and
 * abstract also what is similar.
 */
export const action = memberAction(async ({ params, readForm, lang, t, actor }) => {
  const step = typedStepOf(params["step"]);
  if (!step) throw notFound();
  const { code } = await requireDraft(actor, params["code"]);
  const form = await readForm();
  const parsed = parseStep(form, step, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { revision } = revisionSchema.catch({ revision: null }).parse({ revision: form.get("revision") ?? "" });
  const saved = await saveDraft(actor, code, { revision, steps: [parsed.input] });
  if (!saved.ok) return sendBack(withRefusal(parsed.form, saved, lang), 409);
  const values = { revision: saved.value.revision };
  if (parsed.input.step !== "summary") return json({ values });
  const typed = parsed.input.values;
  const title = { vi: typed.title_vi, en: typed.title_en, fr: typed.title_fr };
  const abstract = { vi: typed.abstract_vi, en: typed.abstract_en, fr: typed.abstract_fr };
  return json({ values, similar: await similarPublic({ code, title, abstract }, { lang, t }) });
});
