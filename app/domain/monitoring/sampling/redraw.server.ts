import { sha256 } from "#app/platform/hash.server.ts";
import { allotStrata, type SampleMethod, type Stratum, type Unit } from "./sample.ts";

export type Draw = { method: SampleMethod; stratumBy: Stratum | null; size: number; seed: string };

/**
 * The SHA-256 of a population: of the lines `key<TAB>province<TAB>house` in the order of their keys (by code point),
 * parted by line feeds, without one at the end.
 */
export function populationHash(units: readonly Unit[]): string {
  return sha256(
    inOrder(units)
      .map(({ key, province, house }) => `${key}\t${province}\t${house}`)
      .join("\n"),
  );
}

/**
 * Draws a sample, the same for everybody who has the population and the seed. Gives the keys in the order of the draw.
 *
 * SIMPLE: the subjects by the SHA-256 of `seed:key`, the first `size` of them.
 * STRATIFIED: places by `allotStrata`; of each stratum its first subjects by the same hash; then all by that hash.
 * SYSTEMATIC: the subjects by key, numbered from 0 to N − 1; with r = the SHA-256 of `seed:start`, as a number, modulo N,
 * the subjects numbered ⌊(r + i · N) / size⌋ for i from 0 to size − 1.
 * Source: docs/domain.md, "Sampling".
 */
export function redraw(units: readonly Unit[], { method, stratumBy, size, seed }: Draw): string[] {
  if (method === "SYSTEMATIC") return everyStep(inOrder(units), size, seed);
  const hashed = units
    .map((unit) => ({ unit, hash: sha256(`${seed}:${unit.key}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  if (method === "SIMPLE") return hashed.slice(0, size).map(({ unit }) => unit.key);
  const stratumOf = (unit: Unit) => (stratumBy === "HOUSE" ? unit.house : unit.province);
  const counts = new Map<string, number>();
  for (const { unit } of hashed) counts.set(stratumOf(unit), (counts.get(stratumOf(unit)) ?? 0) + 1);
  const places = allotStrata(counts, size);
  return hashed.flatMap(({ unit }) => {
    const left = places.get(stratumOf(unit)) ?? 0;
    if (left === 0) return [];
    places.set(stratumOf(unit), left - 1);
    return [unit.key];
  });
}

function everyStep(units: readonly Unit[], size: number, seed: string): string[] {
  const count = BigInt(units.length);
  const start = BigInt(`0x${sha256(`${seed}:start`)}`) % count;
  return Array.from({ length: size }, (_, step) => {
    const place = (start + BigInt(step) * count) / BigInt(size);
    return units[Number(place)]?.key ?? "";
  });
}

function inOrder(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => (a.key < b.key ? -1 : 1));
}
