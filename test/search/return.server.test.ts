import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engines, makeEngines } from "#search/engine.server.ts";
import { makeBreaker } from "#search/engines/breaker.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { settingsName } from "#search/engines/meilisearch-record.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { find } from "#search/find.server.ts";
import { mirrorDifference, repairMirror } from "#search/sync.server.ts";
import { LIBRARY } from "#test/search/library.ts";
import {
  idleMeilisearch,
  meilisearchProgram,
  startMeilisearch,
  type TestMeilisearch,
} from "#test/search/meilisearch.ts";
import { withTestDatabase } from "#test/setup/database.ts";

describe.skipIf(meilisearchProgram() === null)("a Meilisearch that ends, returns, or loses its data", () => {
  withTestDatabase();
  let server: TestMeilisearch;
  let engines: Engines;

  beforeAll(async () => {
    server = await startMeilisearch();
    engines = makeEngines(meilisearchEngine({ url: server.url, key: null }), makeBreaker({ restMs: 0 }));
    await postgresEngine().upsert(LIBRARY.map(versioned));
  });
  afterAll(() => server?.stop());

  async function repaired() {
    if (!engines.mirror) throw new Error("no second engine");
    await repairMirror(engines.mirror);
    await idleMeilisearch(server.url);
    return mirrorDifference(engines.mirror);
  }

  async function asked() {
    const request = { text: "pin", filters: {}, sort: "relevance", limit: 10, offset: 0, lang: "vi" } as const;
    const { engine, degraded, total } = await find(request, engines);
    return { engine, degraded, total };
  }

  const fromPostgres = { engine: "postgres", degraded: true, total: 3 };
  const fromMeilisearch = { engine: "meilisearch", degraded: false, total: 3 };

  test("empty, killed, back, wiped, back: every answer is whole, and it says who gave it", {
    timeout: 60_000,
  }, async () => {
    expect(await asked()).toEqual(fromPostgres);
    expect(await repaired()).toMatchObject({ missing: [], stale: [], extra: [] });
    expect(await asked()).toEqual(fromMeilisearch);
    await server.kill();
    expect(await asked()).toEqual(fromPostgres);
    await server.start();
    expect(await asked()).toEqual(fromMeilisearch);
    await server.kill();
    await server.wipe();
    await server.start();
    expect(await asked()).toEqual(fromPostgres);
    await expect(engines.mirror?.upsert(LIBRARY.map(versioned)), "an index only begun would answer").rejects.toThrow(
      "no index",
    );
    // A process that has not noticed yet makes an index without settings by its write, which must not answer either.
    const body = JSON.stringify([{ id: "1" }]);
    const headers = { "Content-Type": "application/json" };
    await fetch(`${server.url}/indexes/ba-nha-${settingsName()}/documents`, { method: "POST", headers, body });
    await idleMeilisearch(server.url);
    expect(await asked()).toEqual(fromPostgres);
    expect(await repaired()).toMatchObject({ missing: [], stale: [], extra: [] });
    expect(await asked()).toEqual(fromMeilisearch);
  });
});
