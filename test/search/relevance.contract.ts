import { beforeAll, describe, expect, test } from "vitest";
import { makeEngines } from "#search/engine.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { find } from "#search/find.server.ts";
import type { SearchEngine } from "#search/port.ts";
import type { EngineUnderTest } from "#test/search/engine.contract.ts";
import { LIBRARY } from "#test/search/library.ts";
import { JUDGED, RELEVANCE_LIBRARY } from "#test/search/relevance-library.ts";

/** Whoever asks gets a thing that is about it in the first place, on both engines. */
export function relevanceContract(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`what ${name} finds first is about what was asked:`, () => {
    let engine: SearchEngine | undefined;
    beforeAll(async () => {
      const started = await start();
      await started.engine.upsert([...LIBRARY, ...RELEVANCE_LIBRARY].map(versioned));
      await started.settled();
      engine = started.engine;
    });

    test.each(Object.entries(JUDGED))("%s", async (_kind, judged) => {
      const wrong: string[] = [];
      for (const [text, right] of judged) {
        const request = { text, filters: {}, sort: "relevance", limit: 5, offset: 0, lang: "vi" } as const;
        const engines = makeEngines(engine?.name === "meilisearch" ? engine : null);
        const { hits, degraded } = await find(request, engines);
        expect(degraded).toBe(false);
        const [first] = hits;
        if (!first || !right.includes(first.code)) wrong.push(`${text}: ${hits.map((hit) => hit.code).join(" ")}`);
      }
      expect(wrong).toEqual([]);
    });
  });
}
