import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addErratum } from "#app/domain/monitoring/findings/move.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { checkSearch } from "#search/commands/compare.server.ts";
import { currentDocuments } from "#search/documents/current.server.ts";
import { makeEngines } from "#search/engine.server.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { settingsName } from "#search/engines/meilisearch-record.server.ts";
import { find } from "#search/find.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { drainSearch, rebuildMirror, syncAll, syncSubjects } from "#search/sync.server.ts";
import {
  idleMeilisearch,
  meilisearchProgram,
  startMeilisearch,
  type TestMeilisearch,
} from "#test/search/meilisearch.ts";
import { aResult, moveResult, withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aFront, confirmed, inField, laidOpen, move, must, readAll } from "#test/support/monitoring/front.ts";
import { gather, published as publishedResult } from "../app/domain/results/cast.ts";

const NOTHING = { missing: [], stale: [], extra: [] };

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

  test("a finding leaves no word before its campaign is published, on the day its words are found by its body and codes", async () => {
    const front = await aFront();
    const cast = await gather();
    await publishedResult(cast);
    const code = await inField(front, 1);
    await readAll(front, code);
    const { finding, recommendation } = await confirmed(front, code, cast.school, "Chậm trả lời kanariphat");
    await laidOpen(front, code);
    while ((await drainSearch(mirror)).taken > 0);
    await syncAll();
    await rebuildMirror(mirror);
    for (const word of ["kanariphat", finding, recommendation]) {
      expect(await held()).not.toContain(word);
      expect(await found(word), word).toEqual({ postgres: 0, meilisearch: 0 });
    }
    must(await move(front.lead, code, "PUBLISHED"));
    while ((await drainSearch(mirror)).taken > 0);
    await idleMeilisearch(server.url);
    for (const word of ["kanariphat", recommendation, "nêu lý do"])
      expect(await found(word), word).toEqual({ postgres: 1, meilisearch: 1 });
    must(await addErratum(front.lead, finding, { erratum: "Số ngày đúng là kanarisua, không phải mười." }));
    while ((await drainSearch(mirror)).taken > 0);
    await idleMeilisearch(server.url);
    expect(await found("kanarisua")).toEqual({ postgres: 1, meilisearch: 1 });
    expect(await checkSearch(mirror)).toMatchObject({ waiting: 0, postgres: NOTHING, meilisearch: NOTHING });
    const { id } = await db().finding.findUniqueOrThrow({ where: { code: finding } });
    expect((await currentDocuments(pool(), [{ type: "finding", id }]))[0]).toMatchObject({
      ...{ path: `/monitoring/findings/${finding}`, stage: "MAJOR", houses: ["SCHOOL"] },
      ...{ numbers: [code, recommendation].toSorted(), provinceCodes: ["01"] },
    });
  });
});
