import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { pdf } from "#app/web/http/pdf.server.ts";
import { statementPaper } from "#app/web/partnerships/papers/statement-paper.server.ts";
import { statementView } from "#app/web/partnerships/papers/statement-view.server.ts";

/** A statement of a distribution as PDF; its page says the same. */
export const loader = memberLoader(async ({ request, actor, params, lang }) => {
  const view = await statementView(actor, params, lang);
  if (!view) throw notFound();
  const { code, productCode, run } = view;
  const name = `${code}-${productCode}-${run.number}-${params["whose"]}-${lang}.pdf`;
  return pdf(request, name, statementPaper(view, lang), { isPrivate: true });
});
