/** A number told exactly, as one whole number over another. The denominator is above 0. */
export type Fraction = { numerator: bigint; denominator: bigint };

/** Parts per million of a whole, a rate or a probability; a `number` is whole. */
export type Ppm = bigint | number;

const WHOLE = 1_000_000n;
const PLACES = 6;

/**
 * `numerator / denominator` as the nearest whole number; what lies exactly between two goes to the even one, so that
 * many roundings do not drift. The denominator is not 0. Source: docs/domain.md, "Calculations".
 */
export function halfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return halfEven(-numerator, -denominator);
  const down = floorDivide(numerator, denominator);
  const twice = 2n * (numerator - down * denominator);
  if (twice < denominator || (twice === denominator && down % 2n === 0n)) return down;
  return down + 1n;
}

/** `numerator / denominator` rounded towards minus infinity; the denominator is above 0. */
export function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const cut = numerator / denominator;
  return cut * denominator > numerator ? cut - 1n : cut;
}

/** So many ppm of an amount in đồng, half-even. */
export function ofPpm(amountVnd: bigint, ppm: Ppm): bigint {
  return halfEven(amountVnd * BigInt(ppm), WHOLE);
}

/** `part` of `whole` in ppm, half-even; null where the whole is 0: "not defined", never 0. */
export function ratePpm(part: bigint, whole: bigint): bigint | null {
  return whole === 0n ? null : halfEven(part * WHOLE, whole);
}

/** The fraction of two whole numbers; null where the divisor is 0: "not defined", never infinity. */
export function fraction(dividend: bigint, divisor: bigint): Fraction | null {
  if (divisor === 0n) return null;
  return divisor < 0n ? { numerator: -dividend, denominator: -divisor } : { numerator: dividend, denominator: divisor };
}

/** A fraction as decimal text of six places, half-even: "0.666667", "-1.000000". Null stays null. */
export function sixPlaces(exact: Fraction | null): string | null {
  return exact && millionths(halfEven(exact.numerator * WHOLE, exact.denominator));
}

/** So many millionths as decimal text of six places. */
export function millionths(count: bigint): string {
  const digits = (count < 0n ? -count : count).toString().padStart(PLACES + 1, "0");
  return `${count < 0n ? "-" : ""}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}

export function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function maximum(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
