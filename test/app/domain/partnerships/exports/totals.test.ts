import fc from "fast-check";
import { expect, test } from "vitest";
import { percentText, runRows } from "#app/domain/partnerships/exports/shares-table.ts";
import { totalOf } from "#app/domain/partnerships/exports/totals.ts";
import { houseStretches, percentOf } from "#app/ui/charts/money/house-geometry.ts";
import { partnership } from "./example.ts";

const NONE = { STATE: null, SCHOOL: null, ENTERPRISE: null, OTHER: null };
const counts = { facet: "all", key: "", agreements: 1, partnerships: 1, unvalued: 0 } as const;

test("the houses always make the total, and a house that holds nothing gets nothing", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 16n }),
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 22n }), { minLength: 3, maxLength: 3 }),
      (total, [state = 0n, school = 0n, enterprise = 0n]) => {
        fc.pre(state + school + enterprise > 0n);
        const weights = { ...NONE, STATE: String(state), SCHOOL: String(school), ENTERPRISE: String(enterprise) };
        const { byHouse } = totalOf({ ...counts, totalVnd: String(total), weights });
        expect(byHouse.reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n)).toBe(total);
        expect(byHouse.find(({ house }) => house === "OTHER")?.amountVnd).toBe("0");
      },
    ),
  );
});

test("agreements that state no value are counted and come to nothing", () => {
  const { byHouse } = totalOf({ ...counts, unvalued: 1, totalVnd: "0", weights: NONE });
  expect(byHouse.map(({ amountVnd }) => amountVnd)).toEqual(["0", "0", "0", "0"]);
});

test("the stretches of a bar follow each other and never leave the drawing", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 16n }), { minLength: 4, maxLength: 4 }), (parts) => {
      const most = parts.reduce((sum, part) => sum + part, 0n);
      const houses = ["STATE", "SCHOOL", "ENTERPRISE", "OTHER"] as const;
      const drawn = houseStretches(
        houses.map((house, place) => ({ house, amountVnd: parts[place] ?? 0n })),
        most,
      );
      for (const [place, { from }] of drawn.entries()) {
        const before = drawn[place - 1];
        expect(from).toBeCloseTo(before ? before.from + before.width : 0, 6);
      }
      const last = drawn.at(-1);
      expect(last ? last.from + last.width : 0).toBeCloseTo(percentOf(most, most), 6);
    }),
  );
});

test("shares are per cent with four places and a point in every language", () => {
  expect([333_333, 0, 1_000_000, 5].map(percentText)).toEqual(["33.3333", "0.0000", "100.0000", "0.0005"]);
});

test("a locked run is a row for each line, authors without a name", () => {
  const rows = runRows(partnership());
  expect(rows.map(({ tier, party, amountVnd }) => [tier, party?.identifier ?? null, amountVnd])).toEqual([
    ["TAX", null, "200"],
    ["AUTHORS", null, "100"],
    ["PARTY", "VN-TIN-01n1", "300"],
    ["PARTY", "VN-TIN-01d1", "400"],
  ]);
});
