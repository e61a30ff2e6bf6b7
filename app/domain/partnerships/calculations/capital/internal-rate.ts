const HALVES = 2_000_000n;
const FROM = -1_000_000n;

/**
 * The yearly rate at which yearly flows are worth nothing today, in millionths, half-even; null unless the sign of the
 * flows changes exactly once (zeros do not count), because only then there is exactly one such rate above −100 %
 * (Descartes). Found by halving over whole numbers: exact, no iteration stops early.
 * Source: docs/domain.md, "Value over time".
 */
export function internalRateOfReturn(flowsVnd: readonly bigint[]): bigint | null {
  const signs = flowsVnd.map(signOf).filter((sign) => sign !== 0);
  if (signs.filter((sign, place) => place > 0 && sign !== signs[place - 1]).length !== 1) return null;
  const flows = flowsVnd.slice(0, flowsVnd.findLastIndex((flow) => flow !== 0n) + 1);
  const signBelow = signs.at(-1) ?? 0;

  // The largest count of millionths whose lower half-step lies below the rate.
  let below = FROM;
  let above = 1n;
  while (signAt(flows, 2n * above - 1n) === signBelow) {
    below = above;
    above *= 2n;
  }
  while (above - below > 1n) {
    const middle = (below + above) >> 1n;
    if (signAt(flows, 2n * middle - 1n) === signBelow) below = middle;
    else above = middle;
  }
  const isBetween = signAt(flows, 2n * below + 1n) === 0;
  return isBetween && below % 2n !== 0n ? below + 1n : below;
}

/** The sign of Σ flow_t · (1+r)^(n−t) at a rate in half-millionths: that of the value, as 1+r is above 0. */
function signAt(flows: readonly bigint[], rateInHalves: bigint): number {
  const base = HALVES + rateInHalves;
  let value = 0n;
  let scale = 1n;
  for (const flow of flows) {
    value = value * base + flow * scale;
    scale *= HALVES;
  }
  return signOf(value);
}

function signOf(value: bigint): number {
  if (value === 0n) return 0;
  return value > 0n ? 1 : -1;
}
