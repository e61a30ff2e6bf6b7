import pg from "pg";
import { describe, expect, test } from "vitest";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { isWorkingDay } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { loadReference } from "#prisma/reference/load.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

async function asOwner(sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

describe("the reference data", () => {
  test("holds both catalogues: 10 groups with 30 products in force, 11 groups with 35 before", async () => {
    const versions = await db().catalogueVersion.findMany({
      orderBy: { validFrom: "asc" },
      include: { groups: { include: { products: true } } },
    });
    expect(
      versions.map(({ code, groups }) => [code, groups.length, groups.flatMap((group) => group.products).length]),
    ).toEqual([
      ["1131-2025", 11, 35],
      ["21-2026", 10, 30],
    ]);
  });

  test("the 30 products stand in two market groups, 1 to 22 and 23 to 30", async () => {
    const products = await db().strategicProduct.findMany({ where: { code: { startsWith: "21-" } } });
    for (const { number, marketGroup } of products) expect(marketGroup).toBe(number <= 22 ? 1 : 2);
  });

  test("holds 34 provincial units, 7 of them cities; Đồng Nai is one since 30 April 2026", async () => {
    expect(await db().province.count()).toBe(34);
    expect(await db().province.count({ where: { kind: "CITY" } })).toBe(7);
    const dongNai = await db().province.findUniqueOrThrow({ where: { code: "75" } });
    expect(dongNai.fullNameVi).toBe("Thành phố Đồng Nai");
  });

  test("holds nine readiness levels, 48 fields of science, six plan systems, and the crosswalk", async () => {
    expect(await db().readinessLevel.count()).toBe(9);
    expect(await db().fieldOfScience.count()).toBe(48);
    expect(await db().planSystem.count()).toBe(6);
    expect(await db().catalogueCrosswalk.count()).toBe(30);
    expect(await db().legalInstrument.count()).toBeGreaterThan(20);
  });

  test("every row says where it comes from and how sure it is", async () => {
    const rows = [
      ...(await db().legalParameter.findMany()),
      ...(await db().province.findMany()),
      ...(await db().legalInstrument.findMany()),
      ...(await db().calendarDay.findMany()),
    ];
    for (const row of rows) {
      expect(row.source).not.toBe("");
      expect(["high", "medium", "low", "proposal"]).toContain(row.confidence);
    }
  });

  test("a legal parameter answers for its day, and the calendar knows Tết", async () => {
    expect(await parameterOn("result.verification.working-days", "2026-11-21")).toBe(10n);
    await expect(parameterOn("result.author-reward.minimum", "2025-09-30")).rejects.toThrow(/result.author-reward/);
    const calendar = await loadCalendar();
    expect(isWorkingDay("2026-02-17", calendar)).toBe(false);
    expect(isWorkingDay("2026-08-22", calendar)).toBe(true);
  });

  test("a second load changes nothing", async () => {
    const lines = await loadReference(testDatabase().ownerUrl);
    expect(lines).toHaveLength(14);
    for (const line of lines) expect(line).toMatch(/ 0 changed$/);
  });

  test("a row that was changed by hand is brought back, a stray day off leaves", async () => {
    await asOwner("UPDATE province SET name_vi = 'Sai' WHERE code = '01'");
    await asOwner(
      `INSERT INTO calendar_day (on_date, working, name_vi, provisional, source, confidence)
       VALUES ('2026-06-01', false, 'Ngày lạ', true, 'không có', 'low')`,
    );
    const lines = await loadReference(testDatabase().ownerUrl);
    expect(lines).toContain("province: 34 rows, 1 changed");
    expect(await db().province.count({ where: { nameVi: "Sai" } })).toBe(0);
    expect(await db().calendarDay.count({ where: { onDate: new Date("2026-06-01") } })).toBe(0);
  });

  test("a figure that ends makes room for its successor in the same load, and overlaps are refused", async () => {
    await asOwner(
      `INSERT INTO legal_parameter (key, valid_from, valid_to, value, unit, name_vi, name_en, name_fr, source, confidence)
       VALUES ('test.figure', '2025-01-01', NULL, 1, 'COUNT', 'a', 'a', 'a', 'a', 'low')`,
    );
    const successor = asOwner(
      `INSERT INTO legal_parameter (key, valid_from, valid_to, value, unit, name_vi, name_en, name_fr, source, confidence)
       VALUES ('test.figure', '2026-01-01', NULL, 2, 'COUNT', 'a', 'a', 'a', 'a', 'low')`,
    );
    await expect(successor).rejects.toThrow(/exclusion/);
  });

  test("the application's role cannot change reference data", async () => {
    await expect(db().province.update({ where: { code: "01" }, data: { nameVi: "Sai" } })).rejects.toThrow(
      /permission denied/,
    );
  });
});
