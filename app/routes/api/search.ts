import { encodeCursor } from "#app/platform/cursor.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { searchAll } from "#app/web/api/search.ts";
import { apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { SEARCH_HOUSES, SEARCH_TYPES } from "#search/document.ts";
import type { Facets } from "#search/facets.ts";
import { find, type Hit } from "#search/find.server.ts";
import { MOST_COUNTED } from "#search/port.ts";
import { unmarked } from "#search/snippet.ts";

export const loader = apiLoader(
  async ({ url }): Promise<Answer<typeof searchAll>> => {
    const {
      q,
      lang,
      sort,
      limit,
      cursor,
      trlMin,
      trlMax,
      from = null,
      to = null,
      ...filters
    } = parseQuery(url, searchAll.query);
    const [offset] = cursor ?? [0];
    const trl = trlMin === undefined && trlMax === undefined ? [] : levels(trlMin ?? 1, trlMax ?? 9);
    const published = { from, to };
    const found = await find({ text: q, filters: { ...filters, trl }, published, sort, limit, offset, lang });
    const after = offset + found.hits.length;
    return {
      engine: found.engine,
      degraded: found.degraded,
      total: found.total,
      ...(found.totalIsLowerBound ? { totalIsLowerBound: true as const } : {}),
      ...(found.corrected === null ? {} : { corrected: found.corrected }),
      ...(found.relaxed ? { relaxed: true as const } : {}),
      items: found.hits.map((hit) => itemOf(hit, url.origin, lang)),
      facets: facetsOf(found.facets),
      next: found.hits.length > 0 && after < Math.min(found.total, MOST_COUNTED) ? encodeCursor([after]) : null,
    };
  },
  { maxAgeSeconds: 15, kept: true },
);

export const action = onlyBy("GET");

function levels(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

function itemOf(hit: Hit, origin: string, lang: Language): Answer<typeof searchAll>["items"][number] {
  const { type, code, title, snippet, path, parties, trl, stage, commercialised, stale } = hit;
  return {
    type,
    code,
    title: unmarked(title.text),
    titleLang: title.lang,
    snippet: snippet?.text ?? null,
    snippetLang: snippet?.lang ?? null,
    url: `${origin}/${lang}${path}`,
    parties,
    trl,
    stage,
    commercialised,
    stale,
    groups: hit.groupCodes,
    products: hit.productCodes,
    provinces: hit.provinceCodes,
    publishedAt: hit.publishedAt,
    updatedAt: hit.updatedAt,
  };
}

function facetsOf(facets: Facets): Answer<typeof searchAll>["facets"] {
  const { group, product, province, stage, ip, need, year } = facets;
  return {
    type: only(SEARCH_TYPES, facets.type),
    group,
    product,
    trl: facets.trl.map(({ value, count }) => ({ value: Number(value), count })),
    province,
    house: only(SEARCH_HOUSES, facets.house),
    stage,
    commercialised: facets.commercialised.map(({ value, count }) => ({ value: value === "true", count })),
    ip,
    need,
    year,
  };
}

function only<Value extends string>(values: readonly Value[], counts: readonly { value: string; count: number }[]) {
  return counts.flatMap(({ value, count }) => {
    const known = values.find((one) => one === value);
    return known ? [{ value: known, count }] : [];
  });
}
