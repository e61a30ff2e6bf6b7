import { halfEven, type Ppm } from "#app/domain/partnerships/calculations/exact.ts";

const WHOLE = 1_000_000n;

/**
 * The value today, in đồng, of yearly flows: the first is today's and not discounted. The rate is a year's, in ppm,
 * above −1 000 000. Exact until the one rounding at the end, half-even. Source: docs/domain.md, "Value over time".
 */
export function netPresentValue(flowsVnd: readonly bigint[], rate: Ppm): bigint {
  const base = WHOLE + BigInt(rate);
  const last = BigInt(Math.max(flowsVnd.length - 1, 0));
  // Over the common denominator base^last: Σ flow_t · whole^t · base^(last−t).
  const numerator = flowsVnd.reduce(
    (sum, flow, year) => sum + flow * WHOLE ** BigInt(year) * base ** (last - BigInt(year)),
    0n,
  );
  return halfEven(numerator, base ** last);
}
