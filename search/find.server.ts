import type { Language } from "#app/platform/languages/languages.ts";
import type { SearchDocument } from "#search/document.ts";
import { type EngineAnswer, type Engines, engines, searchEngines } from "#search/engine.server.ts";
import type { Facets, Filters } from "#search/facets.ts";
import type { SearchQuery, Sort } from "#search/port.ts";
import type { DayRange } from "#search/published.ts";
import { isEmpty, type ParsedQuery, readQuery } from "#search/query.ts";
import { type Excerpt, excerptOf } from "#search/snippet.ts";
import { understand } from "#search/vocabulary.server.ts";

export type FindRequest = {
  /** as typed */
  text: string;
  filters: Filters;
  /** when it became public */
  published?: DayRange;
  sort: Sort;
  limit: number;
  offset: number;
  /** the language that title and snippet are preferred in; filters nothing */
  lang: Language;
  /** no typing error forgiven, nothing put right, no word dropped */
  literal?: boolean;
};

export type Hit = Omit<SearchDocument, "title" | "teaser" | "body" | "bodyLang"> & Excerpt;

export type Found = Pick<EngineAnswer, "engine" | "degraded" | "total" | "totalIsLowerBound"> & {
  hits: Hit[];
  facets: Facets;
  /** nothing fitted what was typed: these are the hits of this spelling instead */
  corrected: string | null;
  /** nothing has all the words: these have some of them */
  relaxed: boolean;
  /** a word that nothing has was taken for a slip of others, or for their beginning */
  guessed: boolean;
  /** a spelling to try, where even that finds nothing under these filters */
  suggestion: string | null;
};

/**
 * Finds public things by what people type, in any of three languages. Where nothing fits, words unknown to the index
 * are put right, or documents with the rarer words come instead; the answer says which. At most six statements of SQL.
 */
export async function find(request: FindRequest, within: Engines = engines()): Promise<Found> {
  const literal = request.literal ?? false;
  const draft = readQuery(request.text);
  const { query, suggestion } = await understand(draft, { literal });
  const first = await searchEngines(queryOf(request, query), within);
  if (first.total > 0 || literal || isEmpty(query)) return toFound(request, query, first, { suggestion: null });
  if (suggestion !== null) {
    const right = await understand(readQuery(suggestion));
    const second = await searchEngines(queryOf(request, right.query), within);
    if (second.total > 0) return toFound(request, right.query, second, { corrected: suggestion, suggestion });
  }
  // A code that nothing has is answered by nothing, not by whatever has its year.
  const codes = draft.pieces.flatMap(({ code }) => code ?? []);
  if (query.terms.length > 1 && codes.every((code) => query.terms.some(({ folded }) => folded === code))) {
    const second = await within.base.searchSome(queryOf(request, query));
    const { engine, degraded } = first;
    if (second.total > 0)
      return toFound(request, query, { ...second, engine, degraded }, { relaxed: true, suggestion });
  }
  return toFound(request, query, first, { suggestion });
}

function queryOf({ filters, published, sort, limit, offset }: FindRequest, query: ParsedQuery): SearchQuery {
  return { query, filters, ...(published?.from || published?.to ? { published } : {}), sort, limit, offset };
}

function toFound(
  { lang }: FindRequest,
  query: ParsedQuery,
  answer: EngineAnswer,
  how: { corrected?: string; relaxed?: boolean; suggestion: string | null },
): Found {
  const { engine, degraded, total, totalIsLowerBound, documents, facets } = answer;
  return {
    engine,
    degraded,
    total,
    totalIsLowerBound,
    hits: documents.map((document) => toHit(document, query, lang)),
    facets,
    corrected: how.corrected ?? null,
    relaxed: how.relaxed ?? false,
    guessed: query.terms.some((term) => term.guessed ?? (!term.known && (term.near.length > 0 || term.prefix))),
    suggestion: how.suggestion,
  };
}

function toHit(document: SearchDocument, query: ParsedQuery, lang: Language): Hit {
  const { title: _title, teaser: _teaser, body: _body, bodyLang: _bodyLang, ...shown } = document;
  return { ...shown, ...excerptOf(document, query, lang) };
}
