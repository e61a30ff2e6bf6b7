import type { Texts } from "#app/platform/languages/texts.ts";

/** What can be found, in the order in which a list of kinds shows it. */
export const SEARCH_TYPES = ["result", "initiative", "partnership", "challenge", "need", "finding"] as const;
export type SearchType = (typeof SEARCH_TYPES)[number];

/** The houses that a search tells apart. */
export const SEARCH_HOUSES = ["STATE", "SCHOOL", "ENTERPRISE"] as const;

/** Somebody behind a thing, as a hit shows it. */
export type SearchParty = { name: Texts; house: "STATE" | "SCHOOL" | "ENTERPRISE" | "OTHER" };

/**
 * One public thing as the index holds it (docs/domain.md §2.5). Public fields alone: whatever stands here can be read
 * by anybody, in an answer, a snippet or a suggestion.
 */
export type SearchDocument = {
  type: SearchType;
  /** uuid of the record, unique over all types */
  id: string;
  code: string;
  /** address without its language: /results/KQ-2026-0211 */
  path: string;
  title: Texts;
  teaser: Texts;
  keywords: string[];
  /** organisations and authors, in every language they are known by */
  names: string[];
  /** the long text and its language */
  body: string;
  bodyLang: "vi" | "en" | "fr";
  /** numbers under which people look for it besides its own code: rights, agreements */
  numbers: string[];
  productCodes: string[];
  /** names of products and groups under both catalogues, in every language */
  productNames: string[];
  /** technology groups of the catalogue in force */
  groupCodes: string[];
  /** readiness level 1 to 9 */
  trl: number | null;
  provinceCodes: string[];
  houses: ("STATE" | "SCHOOL" | "ENTERPRISE")[];
  /** state of the record as its own machine names it */
  stage: string | null;
  /** null where the question makes no sense */
  commercialised: boolean | null;
  /** states of the rights in it, as the offices name them */
  ipStatuses: string[];
  /** what is sought or offered, of calls and offers */
  needs: string[];
  /** nobody has said for long that it still holds; of results alone */
  stale: boolean;
  /** shown beside a hit, at most four */
  parties: SearchParty[];
  /** RFC 3339 */
  publishedAt: string;
  updatedAt: string;
};

/** A document with the version by which two indexes are compared. */
export type VersionedDocument = SearchDocument & { version: string };

/** Names the shape of the type above: raised with every change of it and with every new kind, so that every index is built anew. */
export const DOCUMENT_SHAPE = 8;

/** Numbers under which a document is looked for besides its own code: those it has, and the codes of its products as one word each. */
export function numbersOf({ numbers, productCodes }: Pick<SearchDocument, "numbers" | "productCodes">): string[] {
  return [...numbers, ...productCodes.map((code) => code.replaceAll("-", ""))];
}
