import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { FACT_TABLES } from "#app/domain/results/exports/fact-tables.ts";
import { findPublicResults } from "#app/domain/results/queries.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { csv } from "#app/web/http/csv.server.ts";
import { resultBatches } from "#app/web/results/batches.server.ts";
import { readFilter } from "#app/web/results/list-filter.ts";

/** One table of what the published results under the filter of the list show of their way to the market. */
export const loader = publicLoader(async ({ url, params }) => {
  const table = FACT_TABLES.find(({ name }) => name === params["table"]);
  if (!table) throw notFound();
  const catalogue = await loadCatalogue();
  const today = dayInVietnam(new Date());
  const batches = resultBatches(catalogue, readFilter(catalogue, today, url.searchParams));
  return csv(
    `results-${table.name}-${today}.csv`,
    table.fields.map(({ name }) => name),
    rows(),
  );

  async function* rows() {
    for await (const batch of batches) {
      const results = await findPublicResults(batch.map(({ code }) => code));
      yield results.flatMap((one) => table?.rows(one) ?? []);
    }
  }
});
