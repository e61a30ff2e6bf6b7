import { type Catalogue, productsOn } from "#app/domain/catalogue/catalogue.ts";
import { LISTED_STATES as LISTED_CHALLENGE_STATES } from "#app/domain/initiatives/challenges/challenge.ts";
import { INITIATIVE_STATES } from "#app/domain/initiatives/initiative.ts";
import { SEVERITIES } from "#app/domain/monitoring/findings/finding.ts";
import { CALL_NEEDS, LISTED_CALL_STATES } from "#app/domain/partnerships/calls/call.ts";
import { PARTNERSHIP_STATES } from "#app/domain/partnerships/partnership.ts";
import { IP_STATUSES } from "#app/domain/results/exploitation.ts";
import { RESULT_STAGES } from "#app/domain/results/stage.ts";
import { readDate } from "#app/platform/typed.ts";
import type { FacetKey } from "#app/ui/search/search-view.ts";
import { SEARCH_HOUSES, SEARCH_TYPES } from "#search/document.ts";
import type { Filters } from "#search/facets.ts";
import { SORTS, type Sort } from "#search/port.ts";
import type { DayRange } from "#search/published.ts";

/** Readiness is chosen in three ranges, each a name in the address and the levels it stands for. */
export const READINESS_RANGES: Record<string, readonly string[]> = {
  "1-3": ["1", "2", "3"],
  "4-6": ["4", "5", "6"],
  "7-9": ["7", "8", "9"],
};

export const FACET_KEYS = [
  "type",
  "group",
  "product",
  "trl",
  "stage",
  "commercialised",
  "ip",
  "need",
  "province",
  "house",
  "year",
] as const;

/** What an address of the search page asks for. Values that nobody offers are left out. */
export type SearchAddress = {
  text: string;
  chosen: Record<FacetKey, string[]>;
  /** days of publication; what is no day, or ends before it begins, narrows nothing */
  published: DayRange;
  /** the same as typed */
  typedDays: { from: string; to: string };
  sort: Sort;
  literal: boolean;
  page: number;
};

const MOST_CHARACTERS = 300;
/** Kinds by the names that older addresses carry. */
const FORMER_TYPES: Record<string, string> = { call: "need" };
const YEAR = /^20\d\d$/;

/** Stages of every kind, each once, in the order of the ways that they lie on. */
const STAGES: readonly string[] = [
  ...new Set([
    ...RESULT_STAGES,
    ...INITIATIVE_STATES,
    ...PARTNERSHIP_STATES,
    ...LISTED_CHALLENGE_STATES,
    ...LISTED_CALL_STATES,
    ...SEVERITIES,
  ]),
];

export function readAddress(url: URL, catalogue: Catalogue, today: string): SearchAddress {
  const { searchParams } = url;
  const offered = offeredValues(catalogue, today);
  const chosenOf = (key: FacetKey) => {
    const asked = searchParams.getAll(key).map((value) => (key === "type" ? (FORMER_TYPES[value] ?? value) : value));
    return key === "year"
      ? [...new Set(asked)].filter((value) => YEAR.test(value)).toSorted()
      : offered[key].filter((value) => asked.includes(value));
  };
  const typedDays = { from: dayAsTyped(searchParams.get("from")), to: dayAsTyped(searchParams.get("to")) };
  const sort = searchParams.get("sort");
  const page = searchParams.get("page") ?? "1";
  return {
    text: [...(searchParams.get("q") ?? "").replaceAll(/\p{Cc}|\p{Cs}/gu, " ")]
      .slice(0, MOST_CHARACTERS)
      .join("")
      .trim(),
    chosen: {
      type: chosenOf("type"),
      group: chosenOf("group"),
      product: chosenOf("product"),
      trl: chosenOf("trl"),
      stage: chosenOf("stage"),
      ip: chosenOf("ip"),
      need: chosenOf("need"),
      year: chosenOf("year"),
      province: chosenOf("province"),
      house: chosenOf("house"),
      commercialised: chosenOf("commercialised"),
    },
    typedDays,
    published: rangeOf(typedDays),
    sort: SORTS.find((known) => known === sort) ?? "relevance",
    literal: searchParams.get("literal") === "1",
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
}

const MOST_OF_A_DAY = 40;

function dayAsTyped(given: string | null): string {
  return [...(given ?? "").replaceAll(/\p{Cc}|\p{Cs}/gu, " ")].slice(0, MOST_OF_A_DAY).join("").trim();
}

function rangeOf(typed: SearchAddress["typedDays"]): DayRange {
  const [from, to] = [readDate(typed.from), readDate(typed.to)];
  return from !== null && to !== null && to < from ? { from, to: null } : { from, to };
}

type DayError = "errors:date" | "errors:end_before_start";

/** What is wrong with the days as typed: keys of sentences, by field. */
export function errorsOfDays({ typedDays: { from, to } }: SearchAddress): { from: DayError[]; to: DayError[] } {
  const [first, last] = [readDate(from), readDate(to)];
  const isBackwards = first !== null && last !== null && last < first;
  return {
    from: from !== "" && first === null ? ["errors:date"] : [],
    to: to !== "" && last === null ? ["errors:date"] : isBackwards ? ["errors:end_before_start"] : [],
  };
}

/** The address of the search page that asks for this. */
export function addressOf(lang: string, asked: SearchAddress, change: Partial<SearchAddress> = {}): string {
  const { text, chosen, published, sort, literal, page } = { ...asked, page: 1, ...change };
  const params = new URLSearchParams();
  if (text !== "") params.set("q", text);
  for (const key of FACET_KEYS) for (const value of chosen[key]) params.append(key, value);
  for (const key of ["from", "to"] as const) if (published[key] !== null) params.set(key, published[key]);
  if (sort !== "relevance") params.set("sort", sort);
  if (literal) params.set("literal", "1");
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/${lang}/search${query === "" ? "" : `?${query}`}`;
}

/** Words and filters alone, without order and page: the name of a search, behind the question mark. */
export function savedAddress(asked: SearchAddress): string {
  return addressOf("vi", asked, { sort: "relevance", page: 1 }).split("?")[1] ?? "";
}

/** The choice in the terms of the index. */
export function filtersOf({ chosen }: SearchAddress): Filters {
  return { ...chosen, trl: chosen.trl.flatMap((range) => READINESS_RANGES[range] ?? []) };
}

/** The values of every facet in the order of the page; of products and groups those of the catalogue in force. Years are whatever there is. */
export function offeredValues(catalogue: Catalogue, today: string): Record<FacetKey, string[]> {
  const products = productsOn(catalogue, today);
  return {
    type: [...SEARCH_TYPES],
    group: [...new Set(products.map((product) => product.groupCode))].toSorted(),
    product: products.map((product) => product.code),
    trl: Object.keys(READINESS_RANGES),
    stage: [...STAGES],
    ip: [...IP_STATUSES],
    need: [...CALL_NEEDS],
    year: [],
    province: catalogue.provinces.map((province) => province.code),
    house: [...SEARCH_HOUSES],
    commercialised: ["true"],
  };
}
