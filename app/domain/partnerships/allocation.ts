import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** Weights are bigint or whole numbers, in any unit: only their proportion counts. */
export type Weights = readonly (bigint | number)[];

export type WeightFault = "WEIGHTS_MISSING" | "WEIGHT_NOT_WHOLE" | "WEIGHT_NEGATIVE" | "WEIGHTS_ALL_ZERO";

/**
 * Reads weights that people or programs sent.
 * Answers them as bigint, or refuses: none at all, a fraction, a negative one, or nothing but zeros.
 */
export function checkWeights(weights: Weights): Outcome<bigint[], WeightFault> {
  if (weights.length === 0) return refuse("WEIGHTS_MISSING");
  if (weights.some((weight) => typeof weight === "number" && !Number.isSafeInteger(weight))) {
    return refuse("WEIGHT_NOT_WHOLE");
  }
  const whole = weights.map((weight) => BigInt(weight));
  if (whole.some((weight) => weight < 0n)) return refuse("WEIGHT_NEGATIVE");
  if (whole.every((weight) => weight === 0n)) return refuse("WEIGHTS_ALL_ZERO");
  return done(whole);
}

/**
 * Splits `total` (đồng, ppm, any whole unit) by `weights` and loses nothing: the parts always add up to the total.
 * Largest remainder: everyone gets the floor, left-over units go to the largest remainders; ties go to the larger
 * weight, then to the earlier place. A negative total is the mirror of the positive one.
 * Parts answer in the order of the weights. Source: docs/domain.md, "Shares and rounding".
 * Precondition: `checkWeights(weights)` is fine; else a RangeError, because weights from outside are checked first.
 */
export function allocate(total: bigint, weights: Weights): bigint[] {
  const checked = checkWeights(weights);
  if (!checked.ok) throw new RangeError(`allocate: ${checked.code}`);
  if (total < 0n) return allocate(-total, checked.value).map((part) => -part);

  const sum = checked.value.reduce((whole, weight) => whole + weight, 0n);
  const shares = checked.value.map((weight, place) => ({
    place,
    weight,
    base: (total * weight) / sum,
    remainder: (total * weight) % sum,
  }));
  const leftOver = total - shares.reduce((given, share) => given + share.base, 0n);
  const winners = new Set(
    [...shares]
      .sort((a, b) => descending(a.remainder, b.remainder) || descending(a.weight, b.weight) || a.place - b.place)
      .slice(0, Number(leftOver))
      .map((share) => share.place),
  );
  return shares.map((share) => (winners.has(share.place) ? share.base + 1n : share.base));
}

function descending(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
