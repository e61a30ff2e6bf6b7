import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeEngines } from "#search/engine.server.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { settingsName } from "#search/engines/meilisearch-record.server.ts";
import { find } from "#search/find.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { rebuildMirror, syncAll, syncSubjects } from "#search/sync.server.ts";
import {
  idleMeilisearch,
  meilisearchProgram,
  startMeilisearch,
  type TestMeilisearch,
} from "#test/search/meilisearch.ts";
import { aResult, moveResult, withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";

describe.skipIf(meilisearchProgram() === null)("what is not public is in neither engine", () => {
  withTestDatabase();
  let server: TestMeilisearch;
  let mirror: SearchEngine;

  beforeAll(async () => {
    server = await startMeilisearch();
    mirror = meilisearchEngine({ url: server.url, key: null });
  });
  afterAll(() => server?.stop());

  async function held(): Promise<string> {
    await idleMeilisearch(server.url);
    const answer = await fetch(`${server.url}/indexes/ba-nha-${settingsName()}/documents?limit=1000`);
    return answer.text();
  }

  /** How many each engine finds for these words. */
  async function found(text: string): Promise<Record<string, number>> {
    const request = { text, filters: {}, sort: "relevance", limit: 5, offset: 0, lang: "vi", literal: true } as const;
    const [postgres, meilisearch] = await Promise.all([
      find(request, makeEngines(null)),
      find(request, makeEngines(mirror)),
    ]);
    expect(meilisearch).toMatchObject({ engine: "meilisearch", degraded: false });
    return { postgres: postgres.total, meilisearch: meilisearch.total };
  }

  test("drafts, submitted and embargoed results leave no word; a withdrawn one takes its words along", async () => {
    const words = (word: string) => ({
      title: { vi: `Lò sấy ${word}` },
      description: `Mô tả ${word}`,
      authors: [word],
    });
    await aResult("DRAFT", { code: "KQ-2026-9301", ...words("kanaria") });
    await aResult("SUBMITTED", { code: "KQ-2026-9302", ...words("kanarib") });
    await aResult("VERIFIED", { code: "KQ-2026-9303", ...words("kanaric") });
    const embargoed = await aResult("PUBLISHED", { code: "KQ-2026-9304", ...words("kanarid") });
    const open = await aResult("PUBLISHED", { code: "KQ-2026-9305", ...words("congkhai") });
    await withoutGuards(["result"], async (client) => {
      const until = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
      await client.query("UPDATE result SET embargo_until = $2, embargo_reason = 'Chờ đơn' WHERE id = $1", [
        embargoed,
        until,
      ]);
    });
    await syncAll();
    await rebuildMirror(mirror);
    expect(await held()).not.toContain("kanari");
    expect(await held()).toContain("congkhai");
    for (const word of ["kanaria", "kanarib", "kanaric", "kanarid"]) {
      expect(await found(word), word).toEqual({ postgres: 0, meilisearch: 0 });
    }
    expect(await found("congkhai")).toEqual({ postgres: 1, meilisearch: 1 });
    await moveResult(open, "UNDER_REVIEW");
    await moveResult(open, "WITHDRAWN");
    await syncSubjects([{ type: "result", id: open }], mirror);
    expect(await held()).not.toContain("congkhai");
    expect(await found("congkhai")).toEqual({ postgres: 0, meilisearch: 0 });
  });
});
