import { dataciteOf } from "#app/domain/results/exports/datacite.ts";
import { findPublicResults } from "#app/domain/results/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { jsonOf } from "#app/web/http/json.server.ts";

/** One published result as DataCite metadata. */
export const loader = publicLoader(async ({ request, params }) => {
  const { code } = params;
  const [result] = isCode("KQ", code) ? await findPublicResults([code]) : [];
  const metadata = result && dataciteOf(result, environment().baseUrl);
  if (!metadata) throw notFound();
  return jsonOf(request, `${code}-datacite.json`, metadata, "application/vnd.datacite.datacite+json");
});
