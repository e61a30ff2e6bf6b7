import type { QueryResult, QueryResultRow } from "pg";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { SearchDocument, SearchParty, SearchType } from "#search/document.ts";

/** Where SQL can be asked: the pool, or one connection with its transaction. */
export type Queryable = {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>;
};

/** What the statement of each kind answers with: public fields, still as they were typed. */
export type DocumentRow = {
  id: string;
  code: string;
  title: Texts;
  teaser: Texts;
  keywords: string[] | null;
  names: (string | null)[] | null;
  numbers: string[] | null;
  body: string;
  body_lang: string;
  products: string[] | null;
  product_names: string[] | null;
  groups: string[] | null;
  trl: number | null;
  provinces: (string | null)[] | null;
  parties: SearchParty[] | null;
  stage: string | null;
  commercialised: boolean | null;
  ip_statuses?: string[] | null;
  needs?: string[] | null;
  stale?: boolean;
  published_at: Date;
  updated_at: Date;
};

const FOLDERS: Record<SearchType, string> = {
  challenge: "challenges",
  initiative: "initiatives",
  need: "partnerships/calls",
  partnership: "partnerships",
  result: "results",
};
const MOST_PARTIES = 4;
const MOST_BODY = 20_000;

/** Puts a row into the shape of the index. Every list is in an order of its own, so that equal content is equal text. */
export function toDocument(type: SearchType, row: DocumentRow): SearchDocument {
  const parties = row.parties ?? [];
  return {
    type,
    id: row.id,
    code: row.code,
    path: `/${FOLDERS[type]}/${row.code}`,
    title: cleanTexts(row.title),
    teaser: cleanTexts(row.teaser),
    keywords: sorted(row.keywords),
    names: sorted(row.names),
    numbers: sorted(row.numbers),
    body: clean(row.body).slice(0, MOST_BODY),
    bodyLang: row.body_lang === "en" || row.body_lang === "fr" ? row.body_lang : "vi",
    productCodes: sorted(row.products),
    productNames: sorted(row.product_names),
    groupCodes: sorted(row.groups),
    trl: row.trl,
    provinceCodes: sorted(row.provinces),
    houses: [...new Set(parties.flatMap(({ house }) => (house === "OTHER" ? [] : [house])))].toSorted(),
    stage: row.stage,
    commercialised: row.commercialised,
    ipStatuses: sorted(row.ip_statuses ?? null),
    needs: sorted(row.needs ?? null),
    stale: row.stale ?? false,
    parties: parties.slice(0, MOST_PARTIES).map(({ name, house }) => ({ name: cleanTexts(name), house })),
    publishedAt: row.published_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** One line without control characters: a snippet sets marks of its own there. */
function clean(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

function cleanTexts(texts: Texts): Texts {
  const { vi, en, fr } = texts;
  return { ...(vi ? { vi: clean(vi) } : {}), ...(en ? { en: clean(en) } : {}), ...(fr ? { fr: clean(fr) } : {}) };
}

function sorted(values: readonly (string | null)[] | null): string[] {
  return [...new Set((values ?? []).flatMap((value) => (value ? [clean(value)] : [])))].filter(Boolean).toSorted();
}
