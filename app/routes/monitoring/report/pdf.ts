import { findPrinted } from "#app/domain/monitoring/report/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { printed } from "#app/web/http/pdf.server.ts";

/** A printed edition of the report of a campaign: byte for byte what its hash on the record is about. */
export const loader = publicLoader(async ({ request, params, lang }) => {
  const { code, edition } = params;
  const number = edition === "1" ? 1 : edition === "2" ? 2 : null;
  const found = isCode("DG", code) && number ? await findPrinted(code, number, lang) : null;
  if (!found) throw notFound();
  return printed(request, `${code}-${number}-${lang}.pdf`, found.pdf, lang);
});
