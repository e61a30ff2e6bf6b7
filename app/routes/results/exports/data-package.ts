import { dataPackage } from "#app/domain/results/exports/result-table.ts";
import { environment } from "#app/platform/environment.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { jsonOf } from "#app/web/http/json.server.ts";

/** What the columns of the CSV hold, for programs (Frictionless Data Package). */
export const loader = publicLoader(async ({ request, lang, t }) =>
  jsonOf(request, "datapackage.json", dataPackage(`${environment().baseUrl}/${lang}/results.csv`, t("results:title"))),
);
