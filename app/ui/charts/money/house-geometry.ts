import type { House } from "#app/ui/marks/house.tsx";

export type HouseAmount = { house: House; amountVnd: bigint };

/** One stretch of a bar, in per cent of the drawing's width. */
export type HouseStretch = { house: House; from: number; width: number };

/** Parts per hundred million of the whole, so that a bigint of any size is placed without rounding it first. */
const FINE = 100_000_000n;

/** The bar of one row: a stretch for each house that holds something, one behind the other; `mostVnd` fills the width. */
export function houseStretches(amounts: readonly HouseAmount[], mostVnd: bigint): HouseStretch[] {
  if (mostVnd <= 0n) return [];
  let before = 0n;
  return amounts.flatMap(({ house, amountVnd }) => {
    const from = percentOf(before, mostVnd);
    before += amountVnd;
    return amountVnd > 0n ? [{ house, from, width: percentOf(before, mostVnd) - from }] : [];
  });
}

/** A part of a whole in per cent, for drawing. */
export function percentOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * FINE) / whole) / Number(FINE / 100n);
}
