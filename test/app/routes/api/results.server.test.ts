import { beforeAll, describe, expect, test } from "vitest";
import { withdraw } from "#app/domain/results/drafts/withdraw.server.ts";
import { readMarketFigures } from "#app/domain/results/figures/queries.server.ts";
import * as item from "#app/routes/api/results/item.ts";
import * as list from "#app/routes/api/results/list.ts";
import { listResults, readResult } from "#app/web/api/results.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get, post } from "#test/support/api-call.ts";
import { type Cast, draft, gather, published, submitted, verified } from "../../domain/results/cast.ts";

withTestDatabase();

let cast: Cast;
let open: string[];
let gone: string;
let hidden: string[];

beforeAll(async () => {
  cast = await gather();
  open = [await published(cast), await published(cast, [{ part: "exploitation", values: { acts: [] } }], false)];
  gone = await published(cast);
  await withdraw(cast.representative, gone, { reason: "Thu hồi để sửa số liệu." });
  hidden = [await draft(cast), await submitted(cast), await verified(cast)];
}, 30_000);

function read(code: string) {
  return get(item, `/results/${code}`, { params: { code } });
}

describe("results, as programs read them", () => {
  test("the list holds what is published, page by page, each once", async () => {
    const seen: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const { body } = await get(list, `/results?limit=1${next && `&cursor=${next}`}`);
      expectDeclared(listResults, body);
      const page = listResults.answer.parse(body);
      expect(page.total).toBe(2);
      seen.push(...page.items.map((it) => it.code));
      next = page.next;
    }
    expect(seen).toEqual([...open].reverse());
  });

  test("filters given several times are OR, different ones AND", async () => {
    const total = async (query: string) => listResults.answer.parse((await get(list, `/results?${query}`)).body).total;
    expect(await total("type=MATERIAL&type=SOFTWARE")).toBe(2);
    expect(await total("type=SOFTWARE")).toBe(0);
    expect(await total("commercialised=true")).toBe(1);
    expect([await total("stage=ON_MARKET"), await total("revenueBand=UNDER_1_BN")]).toEqual([1, 0]);
    expect(await total("trl=7&house=SCHOOL&product=21-S17")).toBe(2);
    expect(await total("trl=7&house=STATE")).toBe(0);
  });

  test.each([
    "type=BOOK",
    "trl=10",
    "house=HOME",
    "commercialised=maybe",
    "stage=SOLD",
    "cursor=abc",
    "limit=0",
    "page=2",
  ])("%s is invalid", async (query) => {
    expect((await get(list, `/results?${query}`)).response.status).toBe(422);
  });

  test("one result with its readiness, rights, acts, funding and verification; money is text", async () => {
    const { body } = await read(open[0] ?? "");
    expectDeclared(readResult, body);
    expect(body).toMatchObject({
      code: open[0],
      state: "PUBLISHED",
      commercialised: true,
      stage: "ON_MARKET",
      budgetFundedPpm: 333_333,
      readiness: [{ level: 4 }, { level: 7 }],
      acts: [{ kind: "SALE", revenueVnd: "450000000", verified: true }],
      funding: expect.arrayContaining([{ source: "ENTERPRISE", amountVnd: "2000000000" }]),
      host: { id: cast.school, house: "SCHOOL" },
      verification: { by: { id: cast.agency } },
    });
    expect((await read(open[1] ?? "")).body).toMatchObject({ commercialised: false, stage: "PILOT", acts: [] });
  });

  test("of a withdrawn one code, dates and reason are left", async () => {
    const { body } = await read(gone);
    expectDeclared(readResult, body);
    expect(body).toEqual({
      code: gone,
      state: "WITHDRAWN",
      publishedAt: expect.any(String),
      withdrawnAt: expect.any(String),
      reason: "Thu hồi để sửa số liệu.",
    });
  });

  test("a draft, a submission, what is verified only, and what never was look the same", async () => {
    for (const code of [...hidden, "KQ-2026-9999", "KQ-1", "SK-2026-0001", "%00", "__proto__"]) {
      const { response, body } = await read(code);
      expect([response.status, body]).toMatchObject([404, { title: "Not Found" }]);
      expect(JSON.stringify(body)).not.toContain("Màng lọc");
    }
    expect((await post(list, "/results", {})).response.status).toBe(405);
  });

  test("the figures of the first page count the published alone, and show the newest", async () => {
    const figures = await readMarketFigures(1);
    expect(figures).toMatchObject({ published: 2, commercialised: 1 });
    expect(figures.newest).toMatchObject([{ code: open[1], trl: 7, parties: [{ house: "SCHOOL" }] }]);
  });
});
