import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { searchView } from "#app/web/search/search-page.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { makeEngines, setEngines } from "#search/engine.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { documentOf, LIBRARY } from "#test/search/library.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

const many = Array.from({ length: 25 }, (_, n) =>
  documentOf(`SK-2026-1${String(n).padStart(3, "0")}`, { title: { vi: `Máy sấy số ${n}` }, provinceCodes: ["04"] }),
);

beforeAll(async () => {
  setEngines(makeEngines(null));
  await postgresEngine().upsert([...LIBRARY, ...many].map(versioned));
});
afterAll(() => setEngines(null));

function view(query: string) {
  return searchView(new URL(`https://ba-nha.example/vi/search?${query}`), "vi");
}

describe("the search page", () => {
  test("before anybody asked it knows what can be found", async () => {
    const start = await view("");
    expect([start.asked, start.total]).toEqual([false, 33]);
    expect(start.facets.find((facet) => facet.name === "type")?.options).toEqual([
      { value: "result", label: "Kết quả", count: 5, chosen: false },
      { value: "initiative", label: "Sáng kiến", count: 27, chosen: false },
      { value: "partnership", label: "Dự án Ba Nhà", count: 1, chosen: false },
      { value: "challenge", label: "Bài toán lớn", count: 0, chosen: false },
      { value: "need", label: "Cung – cầu hợp tác", count: 0, chosen: false },
      { value: "finding", label: "Phát hiện giám sát", count: 0, chosen: false },
    ]);
  });

  test("filters are named in words and each can be taken back", async () => {
    const found = await view(
      "q=%C4%91%E1%BA%A5t+hi%E1%BA%BFm&type=result&type=initiative&trl=4-6&province=48&group=21-08",
    );
    expect(found.hits.map((hit) => hit.code)).toEqual(["KQ-2026-0107"]);
    expect(found.applied.map(({ label }) => label)).toEqual([
      "Kết quả",
      "Sáng kiến",
      "Công nghệ biển, đại dương và lòng đất",
      "4 đến 6",
      "Đà Nẵng",
    ]);
    const withoutKind = new URL(found.applied[0]?.href ?? "", "https://ba-nha.example");
    expect(withoutKind.searchParams.getAll("type")).toEqual(["initiative"]);
    expect(withoutKind.searchParams.get("q")).toBe("đất hiếm");
  });

  test("an older address that asks for calls is understood, and is written anew as one for needs", async () => {
    const found = await view("type=call");
    expect(found.address).toBe("type=need");
    expect(found.applied.map(({ label }) => label)).toEqual(["Cung – cầu hợp tác"]);
  });

  test("readiness is counted in ranges", async () => {
    const found = await view("type=result");
    expect(
      found.facets.find((facet) => facet.name === "trl")?.options.map(({ value, count }) => [value, count]),
    ).toEqual([
      ["1-3", 0],
      ["4-6", 1],
      ["7-9", 4],
    ]);
  });

  test("values that nobody offers are passed over", async () => {
    const found = await view("type=people&trl=9-1&province=00&sort=best&page=-1&literal=2&group=%00&q=");
    expect([found.asked, found.applied, found.sort, found.page, found.literal]).toEqual([
      false,
      [],
      "relevance",
      1,
      false,
    ]);
  });

  test("days of publication are typed as people type them, and stand in the address, the labels and the fields", async () => {
    const found = await view("q=m%C3%A1y+s%E1%BA%A5y&from=01/06/2026&to=2026-06-01&sort=newest");
    expect([found.asked, found.total]).toEqual([true, 25]);
    expect(found.applied.map(({ label }) => label)).toEqual(["Từ ngày 01/06/2026", "Đến ngày 01/06/2026"]);
    expect(found.applied[0]?.href).toBe("/vi/search?q=m%C3%A1y+s%E1%BA%A5y&to=2026-06-01&sort=newest");
    expect(found.address).toBe("q=m%C3%A1y+s%E1%BA%A5y&from=2026-06-01&to=2026-06-01");
    expect(found.days).toEqual({ from: { value: "01/06/2026", errors: [] }, to: { value: "01/06/2026", errors: [] } });
    expect((await view("q=m%C3%A1y+s%E1%BA%A5y&from=2/6/2026&literal=1")).total).toBe(0);
    expect((await view("q=m%C3%A1y+s%E1%BA%A5y&to=31/05/2026&literal=1")).total).toBe(0);
  });

  test("what is no day, or ends before it begins, is said at its field and narrows nothing", async () => {
    const odd = await view("from=31/02/2026&to=%00soon%F0%9F%92%A9");
    expect([odd.asked, odd.total, odd.address]).toEqual([false, 33, ""]);
    expect(odd.days).toEqual({
      from: { value: "31/02/2026", errors: ["Ghi ngày như 21/11/2026."] },
      to: { value: "soon💩", errors: ["Ghi ngày như 21/11/2026."] },
    });
    const backwards = await view("from=02/06/2026&to=01/06/2026");
    expect([backwards.days.to.errors.length, backwards.address]).toEqual([1, "from=2026-06-02"]);
  });

  test("pages have ten hits and keep what was asked", async () => {
    const [first, third, beyond] = await Promise.all([
      view("q=m%C3%A1y+s%E1%BA%A5y"),
      view("q=m%C3%A1y+s%E1%BA%A5y&page=3"),
      view("q=m%C3%A1y+s%E1%BA%A5y&page=9999"),
    ]);
    expect([first.total, first.pages, first.hits.length]).toEqual([25, 3, 10]);
    expect(third.hits).toHaveLength(5);
    expect(beyond.hits).toEqual([]);
  });

  test("another spelling is shown with the way back to the letter", async () => {
    const found = await view("q=semikondutktor");
    expect(found.corrected).toEqual({ text: "semiconductor", href: "/vi/search?q=semiconductor" });
    expect(found.literalHref).toBe("/vi/search?q=semikondutktor&literal=1");
    const literal = await view("q=semikondutktor&literal=1");
    expect([literal.total, literal.literal, literal.wideHref]).toEqual([0, true, "/vi/search?q=semikondutktor"]);
  });

  test("no search takes more than five statements", async () => {
    await loadCatalogue();
    for (const query of [
      "",
      "q=pin",
      "q=semikondutktor",
      "q=shrimp+magnets+ponds",
      "q=zzzzz&type=result",
      "q=shrimp+magnett+zzzzz",
    ]) {
      const { queries } = await countQueries(() => view(query));
      expect(queries.length, query).toBeLessThanOrEqual(5);
    }
  });
});
