import type { Texts } from "#app/platform/languages/texts.ts";

/** What a product needs before anybody can carry it out; the page shows which of the four is missing. */
export const GUIDANCE_KINDS = ["PROGRAMME", "CRITERIA", "INSTRUCTION", "FINANCE_MECHANISM"] as const;
export type GuidanceKind = (typeof GUIDANCE_KINDS)[number];

/** How sure a piece of reference data is; `proposal` is the portal's own figure. */
export const CONFIDENCES = ["high", "medium", "low", "proposal"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const CROSSWALK_RELATIONS = ["exact", "close", "broad"] as const;
export type CrosswalkRelation = (typeof CROSSWALK_RELATIONS)[number];

/** A name in all three languages. */
export type Names = { vi: string; en: string; fr: string } & Texts;

export type Guidance = {
  productCode: string;
  kind: GuidanceKind;
  legalRef: string;
  status: string;
  source: string;
  confidence: Confidence;
};

export type Group = { code: string; versionCode: string; position: number; names: Names; confidence: Confidence };

export type Product = {
  code: string;
  groupCode: string;
  versionCode: string;
  number: number;
  /** 1: market exists, 2: new growth (Decision 21/2026); null in the former catalogue */
  marketGroup: number | null;
  names: Names;
  confidence: Confidence;
  groupConfidence: Confidence;
  evidence: string | null;
};

/** One edition of the catalogue, valid on the half-open days [validFrom, validTo). */
export type Version = {
  code: string;
  instrument: string;
  issuedOn: string;
  validFrom: string;
  validTo: string | null;
  markets: { code: string; nameVi: string; nameEn: string; nameFr: string }[];
  source: string;
  confidence: Confidence;
  confidenceNote: string;
};

export type CrosswalkPair = {
  fromCode: string;
  toCode: string;
  relation: CrosswalkRelation;
  confidence: Confidence;
};

export type Province = { code: string; names: Names; kind: "CITY" | "PROVINCE"; fullNameVi: string };
export type FieldOfScience = { code: string; parentCode: string | null; names: Names };
export type ReadinessLevel = { level: number; names: Names };
export type PlanSystem = { code: string; kind: string; names: Names };

/** Everything that pages, forms and rules read from the catalogue, in its own order. */
export type Catalogue = {
  versions: Version[];
  groups: Group[];
  products: Product[];
  crosswalk: CrosswalkPair[];
  guidance: Guidance[];
  provinces: Province[];
  fieldsOfScience: FieldOfScience[];
  readinessLevels: ReadinessLevel[];
  planSystems: PlanSystem[];
};

/** The edition in force on a day ('YYYY-MM-DD'); null before the first one. */
export function versionOn(catalogue: Catalogue, on: string): Version | null {
  return catalogue.versions.find((it) => it.validFrom <= on && (it.validTo === null || on < it.validTo)) ?? null;
}

/** The products in force on a day, in the order of their numbers. */
export function productsOn(catalogue: Catalogue, on: string): Product[] {
  const version = versionOn(catalogue, on);
  return version ? productsOf(catalogue, version.code) : [];
}

export function productsOf(catalogue: Catalogue, versionCode: string): Product[] {
  return catalogue.products.filter((it) => it.versionCode === versionCode);
}

/** What of the four a product has, each kind with its legal references; an empty list is a gap. */
export function guidanceOf(catalogue: Catalogue, productCode: string): Record<GuidanceKind, Guidance[]> {
  const own = catalogue.guidance.filter((it) => it.productCode === productCode);
  const of = (kind: GuidanceKind) => own.filter((it) => it.kind === kind);
  return {
    PROGRAMME: of("PROGRAMME"),
    CRITERIA: of("CRITERIA"),
    INSTRUCTION: of("INSTRUCTION"),
    FINANCE_MECHANISM: of("FINANCE_MECHANISM"),
  };
}

/** What corresponds to a product in the other edition, older or newer, with how sure that is. */
export function counterparts(catalogue: Catalogue, productCode: string): { product: Product; pair: CrosswalkPair }[] {
  return catalogue.crosswalk.flatMap((pair) => {
    const other = pair.fromCode === productCode ? pair.toCode : pair.toCode === productCode ? pair.fromCode : null;
    const product = other && catalogue.products.find((it) => it.code === other);
    return product ? [{ product, pair }] : [];
  });
}

/**
 * The product codes under which a thing recorded with `codes` is also found: itself and what the crosswalk says
 * corresponds, so that a result of the former catalogue is found under the one in force.
 */
export function withCounterparts(catalogue: Catalogue, codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap((code) => [code, ...counterparts(catalogue, code).map((it) => it.product.code)]))];
}

/**
 * How many things each product and each technology group has: what is recorded under a code counts under its counterparts
 * as well, and a thing once in each, as the filters by product and by group find it.
 */
export function countByProduct(
  catalogue: Catalogue,
  things: readonly { codes: readonly string[]; count: number }[],
): { product: Record<string, number>; group: Record<string, number> } {
  const product: Record<string, number> = {};
  const group: Record<string, number> = {};
  for (const { codes, count } of things) {
    const found = withCounterparts(catalogue, codes);
    for (const code of found) product[code] = (product[code] ?? 0) + count;
    for (const { code } of groupsOf(catalogue, found)) group[code] = (group[code] ?? 0) + count;
  }
  return { product, group };
}

/** The groups of some products, each once, in the order of the catalogue. */
export function groupsOf(catalogue: Catalogue, codes: readonly string[]): Group[] {
  const wanted = new Set(catalogue.products.filter((it) => codes.includes(it.code)).map((it) => it.groupCode));
  return catalogue.groups.filter((it) => wanted.has(it.code));
}
