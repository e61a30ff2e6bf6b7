import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, checkWeights } from "#app/domain/partnerships/allocation.ts";
import cases from "#test/cases/acceptance-cases.json";

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 50 })
  .filter((list) => list.some((weight) => weight > 0n));

function sum(list: readonly bigint[]): bigint {
  return list.reduce((whole, part) => whole + part, 0n);
}

describe("allocation by largest remainder", () => {
  test.each(cases.cases.A_allocate_largest_remainder)("case A: $total by $weightsPpm", (example) => {
    expect(allocate(BigInt(example.total), example.weightsPpm).map(String)).toEqual(example.expected);
  });

  test.each(cases.cases.G_coauthors)("case G: co-authors share $rewardVnd đồng", (example) => {
    expect(allocate(BigInt(example.rewardVnd), example.contributionPpm).map(String)).toEqual(example.expectedVnd);
  });

  test("the parts add up to the total, whatever the total and the weights", () => {
    fc.assert(fc.property(amount, weights, (total, list) => sum(allocate(total, list)) === total));
  });

  test("no part is further than one unit from its exact share", () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const whole = sum(list);
        return allocate(total, list).every((part, place) => {
          const difference = part * whole - total * (list[place] ?? 0n);
          return difference < whole && difference > -whole;
        });
      }),
    );
  });

  test("who has no weight gets nothing", () => {
    fc.assert(
      fc.property(amount, weights, (total, list) =>
        allocate(total, list).every((part, place) => list[place] !== 0n || part === 0n),
      ),
    );
  });

  test("a loss is the mirror of the same gain", () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        expect(allocate(-total, list)).toEqual(allocate(total, list).map((part) => -part));
      }),
    );
  });

  test("the order of parties changes who, among equal weights only", () => {
    fc.assert(
      fc.property(amount, weights, (total, list) => {
        const reversed = allocate(total, [...list].reverse()).reverse();
        const size = (place: number) => `${list[place]}`;
        const pairs = (parts: bigint[]) => parts.map((part, place) => `${size(place)}:${part}`).sort();
        expect(pairs(reversed)).toEqual(pairs(allocate(total, list)));
      }),
    );
  });

  test("a larger weight never gets less", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), weights, (total, list) => {
        const parts = allocate(total, list).map((part, place) => ({ part, weight: list[place] ?? 0n }));
        return parts.every((a) => parts.every((b) => a.weight <= b.weight || a.part >= b.part));
      }),
    );
  });

  test.each([
    [[], "WEIGHTS_MISSING"],
    [[0, 0], "WEIGHTS_ALL_ZERO"],
    [[1, -1], "WEIGHT_NEGATIVE"],
    [[0.5, 0.5], "WEIGHT_NOT_WHOLE"],
    [[Number.NaN], "WEIGHT_NOT_WHOLE"],
  ])("weights %j are refused with %s, and allocating by them is a fault of the caller", (list, code) => {
    expect(checkWeights(list)).toMatchObject({ ok: false, code });
    expect(() => allocate(1n, list)).toThrow(RangeError);
  });
});
