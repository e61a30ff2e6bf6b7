import type { SearchDocument, SearchType, VersionedDocument } from "#search/document.ts";
import type { Facets, Filters } from "#search/facets.ts";
import type { DayRange } from "#search/published.ts";
import type { ParsedQuery } from "#search/query.ts";

export const SORTS = ["relevance", "newest", "trl", "updated"] as const;
export type Sort = (typeof SORTS)[number];

/** Matches are counted exactly up to here; nothing beyond it is listed. */
export const MOST_COUNTED = 10_000;

export type SearchQuery = {
  query: ParsedQuery;
  filters: Filters;
  /** when it became public */
  published?: DayRange;
  sort: Sort;
  limit: number;
  offset: number;
};

/** What a match must have: every word, or enough of the rarer ones. */
export type Match = "all" | "some";

export type SearchPage = {
  /** at most MOST_COUNTED; then there are at least so many when `totalIsLowerBound` */
  total: number;
  totalIsLowerBound: boolean;
  documents: SearchDocument[];
  facets: Facets;
};

/** Asks for what has at least one of some telling words in its title or teaser. */
export type SimilarQuery = {
  /** folded, with what each is worth */
  words: readonly { word: string; weight: number }[];
  types: readonly SearchType[];
  /** a code that is left out */
  except: string | null;
  limit: number;
};

/** As much of a document as is compared and shown. */
export type SimilarDocument = Pick<SearchDocument, "type" | "id" | "code" | "path" | "title" | "teaser" | "stage">;

/**
 * What both engines can do, alike (test/search/engine.contract.ts). Words are matched without tones and exact tones
 * come first; facets count under every filter but their own. A write has taken effect for `search` soon after it
 * returned, and cannot be lost.
 */
export type SearchEngine = {
  name: "postgres" | "meilisearch";
  search(query: SearchQuery): Promise<SearchPage>;
  /** Candidates that have the most of the telling words first. How alike they are is for search/similar/ to measure. */
  similar(query: SimilarQuery): Promise<SimilarDocument[]>;
  upsert(documents: readonly VersionedDocument[]): Promise<void>;
  /** by document id; unknown ones are fine */
  remove(ids: readonly string[]): Promise<void>;
  /** Puts exactly these documents in the place of all others, without a moment in which fewer are found. */
  rebuild(documents: AsyncIterable<readonly VersionedDocument[]>): Promise<void>;
  /** Version by document id of everything in the index, for comparison; page by page. */
  versions(): AsyncIterable<ReadonlyMap<string, string>>;
  /** Whether it can answer now. */
  health(): Promise<boolean>;
};

/** All versions of an index at once: memory grows with the ids. */
export async function allVersions(engine: Pick<SearchEngine, "versions">): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for await (const page of engine.versions()) for (const [id, version] of page) all.set(id, version);
  return all;
}

/** As much of a document as a similar one shows. */
export function similarOf({ type, id, code, path, title, teaser, stage }: SimilarDocument): SimilarDocument {
  return { type, id, code, path, title, teaser, stage };
}
