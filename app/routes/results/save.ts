import { json } from "@remix-run/node";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, sendBack } from "#app/web/guard.server.ts";
import { parsePart, partOf } from "#app/web/results/part-form.server.ts";
import { editableResult } from "#app/web/results/result-file.server.ts";

/** Takes what is typed while it is typed and answers JSON: the new revision, or what stands in the way. */
export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const part = partOf(params["part"]);
  const { code } = await editableResult(actor, params["code"]);
  const parsed = parsePart(await readForm(), part, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const saved = await save(actor, code, parsed.input);
  if (!saved.ok) return sendBack(withRefusal(parsed.form, saved, lang), 409);
  return json({ values: { revision: saved.value.revision } });
});
