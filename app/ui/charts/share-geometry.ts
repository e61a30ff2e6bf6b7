import { HOUSE_PAINT, type House } from "#app/ui/marks/house.tsx";

export const WHOLE_PPM = 1_000_000;

/** A party of a partnership; `key` is its short name in drawings: N1, T1, D1, D2. */
export type ShareParty = { key: string; house: House; name: string; role?: string | undefined };

/** Shares of one party in ppm; null where the agreement keeps a dimension closed. */
export type PartyShares = { capital: number | null; risk: number | null; profit: number | null };

export type Dimension = keyof PartyShares;

export const DIMENSIONS = ["capital", "risk", "profit"] as const satisfies readonly Dimension[];

/** One stretch of a 100 % bar, in ppm from its left end. */
export type Stretch = { key: string; house: House; from: number; ppm: number };

const HOUSE_ORDER: readonly House[] = ["STATE", "SCHOOL", "ENTERPRISE", "OTHER"];

/** State, School, Enterprise, then others; within a house the order received. */
export function inHouseOrder<Item extends { party: ShareParty }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => HOUSE_ORDER.indexOf(a.party.house) - HOUSE_ORDER.indexOf(b.party.house));
}

/** The bar of one dimension, left to right; null where it is withheld for any party. */
export function stretches(
  items: readonly { party: ShareParty; shares: PartyShares }[],
  dimension: Dimension,
): Stretch[] | null {
  let from = 0;
  const bar: Stretch[] = [];
  for (const { party, shares } of items) {
    const ppm = shares[dimension];
    if (ppm === null) return null;
    bar.push({ key: party.key, house: party.house, from, ppm });
    from += ppm;
  }
  return bar;
}

/** ppm of the whole → per cent of the drawing's width. */
export function across(ppm: number): string {
  return `${ppm / 10_000}%`;
}

/** Class and pattern of a filled shape of a house; ink for what has none. */
export function paintOf(house: House): { className: string; fill?: string } {
  const paint = HOUSE_PAINT[house];
  return paint ? { className: `b-${paint}`, fill: `url(#p-${paint})` } : { className: "p-ink" };
}

/** Whether text of so many characters fits into a stretch on the narrowest screen, some 250 px for the whole bar. */
export function fits(characters: number, ppm: number): boolean {
  return ppm / 10_000 >= characters * 3.1 + 1;
}
