import { HOUSES } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { nationalTotals } from "#app/domain/partnerships/exports/queries.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { csvOf } from "#app/web/http/csv.server.ts";
import { totalLabels } from "#app/web/partnerships/totals-view.ts";

const COLUMNS = [
  ...["facet", "key", "label", "agreements", "partnerships", "unvalued", "totalVnd"],
  ...["stateVnd", "schoolVnd", "enterpriseVnd", "otherVnd"],
] as const;

/** The national totals as a file, with the day that they stand for in its name. */
export const loader = publicLoader(async ({ request, lang, t }) => {
  const today = dayInVietnam(new Date());
  const [catalogue, totals] = await Promise.all([loadCatalogue(), nationalTotals(today)]);
  const labelOf = totalLabels(catalogue, lang);
  return csvOf(
    request,
    `partnership-totals-${today}.csv`,
    COLUMNS.map((column) => t(`exports:column.${column}`)),
    totals.map((row) => [
      ...[row.facet, row.key, labelOf(row), row.agreements, row.partnerships, row.unvalued, BigInt(row.totalVnd)],
      ...HOUSES.map((house) => BigInt(row.byHouse.find((part) => part.house === house)?.amountVnd ?? "0")),
    ]),
  );
});
