import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import type { ResultFilter } from "#app/domain/results/filter.ts";
import { listResults, type PublicResult } from "#app/domain/results/queries.server.ts";

const AT_ONCE = 100;

/** Every published result under a filter, newest first, batch by batch: nothing holds them all. One statement a batch. */
export async function* resultBatches(catalogue: Catalogue, filter: ResultFilter): AsyncGenerator<PublicResult[]> {
  let after: string | null = null;
  do {
    const page: { items: PublicResult[]; next: string | null } = await listResults(catalogue, filter, {
      limit: AT_ONCE,
      after,
      isCounted: false,
    });
    if (page.items.length > 0) yield page.items;
    after = page.next;
  } while (after !== null);
}
