import { json } from "@remix-run/node";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { revisionSchema } from "#app/domain/initiatives/initiative.schema.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, sendBack } from "#app/web/guard.server.ts";
import { parseStep, typedStepOf } from "#app/web/initiatives/draft-form.server.ts";
import { requireDraft } from "#app/web/initiatives/draft-page.server.ts";

/** Takes what is typed while it is typed and answers JSON: the new revision, or what stands in the way. */
export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const step = typedStepOf(params["step"]);
  if (!step) throw notFound();
  const { code } = await requireDraft(actor, params["code"]);
  const form = await readForm();
  const parsed = parseStep(form, step, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { revision } = revisionSchema.catch({ revision: null }).parse({ revision: form.get("revision") ?? "" });
  const saved = await saveDraft(actor, code, { revision, steps: [parsed.input] });
  if (!saved.ok) return sendBack(withRefusal(parsed.form, saved, lang), 409);
  return json({ values: { revision: saved.value.revision } });
});
