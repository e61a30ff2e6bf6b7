import type { Indicators } from "#app/domain/monitoring/indicators/indicators.ts";
import { readIndicators } from "#app/domain/monitoring/indicators/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ageRange } from "#app/ui/monitoring/indicators/rate.tsx";
import { publicLoader } from "#app/web/guard.server.ts";
import { type CsvCell, csvOf } from "#app/web/http/csv.server.ts";

const COLUMNS = [
  ...(["code", "name", "house", "assessed", "verifiedHigh", "reported", "selfHigh", "gapPpm"] as const),
  ...(["issued", "implemented", "closed", "answered", "overdue", "medianDays"] as const),
] as const;

/** The indicators as a file: counts with their n, of all and of each body, with the day that they stand for in its name. */
export const loader = publicLoader(async ({ request, lang, t }) => {
  const { asOf, all, bodies } = await readIndicators(new Date());
  const ages = all.ages.map((_, place) => t("monitoring:indicators.column.age", { range: ageRange(t, place) }));
  return csvOf(
    request,
    `monitoring-indicators-${asOf}.csv`,
    [...COLUMNS.map((column) => t(`monitoring:indicators.column.${column}`)), ...ages],
    [
      ["", t("monitoring:indicators.all"), "", ...figuresOf(all)],
      ...bodies.map(({ body: { code, name, house }, indicators }) => [
        ...[code, pickText(name, lang)?.text ?? code, t(`house:${house}`)],
        ...figuresOf(indicators),
      ]),
    ],
  );
});

function figuresOf({ verifiedHigh, selfHigh, gap, ...rest }: Indicators): CsvCell[] {
  const { implemented, closed, answered, overdue, medianDays, ages } = rest;
  return [
    ...[verifiedHigh.of, verifiedHigh.count, selfHigh.of, selfHigh.count, gap.ppm],
    ...[implemented.of, implemented.count, closed.count, answered.count, overdue.count, medianDays, ...ages],
  ];
}
