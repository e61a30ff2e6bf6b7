import { describe, expect, test } from "vitest";
import {
  countByProduct,
  counterparts,
  GUIDANCE_KINDS,
  groupsOf,
  guidanceOf,
  productsOn,
  versionOn,
  withCounterparts,
} from "#app/domain/catalogue/catalogue.ts";
import { listLegalParameters, loadCatalogue, loadParameterNames } from "#app/domain/catalogue/queries.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

describe("the catalogue", () => {
  test("on 30 June 2026 the former edition is in force, from 1 July the new one, before June 2025 none", async () => {
    const catalogue = await loadCatalogue();
    expect(versionOn(catalogue, "2026-06-30")?.instrument).toBe("1131/QĐ-TTg");
    expect(versionOn(catalogue, "2026-07-01")?.instrument).toBe("21/2026/QĐ-TTg");
    expect(versionOn(catalogue, "2025-06-11")).toBeNull();
    expect(productsOn(catalogue, "2026-06-30")).toHaveLength(35);
    expect(productsOn(catalogue, "2026-11-21").map((it) => it.number)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  test("a product shows which of programme, criteria, instruction and finance mechanism is missing", async () => {
    const catalogue = await loadCatalogue();
    const guidance = guidanceOf(catalogue, "21-S02");
    expect(guidance.PROGRAMME.map((it) => it.legalRef)).toEqual(["2815/QĐ-TTg"]);
    expect(GUIDANCE_KINDS.filter((kind) => guidance[kind].length === 0)).toEqual([
      "CRITERIA",
      "INSTRUCTION",
      "FINANCE_MECHANISM",
    ]);
    expect(Object.values(guidanceOf(catalogue, "21-S27")).flat()).toEqual([]);
  });

  test("a thing of the former catalogue is found under the one in force, and the other way round", async () => {
    const catalogue = await loadCatalogue();
    const [found] = counterparts(catalogue, "1131-06-01");
    expect(found?.product.code).toBe("21-S23");
    expect(found?.pair.confidence).toBe("low");
    expect(withCounterparts(catalogue, ["21-S23"])).toContain("1131-06-01");
    expect(groupsOf(catalogue, ["21-S23"]).map((it) => it.names.vi)).toEqual(["Công nghệ chip bán dẫn"]);
  });

  test("a thing is counted once under each product and group that finds it, in both editions", async () => {
    const catalogue = await loadCatalogue();
    const things = [
      { codes: ["1131-06-01"], count: 2 },
      { codes: ["21-S23", "1131-06-01"], count: 1 },
      { codes: [], count: 7 },
    ];
    const { product, group } = countByProduct(catalogue, things);
    expect([product["21-S23"], product["1131-06-01"], group["21-06"], product["21-S18"]]).toEqual([3, 3, 3, undefined]);
  });

  test("fields of science stand in their own order", async () => {
    const { fieldsOfScience } = await loadCatalogue();
    expect(fieldsOfScience.slice(0, 3).map((it) => it.code)).toEqual(["1", "1.1", "1.2"]);
  });

  test("legal parameters name their unit, period, source, confidence and legal text", async () => {
    const parameters = await listLegalParameters();
    const reward = parameters.find((it) => it.key === "result.author-reward.minimum");
    expect(reward).toMatchObject({ value: 300000n, unit: "PPM", validFrom: "2025-10-01", validTo: null });
    expect(reward?.basis?.number).toBe("93/2025/QH15");
    expect(reward?.basis?.title?.vi).toMatch(/Luật/);
    expect((await loadParameterNames()).get("result.verification.working-days")?.vi).toMatch(/Xác minh/);
  });
});
