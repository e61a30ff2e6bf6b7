import { beforeAll, describe, expect, test } from "vitest";
import { putCall } from "#app/demo/partnerships/calls.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { readLevels } from "#app/domain/results/figures/queries.server.ts";
import * as csv from "#app/routes/catalogue/groups/csv.ts";
import * as group from "#app/routes/catalogue/groups/page.tsx";
import * as product from "#app/routes/catalogue/product.tsx";
import * as list from "#app/routes/results/list.tsx";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage } from "#test/support/page-call.ts";
import { body } from "../domain/partnerships/people.ts";
import { gather, published } from "../domain/results/cast.ts";

withTestDatabase();

const MOST_QUERIES = 6;
let need: string;
let groupCode: string;

beforeAll(async () => {
  const cast = await gather();
  await published(cast);
  await published(cast, [], false);
  const firm = await body("ENTERPRISE", "Công ty cần vật liệu");
  const text_vi = "Chúng tôi cần vật liệu lọc chịu được nước lợ trong hai năm, thay được tại chỗ, dùng ở ba trạm.";
  const words = {
    kind: "NEED",
    needs: "LICENCE",
    productCodes: "21-S17",
    title_vi: "Cần vật liệu lọc nước lợ",
    text_vi,
  };
  need = await putCall(firm.actor, firm.organisationId, words);
  const { products } = await loadCatalogue();
  groupCode = products.find(({ code }) => code === "21-S17")?.groupCode ?? "";
});

describe("a technology group", () => {
  test("counts its results by readiness, those on the market apart", async () => {
    const levels = await readLevels(["21-S17"]);
    expect(levels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(levels.filter(({ onMarket, notYet }) => onMarket + notYet > 0)).toEqual([
      { level: 7, onMarket: 1, notYet: 1 },
    ]);
    expect((await readLevels(["21-S01"])).every(({ onMarket, notYet }) => onMarket + notYet === 0)).toBe(true);
  });

  test("shows them with its products, results and needs, in few statements; its figures are a file", async () => {
    const params = { code: groupCode };
    const path = `/vi/catalogue/groups/${groupCode}`;
    const { data } = await readPage(group.loader, path, { params });
    expect(data).toMatchObject({ results: { total: 2 }, market: [{ code: need }] });
    const { queries } = await countQueries(() => group.loader(pageArgs(path, null, params)));
    expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
    const file = await csv.loader(pageArgs(`${path}.csv`, null, params));
    expect(await file.text()).toContain(`${groupCode},7,PILOT,1,1`);
    expect((await readPage(group.loader, "/vi/catalogue/groups/none", { params: { code: "none" } })).status).toBe(404);
  });

  test("a product of the former edition leads to a list narrowed to it, and the list offers those in force besides", async () => {
    const offered = (value: string, chosen: boolean) => ({ value, chosen, count: 2 });
    expect((await readPage(list.loader, "/vi/results?product=1131-08-03&product=nowhere")).data).toMatchObject({
      filter: { product: ["1131-08-03"] },
      list: { total: 2 },
      facets: expect.arrayContaining([
        expect.objectContaining({
          name: "product",
          options: [
            expect.objectContaining(offered("21-S17", false)),
            expect.objectContaining(offered("1131-08-03", true)),
          ],
        }),
      ]),
    });
    expect((await readPage(list.loader, "/vi/results")).data).toMatchObject({
      facets: expect.arrayContaining([
        expect.objectContaining({ name: "product", options: [expect.objectContaining(offered("21-S17", false))] }),
      ]),
    });
  });

  test("has products whose pages show what is needed and offered", async () => {
    const { data } = await readPage(product.loader, "/vi/catalogue/21-S17", { params: { code: "21-S17" } });
    expect(data).toMatchObject({ calls: [{ code: need }] });
  });
});
