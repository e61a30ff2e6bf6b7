import type { SearchDocument } from "#search/document.ts";

/** What a search can be narrowed by. Several values of one facet are OR, several facets AND. */
export const FACETS = [
  "type",
  "group",
  "product",
  "trl",
  "province",
  "house",
  "stage",
  "commercialised",
  "ip",
  "need",
  "year",
] as const;
export type FacetName = (typeof FACETS)[number];

export type Filters = { [Name in FacetName]?: readonly string[] };

/** Counts of one facet under every filter but its own, the most frequent first. */
export type FacetCounts = { value: string; count: number }[];
export type Facets = Record<FacetName, FacetCounts>;

/** What a value of a facet may look like; anything else is in no document. */
export const FACET_VALUE = /^[A-Za-z0-9][\w.-]{0,39}$/;

/** The values that a document has of every facet. */
export function facetValuesOf(document: SearchDocument): Record<FacetName, string[]> {
  const { type, groupCodes, productCodes, trl, provinceCodes, houses, stage, commercialised } = document;
  const { ipStatuses, needs, publishedAt } = document;
  return {
    type: [type],
    group: groupCodes,
    product: productCodes,
    trl: trl === null ? [] : [String(trl)],
    province: provinceCodes,
    house: houses,
    stage: stage === null ? [] : [stage],
    commercialised: commercialised === null ? [] : [String(commercialised)],
    ip: ipStatuses,
    need: needs,
    year: [yearInVietnam(publishedAt)],
  };
}

/** The facets that a search is narrowed by, with their values. */
export function chosenFacets(filters: Filters): [FacetName, readonly string[]][] {
  return FACETS.flatMap((name): [FacetName, readonly string[]][] => {
    const values = filters[name] ?? [];
    return values.length > 0 ? [[name, values]] : [];
  });
}

/** Counts in the order in which they are shown: the most frequent first, then by value. */
export function orderedCounts(counts: FacetCounts): FacetCounts {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function noFacets(): Facets {
  const rest = { commercialised: [], ip: [], need: [], year: [] };
  return { type: [], group: [], product: [], trl: [], province: [], house: [], stage: [], ...rest };
}

/** Vietnam is seven hours ahead, all year. */
function yearInVietnam(instant: string): string {
  return String(new Date(Date.parse(instant) + 7 * 3_600_000).getUTCFullYear());
}
