import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { RESULT_COLUMNS } from "#app/domain/results/exports/result-table.ts";
import { environment } from "#app/platform/environment.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { csv } from "#app/web/http/csv.server.ts";
import { resultBatches } from "#app/web/results/batches.server.ts";
import { readFilter } from "#app/web/results/list-filter.ts";

/** The published results under the filter of the list, sent as they are read. */
export const loader = publicLoader(async ({ url }) => {
  const catalogue = await loadCatalogue();
  const today = dayInVietnam(new Date());
  const { baseUrl } = environment();
  const batches = resultBatches(catalogue, readFilter(catalogue, today, url.searchParams));
  return csv(
    `results-${today}.csv`,
    RESULT_COLUMNS.map(({ name }) => name),
    rows(),
  );

  async function* rows() {
    for await (const batch of batches) yield batch.map((one) => RESULT_COLUMNS.map(({ cell }) => cell(one, baseUrl)));
  }
});
