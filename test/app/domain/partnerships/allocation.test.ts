import { describe, expect, test } from "vitest";
import { allocate, checkWeights } from "#app/domain/partnerships/allocation.ts";
import cases from "#test/cases/acceptance-cases.json";
import { ALLOCATION_PROPERTIES } from "#test/support/partnerships/allocation-properties.ts";
import { FEW_RUNS, testProperties } from "#test/support/properties.ts";

describe("allocation by largest remainder", () => {
  test.each(cases.cases.A_allocate_largest_remainder)("case A: $total by $weightsPpm", (example) => {
    expect(allocate(BigInt(example.total), example.weightsPpm).map(String)).toEqual(example.expected);
  });

  test.each(cases.cases.G_coauthors)("case G: co-authors share $rewardVnd đồng", (example) => {
    expect(allocate(BigInt(example.rewardVnd), example.contributionPpm).map(String)).toEqual(example.expectedVnd);
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

testProperties("allocation", ALLOCATION_PROPERTIES, FEW_RUNS);
