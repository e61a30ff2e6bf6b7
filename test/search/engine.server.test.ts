import { beforeAll, describe, expect, test } from "vitest";
import { makeEngines, searchEngines } from "#search/engine.server.ts";
import { makeBreaker } from "#search/engines/breaker.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { find } from "#search/find.server.ts";
import type { SearchEngine, SearchQuery } from "#search/port.ts";
import { LIBRARY } from "#test/search/library.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();
beforeAll(() => postgresEngine().upsert(LIBRARY.map(versioned)));

const everything: SearchQuery = {
  query: { terms: [], phrases: [], excluded: [] },
  filters: {},
  sort: "newest",
  limit: 10,
  offset: 0,
};

function broken(): { engine: SearchEngine; asked: () => number; mend: () => void } {
  let asked = 0;
  let isBroken = true;
  const engine: SearchEngine = {
    ...postgresEngine(),
    name: "meilisearch",
    search: async (query) => {
      asked += 1;
      if (isBroken) throw new Error("broken");
      return postgresEngine().search(query);
    },
  };
  return {
    engine,
    asked: () => asked,
    mend: () => {
      isBroken = false;
    },
  };
}

describe("when Meilisearch fails", () => {
  test("PostgreSQL answers and says so; after three failures Meilisearch is left alone, and tried again later", async () => {
    let now = 0;
    const mirror = broken();
    const engines = makeEngines(mirror.engine, makeBreaker({ failures: 3, restMs: 10_000, now: () => now }));
    for (let n = 0; n < 10; n += 1) {
      const answer = await searchEngines(everything, engines);
      expect(answer).toMatchObject({ engine: "postgres", degraded: true, total: LIBRARY.length });
    }
    expect(mirror.asked()).toBe(3);
    now = 10_001;
    await searchEngines(everything, engines);
    await searchEngines(everything, engines);
    expect(mirror.asked()).toBe(4);
    mirror.mend();
    now = 20_002;
    expect(await searchEngines(everything, engines)).toMatchObject({ engine: "meilisearch", degraded: false });
    expect(await searchEngines(everything, engines)).toMatchObject({ engine: "meilisearch", degraded: false });
  });

  test("a server that is not there is no failure of the search", async () => {
    const away = makeEngines(meilisearchEngine({ url: "http://127.0.0.1:9", key: null }));
    const request = { text: "dat hiem", filters: {}, sort: "relevance", limit: 10, offset: 0, lang: "vi" } as const;
    expect(await find(request, away)).toMatchObject({ engine: "postgres", degraded: true, total: 3 });
    expect(await away.mirror?.health()).toBe(false);
  });

  test("without Meilisearch nothing is missing", async () => {
    expect(await searchEngines(everything, makeEngines(null))).toMatchObject({ engine: "postgres", degraded: false });
  });
});
