export const SAMPLE_METHODS = ["SIMPLE", "STRATIFIED", "SYSTEMATIC"] as const;
export type SampleMethod = (typeof SAMPLE_METHODS)[number];

/** By what a stratified sample is parted. */
export const STRATA = ["PROVINCE", "HOUSE"] as const;
export type Stratum = (typeof STRATA)[number];

/** One subject of a population; a sample is drawn from `key`, and from `province` or `house` where it is stratified. */
export type Unit = { key: string; province: string; house: string };

/** The margins of error, in percentage points, for which a size is suggested. */
export const MARGINS = [3, 5, 10] as const;

/** The square of the 97.5 % quantile of the normal distribution: 95 % confidence. */
const Z_SQUARED = 1.959964 ** 2;

/**
 * How many subjects give a proportion within a margin (in percentage points) at 95 % confidence, for a share of one half,
 * with the correction for a finite population: n0 = z² · ¼ / e²; n = n0 / (1 + (n0 − 1) / N), rounded up, at most N.
 * Source: docs/domain.md, "Sampling".
 */
export function sampleSize(populationSize: number, marginPoints: number): number {
  const unlimited = Z_SQUARED / 4 / (marginPoints / 100) ** 2;
  return Math.min(populationSize, Math.ceil(unlimited / (1 + (unlimited - 1) / populationSize)));
}

/**
 * The margin of error, in percentage points, of a sample of `size` out of a population, at 95 % confidence and for a
 * share of one half; 0 where all are taken.
 */
export function marginOf(populationSize: number, size: number): number {
  if (size >= populationSize) return 0;
  return 100 * Math.sqrt((Z_SQUARED / 4 / size) * ((populationSize - size) / (populationSize - 1)));
}

/**
 * Parts `size` over strata in proportion to how many subjects they hold, by largest remainders; of equal remainders the
 * stratum that comes first by name. Every stratum gets at least one where there are as many places as strata.
 * Gives the places by stratum; they make exactly `size`.
 */
export function allotStrata(counts: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const names = [...counts.keys()].sort();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const floor = size >= names.length ? 1 : 0;
  const spare = size - floor * names.length;
  const room = total - floor * names.length;
  const shares = names.map((name) => {
    const exact = spare * ((counts.get(name) ?? 0) - floor);
    return { name, places: room === 0 ? 0 : Math.floor(exact / room), remainder: room === 0 ? 0 : exact % room };
  });
  let left = spare - shares.reduce((sum, { places }) => sum + places, 0);
  const byRemainder = [...shares].sort((a, b) => b.remainder - a.remainder || (a.name < b.name ? -1 : 1));
  for (const share of byRemainder) {
    if (left === 0) break;
    share.places += 1;
    left -= 1;
  }
  return new Map(shares.map(({ name, places }) => [name, places + floor]));
}
