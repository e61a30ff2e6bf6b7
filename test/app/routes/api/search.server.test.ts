import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as search from "#app/routes/api/search.ts";
import { searchAll } from "#app/web/api/search.ts";
import { makeEngines, setEngines } from "#search/engine.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { documentOf, LIBRARY } from "#test/search/library.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get, post } from "#test/support/api-call.ts";

withTestDatabase();

const need = documentOf("NC-2026-0012", {
  title: { vi: "Cần giấy phép nuôi rong" },
  publishedAt: "2026-05-01T00:00:00Z",
});

beforeAll(async () => {
  setEngines(makeEngines(null));
  await postgresEngine().upsert([...LIBRARY, need].map(versioned));
});
afterAll(() => setEngines(null));

async function ask(query: string) {
  const { response, body } = await get(search, `/search?${query}`);
  expect(response.status, JSON.stringify(body)).toBe(200);
  expectDeclared(searchAll, body);
  return searchAll.answer.parse(body);
}

describe("the search for programs", () => {
  test("answers with the engine, the hits and the facets, and nothing that the contract does not name", async () => {
    const found = await ask("q=semiconductor&lang=en");
    expect(found).toMatchObject({ engine: "postgres", degraded: false, total: 1, next: null });
    expect(found.items[0]).toMatchObject({
      type: "result",
      code: "KQ-2026-0211",
      title: "Semiconductor salinity sensor for shrimp ponds",
      titleLang: "en",
      url: "https://ba-nha.example/en/results/KQ-2026-0211",
      trl: 9,
      commercialised: true,
    });
    expect(found.facets.trl).toEqual([{ value: 9, count: 1 }]);
    expect(found.facets.commercialised).toEqual([{ value: true, count: 1 }]);
  });

  test("marks matches in plain text, in the language that is asked for", async () => {
    const found = await ask(`q=${encodeURIComponent("dung môi")}`);
    expect(found.items[0]?.snippet).toBe("Thu hồi 94 % neođim; \u0002dung môi\u0003 dùng lại được bảy lần.");
    const english = await ask("q=solvent&lang=en");
    expect(english.items[0]?.snippet).toContain("the \u0002solvent\u0003 is reused");
  });

  test("one key several times is OR, several keys are AND, readiness is a range", async () => {
    const codes = async (query: string) => (await ask(`sort=newest&${query}`)).items.map((item) => item.code);
    expect(await codes("type=initiative&type=partnership")).toEqual(["SK-2026-0377", "DA-2026-0031", "SK-2026-0148"]);
    expect(await codes("type=initiative&province=12")).toEqual(["SK-2026-0377"]);
    expect(await codes("trlMin=8")).toEqual(["KQ-2026-0211", "KQ-2026-0108", "KQ-2026-0301"]);
    expect(await codes("trlMax=3")).toEqual(["SK-2026-0148"]);
    expect(await codes("commercialised=true&house=ENTERPRISE&province=96")).toEqual(["KQ-2026-0211", "KQ-2026-0301"]);
    expect(await codes("type=need&type=finding")).toEqual(["NC-2026-0012"]);
    expect(await codes("type=call")).toEqual(["NC-2026-0012"]);
    expect(await codes("type=initiative&from=2000-01-01&to=2001-12-31")).toEqual([]);
    expect(await codes("type=initiative&from=2000-01-01")).toEqual(["SK-2026-0377", "SK-2026-0148"]);
  });

  test("pages follow by cursor, each item once", async () => {
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const found: Awaited<ReturnType<typeof ask>> = await ask(`sort=newest&limit=3${next && `&cursor=${next}`}`);
      expect(found.total).toBe(LIBRARY.length + 1);
      seen.push(...found.items.map((item) => item.code));
      next = found.next;
    }
    expect(seen).toHaveLength(LIBRARY.length + 1);
    expect(new Set(seen).size).toBe(LIBRARY.length + 1);
  });

  test("spelling is put right and said, words that never meet are relaxed and said", async () => {
    expect(await ask("q=salnityy%20sensor")).toMatchObject({ total: 1 });
    expect(await ask("q=semikondutktor")).toMatchObject({ total: 1, corrected: "semiconductor" });
    expect(await ask("q=shrimp%20magnets%20ponds")).toMatchObject({ relaxed: true });
    expect(await ask("q=KQ-2026-4711")).toMatchObject({ total: 0, items: [] });
  });

  test("wrong input is answered at its place, never by a failure", async () => {
    const wrong: [string, string][] = [
      ["limit=0", "limit"],
      ["limit=101", "limit"],
      ["cursor=zzz", "cursor"],
      ["sort=best", "sort"],
      ["lang=de", "lang"],
      ["type=people", "type"],
      ["trlMin=0", "trlMin"],
      ["trlMin=7&trlMax=3", "trlMax"],
      ["to=2026-02-30", "to"],
      ["from=2026-06-02&to=2026-06-01", "to"],
      ["group=%22%20OR%201%3D1", "group"],
      ["commercialised=maybe", "commercialised"],
      ["q=a&q=b", "q"],
      [`q=${"a".repeat(1_001)}`, "q"],
      ["colour=red", ""],
    ];
    for (const [query, path] of wrong) {
      const { response, body } = await get(search, `/search?${query}`);
      expect([query, response.status]).toEqual([query, 422]);
      expect(body, query).toMatchObject({ errors: [expect.objectContaining({ path: expect.stringMatching(path) })] });
    }
    for (const odd of ["q=%00", "q=%F0%9F%92%A9", "q=%E2%80%AE", "q=(a%2B)%2B%24", "q='%20OR%201=1", "q=%22%22%22"]) {
      await ask(odd);
    }
    expect((await post(search, "/search", {})).response.status).toBe(405);
  });
});
