import type { House } from "#app/domain/accounts/actor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** A text with its matches between U+0002 and U+0003, and its language. */
export type MarkedText = { lang: Language; text: string };

export type HitView = {
  type: "result" | "initiative" | "partnership" | "challenge" | "need" | "finding";
  code: string;
  href: string;
  title: MarkedText;
  snippet: MarkedText | null;
  parties: { name: Texts; house: House }[];
  trl: number | null;
  commercialised: boolean;
  stale: boolean;
};

export type FacetKey =
  | "type"
  | "group"
  | "product"
  | "trl"
  | "stage"
  | "commercialised"
  | "ip"
  | "need"
  | "province"
  | "house"
  | "year";
export type FacetView = {
  name: FacetKey;
  options: { value: string; label: string; count: number; chosen: boolean }[];
};

/** A day as it stands in its field, with what is wrong with it. */
export type DayFieldView = { value: string; errors: string[] };

/** What the search page shows; every address in it is ready to be followed. */
export type SearchView = {
  /** as typed */
  text: string;
  /** whether anything was asked for: words or a filter */
  asked: boolean;
  literal: boolean;
  sort: string;
  sorts: readonly string[];
  total: number;
  totalIsLowerBound: boolean;
  page: number;
  pages: number;
  /** Meilisearch should have answered and did not */
  degraded: boolean;
  /** the spelling whose hits are shown, with the address that searches for what was typed to the letter */
  corrected: { text: string; href: string } | null;
  relaxed: boolean;
  suggestion: { text: string; href: string } | null;
  literalHref: string;
  wideHref: string;
  hits: HitView[];
  facets: FacetView[];
  /** the fields for the days of publication */
  days: { from: DayFieldView; to: DayFieldView };
  applied: { label: string; href: string }[];
  /** what the address carries for words and filters alone, in its one order: by this a search is saved and has its feed */
  address: string;
  /** what the forms carry besides their own fields */
  kept: { filters: [string, string][]; sort: string | null; literal: boolean };
};
