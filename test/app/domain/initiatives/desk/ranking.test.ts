import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CRITERIA, weightedScore } from "#app/domain/initiatives/criteria.ts";
import { deskAct, hasHappened } from "#app/domain/initiatives/desk/acts.ts";
import { placesOf, summarise } from "#app/domain/initiatives/desk/ranking.ts";

const track = fc.constantFrom("ORDINARY" as const, "BREAKTHROUGH" as const);
const points = fc.integer({ min: 0, max: 100 });

describe("the scores of a round", () => {
  test("of one evaluator weigh as their own weighted score does", () => {
    fc.assert(
      fc.property(track, fc.array(points, { minLength: 5, maxLength: 5 }), (on, values) => {
        const given = CRITERIA[on].map(({ code }, index) => ({ criterion: code, values: [values[index] ?? 0] }));
        const own = Object.fromEntries(given.map(({ criterion, values: [value] }) => [criterion, value ?? 0]));
        expect(summarise(on, given).total).toBeCloseTo((weightedScore(on, own) ?? Number.NaN) / 10_000, 9);
      }),
    );
  });

  test("lie between the lowest and the highest that anybody gave", () => {
    fc.assert(
      fc.property(track, fc.array(points, { minLength: 1, maxLength: 9 }), (on, values) => {
        const { total } = summarise(
          on,
          CRITERIA[on].map(({ code }) => ({ criterion: code, values })),
        );
        expect(total).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(total).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });

  test("have no total while a criterion has none: a missing score is not a zero", () => {
    expect(summarise("ORDINARY", [{ criterion: "NOVELTY", values: [80] }])).toEqual({
      rows: [{ criterion: "NOVELTY", weightPpm: 250_000, values: [80], mean: 80 }],
      total: null,
    });
    expect(summarise("ORDINARY", []).total).toBeNull();
  });
});

describe("places", () => {
  test("go to the higher total, are shared by equals, and to nobody without a total", () => {
    expect(placesOf([70, null, 85.1, 70, 60])).toEqual([2, null, 1, 2, 4]);
  });
});

describe("what a confirmation may say", () => {
  const noSeat = { declared: false, recused: false, scored: false };

  test("is what the file bears the trace of", () => {
    expect(hasHappened("screened", "SCREENED", null)).toBe(true);
    expect(hasHappened("screened", "SUBMITTED", null)).toBe(false);
    expect(hasHappened("scored", "UNDER_EVALUATION", { ...noSeat, scored: true })).toBe(true);
    expect(hasHappened("scored", "UNDER_EVALUATION", noSeat)).toBe(false);
    expect(hasHappened("recused", "UNDER_EVALUATION", null)).toBe(false);
  });

  test("is one of the known acts", () => {
    expect(["returned", "constructor", "__proto__", "", null].map(deskAct)).toEqual([
      "returned",
      null,
      null,
      null,
      null,
    ]);
  });
});
