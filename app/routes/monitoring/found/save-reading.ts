import { json } from "@remix-run/node";
import { draftSchema } from "#app/domain/monitoring/assessments/draft.schema.ts";
import { keepReadingDraft } from "#app/domain/monitoring/assessments/draft.server.ts";
import { isUuid } from "#app/platform/typed.ts";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

/** Takes what a reader types while it is typed and answers JSON. */
export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { unit } = params;
  if (!isUuid(unit)) throw notFound();
  const typed = await readForm();
  await frontAlone(actor, "assessment.draft", unit);
  const kept = await actedByFront(
    parseForm(typed, draftSchema, lang),
    (value) => keepReadingDraft(actor, unit, value),
    lang,
  );
  if (kept.ok) return json({ values: {} });
  if (kept.status === 404) throw notFound();
  return sendBack(kept.form, kept.status);
});
