import { monitoringPackage } from "#app/domain/monitoring/open-data/tables.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { environment } from "#app/platform/environment.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { jsonOf } from "#app/web/http/json.server.ts";

/** What the columns of both files hold, for programs (Frictionless Data Package). */
export const loader = publicLoader(async ({ request, lang, t }) => {
  const base = `${environment().baseUrl}/${lang}/monitoring`;
  const about = { title: t("monitoring:title"), asOf: dayInVietnam(new Date()) };
  return jsonOf(request, "datapackage.json", monitoringPackage(base, about));
});
