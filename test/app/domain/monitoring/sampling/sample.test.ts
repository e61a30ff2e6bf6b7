import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Draw, populationHash, redraw } from "#app/domain/monitoring/sampling/redraw.server.ts";
import { allotStrata, marginOf, sampleSize, type Unit } from "#app/domain/monitoring/sampling/sample.ts";

const units = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom("01", "48", "79"), fc.constantFrom("STATE", "SCHOOL")),
    {
      minLength: 1,
      maxLength: 60,
      selector: ([number]) => number,
    },
  )
  .map((rows): Unit[] =>
    rows.map(([number, province, house]) => ({ key: `SK-2026-${String(number).padStart(4, "0")}`, province, house })),
  );
const draws = units.chain((population) =>
  fc.record({
    population: fc.constant(population),
    method: fc.constantFrom("SIMPLE" as const, "STRATIFIED" as const, "SYSTEMATIC" as const),
    stratumBy: fc.constantFrom("PROVINCE" as const, "HOUSE" as const),
    size: fc.integer({ min: 1, max: population.length }),
    seed: fc.stringMatching(/^[0-9a-f]{32}$/),
  }),
);

describe("a sample", () => {
  test("has exactly the size asked for, each subject at most once, all from its population", () => {
    fc.assert(
      fc.property(draws, ({ population, ...draw }) => {
        const keys = redraw(population, draw);
        expect(new Set(keys).size).toBe(draw.size);
        expect(keys.every((key) => population.some((unit) => unit.key === key))).toBe(true);
      }),
    );
  });

  test("is the same whoever draws it again, in whatever order the population comes", () => {
    fc.assert(
      fc.property(draws, ({ population, ...draw }) => {
        const turned = [...population].reverse();
        expect(redraw(turned, draw)).toEqual(redraw(population, draw));
        expect(populationHash(turned)).toBe(populationHash(population));
      }),
    );
  });

  test("is drawn by hand in the documentation's example", () => {
    const population = ["A", "B", "C", "D"].map((key): Unit => ({ key, province: "01", house: "STATE" }));
    const draw: Draw = { method: "SIMPLE", stratumBy: null, size: 2, seed: "00000000000000000000000000000000" };
    // `printf '000…0:B' | sha256sum` begins with 0b, A with 14, C with 2a, D with ea; that of `start` is 3 modulo 4
    expect(redraw(population, draw)).toEqual(["B", "A"]);
    expect(redraw(population, { ...draw, method: "SYSTEMATIC" })).toEqual(["B", "D"]);
  });

  test("of the whole population takes everybody, by every method", () => {
    fc.assert(
      fc.property(draws, ({ population, ...draw }) => {
        const keys = redraw(population, { ...draw, size: population.length });
        expect([...keys].sort()).toEqual(population.map(({ key }) => key).sort());
      }),
    );
  });
});

describe("strata", () => {
  test("get places that make the size, none more than it holds, and each at least one where there is room", () => {
    const counts = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 1, max: 40 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(counts, fc.nat(), (held, pick) => {
        const strata = new Map(Object.entries(held));
        const total = [...strata.values()].reduce((sum, count) => sum + count, 0);
        const size = 1 + (pick % total);
        const places = allotStrata(strata, size);
        expect([...places.values()].reduce((sum, count) => sum + count, 0)).toBe(size);
        for (const [name, count] of strata) {
          expect(places.get(name) ?? 0).toBeLessThanOrEqual(count);
          if (size >= strata.size) expect(places.get(name) ?? 0).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

describe("the size for a margin of error", () => {
  test.each([
    [100_000_000, 5, 385],
    [1_000, 5, 278],
    [100, 5, 80],
    [100, 10, 50],
    [10, 3, 10],
    [1, 10, 1],
  ])("of %i subjects and ±%i points is %i", (population, margin, size) => {
    expect(sampleSize(population, margin)).toBe(size);
  });

  test("gives a margin no wider than asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(3, 5, 10), (population, margin) => {
        expect(marginOf(population, sampleSize(population, margin))).toBeLessThanOrEqual(margin + 1e-9);
      }),
    );
  });
});
