import { describe, expect, test } from "vitest";
import { fraction, halfEven, millionths, ratePpm, sixPlaces } from "#app/domain/partnerships/calculations/exact.ts";
import cases from "#test/cases/acceptance-cases.json";

describe("rounding half to even", () => {
  test.each([
    [1n, 2n, 0n],
    [3n, 2n, 2n],
    [5n, 2n, 2n],
    [-1n, 2n, 0n],
    [-3n, 2n, -2n],
    [-5n, 2n, -2n],
    [7n, 3n, 2n],
    [-7n, 3n, -2n],
    [8n, 3n, 3n],
    [7n, -2n, -4n],
    [10n ** 30n + 1n, 2n, 5n * 10n ** 29n],
  ])("%s over %s is %s", (numerator, denominator, whole) => {
    expect(halfEven(numerator, denominator)).toBe(whole);
  });

  test("a ratio has six places, also below one and below nothing", () => {
    expect(sixPlaces(fraction(2n, 3n))).toBe("0.666667");
    expect(sixPlaces(fraction(7n, 4n))).toBe("1.750000");
    expect(sixPlaces(fraction(-1n, 3n))).toBe("-0.333333");
    expect(sixPlaces(fraction(1n, -8n))).toBe("-0.125000");
    expect(sixPlaces(fraction(-1n, 10n ** 9n))).toBe("0.000000");
    expect(millionths(-12_345_678n)).toBe("-12.345678");
  });

  test("a ratio without a divisor is not defined", () => {
    expect(sixPlaces(fraction(1n, 0n))).toBeNull();
    expect(ratePpm(1n, 0n)).toBeNull();
  });

  test("case C: the rate of the budget that was allocated", () => {
    expect(ratePpm(13_659_992n, 16_716_074n)).toBe(BigInt(cases.cases.C_disbursement.article003_allocation_ratePpm));
  });
});
