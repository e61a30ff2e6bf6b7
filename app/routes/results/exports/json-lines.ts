import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findPublicResults } from "#app/domain/results/queries.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { publicLoader } from "#app/web/guard.server.ts";
import { resultBatches } from "#app/web/results/batches.server.ts";
import { readFilter } from "#app/web/results/list-filter.ts";
import { published } from "#app/web/results/public-answer.ts";

/** The published results under the filter of the list, each whole on a line, as the API tells it. */
export const loader = publicLoader(async ({ url }) => {
  const catalogue = await loadCatalogue();
  const today = dayInVietnam(new Date());
  const batches = resultBatches(catalogue, readFilter(catalogue, today, url.searchParams));
  const { baseUrl } = environment();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await batches.next();
      if (done) return controller.close();
      const results = await findPublicResults(value.map(({ code }) => code));
      controller.enqueue(encoder.encode(results.map((one) => `${JSON.stringify(published(one, baseUrl))}\n`).join("")));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/jsonl; charset=utf-8",
      "Content-Disposition": `attachment; filename="results-${today}.jsonl"`,
      "Cache-Control": "public, max-age=30",
      "Access-Control-Allow-Origin": "*",
    },
  });
});
