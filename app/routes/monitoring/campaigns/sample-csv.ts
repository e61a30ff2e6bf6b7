import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findSample } from "#app/domain/monitoring/sampling/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";

const COLUMNS = ["key", "code", "province", "house", "body", "drawn"] as const;

/** The whole frozen population, or its sample alone, with what a draw needs. */
export const loader = publicLoader(async ({ request, actor, params, lang, t }) => {
  const { code, number, which } = params;
  if (which !== "population" && which !== "sample") throw notFound();
  const campaign = isCode("DG", code) && /^\d{1,4}$/.test(number ?? "") ? await findCampaign(actor, code) : null;
  const sample = campaign && (await findSample(campaign.code, Number(number), { onlyDrawn: which === "sample" }));
  if (!sample) throw notFound();
  return csvOf(
    request,
    `${code}-${number}-${which}.csv`,
    COLUMNS.map((column) => t(`monitoring:column.${column}`)),
    sample.units.map(({ key, subjectCode, province, house, body, drawn }) => [
      ...[key, subjectCode, province, house, body && (pickText(body, lang)?.text ?? null), drawn],
    ]),
    { isPrivate: campaign?.state === "PLANNED" },
  );
});
