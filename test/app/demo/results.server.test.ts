import { beforeAll, expect, test } from "vitest";
import { buildAccounts } from "#app/demo/accounts.server.ts";
import { tellTogether } from "#app/demo/chronicle.ts";
import { RESULT_PLANS, resultStories } from "#app/demo/results.server.ts";
import { withCounterparts } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { countByFilter, countResults } from "#app/domain/results/counts.server.ts";
import { currencyOf } from "#app/domain/results/currency/currency.ts";
import { findResult, listResults } from "#app/domain/results/queries.server.ts";
import { measureLocalisation } from "#app/domain/results/reports/localisation.ts";
import { listLocalisation } from "#app/domain/results/reports/queries.server.ts";
import { stageOf } from "#app/domain/results/reports/report.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

beforeAll(async () => {
  const people = await buildAccounts(new Date("2025-10-06T02:00:00Z"));
  await tellTogether(resultStories(people));
}, 120_000);

test("the demonstration tells its results through the commands, some at every step of their way", async () => {
  expect(RESULT_PLANS).toHaveLength(42);
  const states = await db().result.groupBy({ by: ["state"], _count: true });
  expect(Object.fromEntries(states.map((it) => [it.state, it._count]))).toEqual({
    PUBLISHED: 33,
    UNDER_REVIEW: 1,
    DRAFT: 2,
    SUBMITTED: 3,
    RETURNED: 1,
    VERIFIED: 1,
    WITHDRAWN: 1,
  });
});

test("at least ten of them are commercialised by verified acts, over many products, provinces and houses", async () => {
  const catalogue = await loadCatalogue();
  expect(await countResults(catalogue, { commercialised: ["true"] })).toBeGreaterThanOrEqual(10);
  const counts = await countByFilter(catalogue);
  expect(Object.keys(counts.product).length).toBeGreaterThanOrEqual(25);
  expect(Object.keys(counts.province).length).toBeGreaterThanOrEqual(8);
  expect(Object.keys(counts.house).sort()).toEqual(["ENTERPRISE", "SCHOOL", "STATE"]);
});

test("one is stale by now, and its host owes the word that it still holds", async () => {
  const owed = await db().obligation.findMany({ where: { kind: "RESULT_CONFIRMATION" } });
  const result = await findResult(owed[0]?.subjectCode ?? "");
  expect(owed).toHaveLength(1);
  expect(owed[0]).toMatchObject({
    subjectType: "RESULT",
    doneAt: null,
    debtorOrganisationId: result?.hostOrganisationId,
  });
  expect(result && currencyOf(result, "2026-12-01")).toMatchObject({ isStale: true });
});

test("codes rise with the day on which a result was begun", async () => {
  const rows = await db().result.findMany({ orderBy: { code: "asc" }, select: { createdAt: true } });
  const days = rows.map((it) => it.createdAt.getTime());
  expect(days).toEqual(days.toSorted((a, b) => a - b));
});

test("a result of the former catalogue is found under the product in force", async () => {
  const { items } = await listResults(await loadCatalogue(), { product: ["21-S18"] }, { limit: 10 });
  expect(items.length).toBeGreaterThanOrEqual(2);
});

test.each([
  { commercialised: ["true"] },
  { house: ["SCHOOL"], type: ["PRODUCT", "MATERIAL"] },
  { product: ["21-S07"] },
])("what a value counts is what it finds under the other filters: %o", async (filter) => {
  const catalogue = await loadCatalogue();
  const counts = await countByFilter(catalogue, filter);
  let seen = 0;
  for (const name of ["type", "product", "group", "house", "stage", "province", "commercialised"] as const)
    for (const [value, count] of Object.entries(counts[name])) {
      // A group and a product are one filter.
      const others = name === "product" || name === "group" ? { ...filter, product: [], group: [] } : filter;
      expect([name, value, await countResults(catalogue, { ...others, [name]: [value] })]).toEqual([
        name,
        value,
        count,
      ]);
      seen += count;
    }
  expect(seen).toBeGreaterThan(10);
});

test("some go on to the market, scale, fall back or stop, each with what shows it", async () => {
  const found = async (title: string) => {
    const { code } = await db().result.findFirstOrThrow({
      where: { title: { path: ["vi"], string_starts_with: title } },
    });
    const result = await findResult(code);
    if (!result) throw new Error(title);
    return { ...result, stage: stageOf(result.content, result.progress) };
  };
  const scaling = await found("Xe tự hành chở hàng");
  expect(scaling.stage).toBe("SCALING");
  expect(scaling.progress.stages.map(({ to }) => to)).toEqual(["DEMONSTRATED", "MARKET_READY", "ON_MARKET", "SCALING"]);
  expect((await found("Phần mềm xếp lịch")).stage).toBe("DISCONTINUED");
  expect((await found("Trạm phát hiện máy bay")).progress.stages.at(-1)).toMatchObject({
    ...{ from: "DEMONSTRATED", to: "LAB_VALIDATED", reason: expect.stringContaining("bão") },
  });
  const { results, thresholds } = await listLocalisation(withCounterparts(await loadCatalogue(), ["21-S07"]));
  const [arm] = results;
  expect(arm && measureLocalisation(arm.newest, thresholds).map(({ isMet }) => isMet)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
