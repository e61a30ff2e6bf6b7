import { EVERY_FINDING, EVERY_RECOMMENDATION, type OpenPage } from "#app/domain/monitoring/open-data/open-data.ts";
import {
  listOpenFindings,
  listOpenRecommendations,
  type PageAsked,
} from "#app/domain/monitoring/open-data/queries.server.ts";

const AT_ONCE = 100;

/** Every published finding, the newest first, batch by batch: nothing holds them all. One statement a batch. */
export function findingBatches() {
  return batchesOf((asked) => listOpenFindings(EVERY_FINDING, asked));
}

/** The same of the recommendations. */
export function recommendationBatches() {
  return batchesOf((asked) => listOpenRecommendations(EVERY_RECOMMENDATION, asked));
}

async function* batchesOf<Item>(list: (asked: PageAsked) => Promise<OpenPage<Item>>): AsyncGenerator<Item[]> {
  let after: string | null = null;
  do {
    const page: OpenPage<Item> = await list({ limit: AT_ONCE, after });
    if (page.items.length > 0) yield page.items;
    after = page.next;
  } while (after !== null);
}
