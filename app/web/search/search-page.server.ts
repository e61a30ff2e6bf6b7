import type { Catalogue } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { readDate, typedDay } from "#app/platform/typed.ts";
import type { FacetKey, FacetView, HitView, SearchView } from "#app/ui/search/search-view.ts";
import {
  addressOf,
  errorsOfDays,
  FACET_KEYS,
  filtersOf,
  offeredValues,
  READINESS_RANGES,
  readAddress,
  type SearchAddress,
  savedAddress,
} from "#app/web/search/search-address.ts";
import type { FacetCounts, Facets } from "#search/facets.ts";
import { type Found, find, type Hit } from "#search/find.server.ts";
import { MOST_COUNTED, SORTS } from "#search/port.ts";

const PER_PAGE = 10;

/** The search page for an address: at most five statements of SQL, one of them kept for minutes. */
export async function searchView(url: URL, lang: Language): Promise<SearchView> {
  const catalogue = await loadCatalogue();
  const today = dayInVietnam(new Date());
  const asked = readAddress(url, catalogue, today);
  const { text, published, sort, literal, page } = asked;
  const found = await find({
    text,
    filters: filtersOf(asked),
    published,
    sort: text === "" && sort === "relevance" ? "newest" : sort,
    limit: PER_PAGE,
    offset: Math.min((page - 1) * PER_PAGE, MOST_COUNTED),
    lang,
    literal,
  });
  const to = (change: Partial<SearchAddress>) => addressOf(lang, asked, change);
  return {
    text,
    asked:
      text !== "" ||
      published.from !== null ||
      published.to !== null ||
      FACET_KEYS.some((key) => asked.chosen[key].length > 0),
    literal,
    sort,
    sorts: SORTS,
    total: found.total,
    totalIsLowerBound: found.totalIsLowerBound,
    page,
    pages: Math.ceil(found.total / PER_PAGE),
    degraded: found.degraded,
    corrected: found.corrected === null ? null : { text: found.corrected, href: to({ text: found.corrected }) },
    relaxed: found.relaxed,
    suggestion: found.suggestion === null ? null : { text: found.suggestion, href: to({ text: found.suggestion }) },
    literalHref: to({ literal: true }),
    wideHref: to({ literal: false }),
    hits: found.hits.map((hit) => hitView(hit, lang)),
    ...choices(asked, found, catalogue, lang, today),
    address: savedAddress(asked),
    days: daysView(asked, translator(lang)),
    kept: {
      filters: [
        ...FACET_KEYS.flatMap((key) => asked.chosen[key].map((value): [string, string] => [key, value])),
        ...DAY_KEYS.flatMap((key): [string, string][] => (published[key] === null ? [] : [[key, published[key]]])),
      ],
      sort: sort === "relevance" ? null : sort,
      literal,
    },
  };
}

const DAY_KEYS = ["from", "to"] as const;

/** Both fields as they stand again: a day as people type it, what is none as it was typed, with what is wrong with it. */
function daysView(asked: SearchAddress, t: Translate): SearchView["days"] {
  const errors = errorsOfDays(asked);
  const fieldOf = (key: "from" | "to") => {
    const typed = asked.typedDays[key];
    const day = readDate(typed);
    return { value: day === null ? typed : typedDay(day), errors: errors[key].map((sentence) => t(sentence)) };
  };
  return { from: fieldOf("from"), to: fieldOf("to") };
}

function hitView(hit: Hit, lang: Language): HitView {
  const { type, code, title, snippet, path, parties, trl, commercialised, stale } = hit;
  const marks = { commercialised: commercialised === true, stale };
  return { type, code, href: `/${lang}${path}`, title, snippet, parties, trl, ...marks };
}

function choices(asked: SearchAddress, found: Found, catalogue: Catalogue, lang: Language, today: string) {
  const offered = offeredValues(catalogue, today);
  const label = labeller(catalogue, lang, translator(lang));
  const facets = FACET_KEYS.map((name): FacetView => {
    const counts = new Map(countsOf(name, found.facets).map(({ value, count }) => [value, count]));
    const values = name === "year" ? yearsOf(found.facets, asked.chosen.year) : offered[name];
    const options = values.map((value) => ({
      value,
      label: label(name, value),
      count: counts.get(value) ?? 0,
      chosen: asked.chosen[name].includes(value),
    }));
    const shown = SHORT.has(name) ? options : options.filter((option) => option.count > 0 || option.chosen);
    return { name, options: ORDERED.has(name) ? shown : shown.toSorted((a, b) => b.count - a.count) };
  });
  const applied = FACET_KEYS.flatMap((name) =>
    asked.chosen[name].map((value) => ({
      label: label(name, value),
      href: addressOf(lang, asked, {
        chosen: { ...asked.chosen, [name]: asked.chosen[name].filter((other) => other !== value) },
      }),
    })),
  );
  const t = translator(lang);
  const days = DAY_KEYS.flatMap((key) => {
    const day = asked.published[key];
    if (day === null) return [];
    const href = addressOf(lang, asked, { published: { ...asked.published, [key]: null } });
    return [{ label: dayLabel(key, day, t), href }];
  });
  return { facets, applied: [...applied, ...days] };
}

/** Facets with so few values that all stand in their own order, also those with nothing in them. */
const SHORT: ReadonlySet<FacetKey> = new Set(["type", "trl", "house", "commercialised"]);
/** Facets whose values have an order of their own; those of the others stand by how many they have. */
const ORDERED: ReadonlySet<FacetKey> = new Set([...SHORT, "stage", "ip", "need", "year"]);

/** The newest first. */
function yearsOf(facets: Facets, chosen: readonly string[]): string[] {
  return [...new Set([...facets.year.map(({ value }) => value), ...chosen])].toSorted().toReversed();
}

function countsOf(name: FacetKey, facets: Facets): FacetCounts {
  if (name !== "trl") return facets[name];
  return Object.entries(READINESS_RANGES).map(([value, levels]) => {
    const inside = facets.trl.filter((level) => levels.includes(level.value));
    return { value, count: inside.reduce((sum, { count }) => sum + count, 0) };
  });
}

/** Values that are named where their things are. */
const WORDS_ELSEWHERE: Partial<Record<FacetKey, readonly string[]>> = {
  stage: ["results:stage.", "initiatives:state.", "partnerships:state.", "monitoring:severity."],
  ip: ["results:rightStatus."],
  need: ["calls:need."],
};

/** A side of the range of days, in words. */
export function dayLabel(key: "from" | "to", day: string, t: Translate): string {
  return t(`search:days.${key}Day`, { day: typedDay(day) });
}

export function labeller(catalogue: Catalogue, lang: Language, t: Translate) {
  const names = new Map(
    [...catalogue.groups, ...catalogue.products, ...catalogue.provinces].map((it) => [it.code, it.names[lang]]),
  );
  return (name: FacetKey, value: string): string => {
    const keys = [`search:value.${name}.${value}`, ...(WORDS_ELSEWHERE[name] ?? []).map((place) => place + value)];
    const key = keys.find((one) => t.has(one));
    return key ? t(key) : (names.get(value) ?? value);
  };
}
