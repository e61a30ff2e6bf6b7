import { HOUSES, type House } from "#app/domain/accounts/actor.ts";
import { allocate } from "../allocation.ts";

export const TOTAL_FACETS = ["all", "product", "province", "year"] as const;
export type TotalFacet = (typeof TOTAL_FACETS)[number];

type Counts = {
  facet: TotalFacet;
  /** code of the product or province, year of signing; '' for all */
  key: string;
  agreements: number;
  partnerships: number;
  /** agreements of partnerships that state no total value: counted, worth nothing here */
  unvalued: number;
  /** đồng */
  totalVnd: string;
};

/** As the database gives it: ppm × đồng by house, exact; null where a house holds nothing that has a value. */
export type StoredTotal = Counts & { weights: Record<House, string | null> };

/** The same with the total split by house, to the đồng. */
export type Total = Counts & { byHouse: { house: House; amountVnd: string }[] };

/**
 * Splits the total by what each house holds of it: largest remainder, so that the houses always make the total. A house
 * that holds nothing gets 0. Source: docs/domain.md, "National totals".
 */
export function totalOf({ weights, ...counts }: StoredTotal): Total {
  const held = HOUSES.map((house) => BigInt(weights[house] ?? "0"));
  const isEmpty = held.every((weight) => weight === 0n);
  const parts = isEmpty ? held : allocate(BigInt(counts.totalVnd), held);
  return { ...counts, byHouse: HOUSES.map((house, place) => ({ house, amountVnd: String(parts[place] ?? 0n) })) };
}
