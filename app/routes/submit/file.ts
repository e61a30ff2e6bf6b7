import { redirect } from "@remix-run/node";
import { memberLoader } from "#app/web/guard.server.ts";
import { requireDraft } from "#app/web/initiatives/draft-page.server.ts";

/** One's own file by its code: where there is something to write, the form; else the receipt. */
export const loader = memberLoader(async ({ params, lang, actor }) => {
  const draft = await requireDraft(actor, params["code"]);
  const page = !draft.isEditable ? "receipt" : draft.state === "DRAFT" ? "applicant" : "check";
  throw redirect(`/${lang}/submit/${draft.code}/${page}`);
});
