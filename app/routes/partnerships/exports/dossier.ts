import { take } from "#app/platform/limits/limits.server.ts";
import { addressBucket } from "#app/platform/limits/limits.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { pdf } from "#app/web/http/pdf.server.ts";
import { dossierFacts } from "#app/web/partnerships/papers/dossier-facts.server.ts";
import { dossierPaper } from "#app/web/partnerships/papers/dossier-paper.server.ts";

/** The dossier of a partnership as PDF: public facts for everybody, the fuller one for its parties and the auditor. */
export const loader = publicLoader(async ({ request, params, url, lang, t, actor, clientAddress }) => {
  const facts = await dossierFacts(actor, params["code"], { lang, asked: url.searchParams.get("asOf") });
  if (!facts) throw notFound();
  const taken = await take("pdf", addressBucket(clientAddress));
  if (!taken.ok) {
    const text = t("refusals:TOO_MANY", { seconds: taken.retryAfterS });
    throw new Response(text, { status: 429, headers: { "Retry-After": String(taken.retryAfterS) } });
  }
  const isPrivate = facts.inside !== null;
  return pdf(request, `${facts.found.code}-${facts.asOf}-${lang}.pdf`, dossierPaper(facts, lang), { isPrivate });
});
