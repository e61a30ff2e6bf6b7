import {
  Meilisearch,
  MeilisearchApiError,
  type MultiSearchQuery,
  type MultiSearchQueryWithFederation,
  type SearchParams,
} from "meilisearch";
import type { SearchDocument } from "#search/document.ts";
import {
  FOLDED_FIELDS,
  type MeilisearchRecord,
  MOST_HITS,
  recordOf,
  SETTINGS,
  settingsName,
  WRITTEN_FIELDS,
  writtenWord,
} from "#search/engines/meilisearch-record.server.ts";
import {
  chosenFacets,
  FACETS,
  type FacetName,
  type Facets,
  type Filters,
  noFacets,
  orderedCounts,
} from "#search/facets.ts";
import type { Word } from "#search/fold.ts";
import { MOST_COUNTED, type SearchEngine, type SearchPage, type SearchQuery, type Sort } from "#search/port.ts";
import type { ParsedQuery, Term } from "#search/query.ts";

export type MeilisearchAddress = { url: string; key: string | null; index?: string };

const ANSWER_WITHIN_MS = 1_000;
const WRITE_WITHIN_MS = 30_000;
const TASK_WITHIN_MS = 10 * 60_000;

const SORT: Record<Sort, string[]> = {
  relevance: [],
  newest: ["publishedAt:desc"],
  updated: ["updatedAt:desc"],
  trl: ["level:desc"],
};

type Hit = { document: SearchDocument };
type Distribution = Partial<Record<string, Record<string, number>>>;

/** The engine for portals with a Meilisearch server. A search is one request, two where the query carries tones. */
export function meilisearchEngine({ url, key, index = "ba-nha" }: MeilisearchAddress): SearchEngine {
  const access = { host: url, ...(key === null ? {} : { apiKey: key }) };
  const reader = new Meilisearch({ ...access, timeout: ANSWER_WITHIN_MS });
  const writer = new Meilisearch({ ...access, timeout: WRITE_WITHIN_MS });
  const indexUid = `${index}-${settingsName()}`;
  return {
    name: "meilisearch",
    search: (query) => search(reader, indexUid, query),
    upsert: async (documents) => {
      if (documents.length === 0) return;
      await prepare(writer, indexUid);
      await writer.index(indexUid).addDocuments(documents.map(recordOf), { primaryKey: "id" });
    },
    remove: async (ids) => {
      if (ids.length === 0) return;
      await prepare(writer, indexUid);
      await writer.index(indexUid).deleteDocuments([...ids]);
    },
    rebuild: (documents) => rebuild(writer, index, indexUid, documents),
    versions: () => versions(writer, indexUid),
    health: () => reader.isHealthy(),
  };
}

async function search(client: Meilisearch, indexUid: string, asked: SearchQuery): Promise<SearchPage> {
  const terms = asked.match === "all" ? asked.query.terms : asked.query.terms.filter(isUsable);
  const query = { ...asked.query, terms };
  const chosen = chosenFacets(asked.filters);
  const open = FACETS.filter((name) => !chosen.some(([facet]) => facet === name));
  const common = { indexUid, q: queryText(query, foldedWord), ...strategy(asked) };
  const shown = { attributesToRetrieve: ["document"], sort: SORT[asked.sort] };
  const inTones = asked.sort === "relevance" && asked.match === "all" && carriesTones(query);
  const reachable = Math.max(0, Math.min(asked.limit, MOST_COUNTED - asked.offset));
  const queries: MultiSearchQuery[] = [
    // Asked for by pages, the number of hits is exact.
    { ...common, hitsPerPage: 0, page: 1, filter: filterOf(asked.filters), facets: open },
    ...chosen.map(([name]) => ({
      ...common,
      hitsPerPage: 0,
      page: 1,
      filter: filterOf({ ...asked.filters, [name]: [] }),
      facets: [name],
    })),
    ...(inTones
      ? []
      : [{ ...common, ...shown, filter: filterOf(asked.filters), offset: asked.offset, limit: reachable }]),
  ];
  const [counted, documents] = await Promise.all([
    client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries }),
    inTones
      ? byTones(client, { ...common, ...shown, filter: filterOf(asked.filters) }, query, asked.offset, reachable)
      : null,
  ]);
  const [first] = counted.results;
  const total = Number(first && "totalHits" in first ? first.totalHits : 0);
  return {
    total: Math.min(total, MOST_COUNTED),
    totalIsLowerBound: total > MOST_COUNTED,
    documents: documents ?? counted.results.at(-1)?.hits.map((hit) => hit.document) ?? [],
    facets: facetsOf(counted.results.map((result) => result.facetDistribution ?? {})),
  };
}

/** Hits whose words stand as typed, then all others: two weighted queries merged by the server. */
async function byTones(
  client: Meilisearch,
  common: MultiSearchQuery,
  query: ParsedQuery,
  offset: number,
  limit: number,
): Promise<SearchDocument[]> {
  const answer = await client.multiSearch<
    { federation: { offset: number; limit: number }; queries: MultiSearchQueryWithFederation[] },
    Hit
  >({
    federation: { offset, limit },
    queries: [
      {
        ...common,
        q: queryText(query, writtenWord),
        attributesToSearchOn: WRITTEN_FIELDS,
        federationOptions: { weight: 1 },
      },
      { ...common, attributesToSearchOn: FOLDED_FIELDS, federationOptions: { weight: 0.000_1 } },
    ],
  });
  return answer.hits.map((hit) => hit.document);
}

function strategy({ match }: SearchQuery): Pick<SearchParams, "matchingStrategy"> {
  return { matchingStrategy: match === "all" ? "all" : "frequency" };
}

function isUsable(term: Term): boolean {
  return term.known || term.prefix || term.near.length > 0;
}

function carriesTones(query: ParsedQuery): boolean {
  return [...query.terms, ...query.phrases.flat()].some((word) => word.toned !== word.folded);
}

function foldedWord(word: Word): string {
  return word.folded;
}

/** Words are letters and digits alone: what has a meaning in this text, we put there. */
function queryText(query: ParsedQuery, spell: (word: Word) => string): string {
  const words = query.terms.map((term) => {
    const guessed = term.near.length > 0 || term.prefix;
    // In quotation marks a word is neither the beginning of another nor a slip for it.
    return guessed || term.folded.length < 5 ? spell(term) : `"${spell(term)}"`;
  });
  const phrases = query.phrases.map((phrase) => `"${phrase.map(spell).join(" ")}"`);
  const excluded = query.excluded.map((word) => `-"${word}"`);
  const open = query.terms.at(-1)?.prefix;
  return open ? [...excluded, ...phrases, ...words].join(" ") : `${[...words, ...phrases, ...excluded].join(" ")} `;
}

function filterOf(filters: Filters): string[] {
  return chosenFacets(filters).map(
    ([name, values]) => `${name} IN [${values.map((value) => JSON.stringify(value)).join(", ")}]`,
  );
}

function facetsOf(distributions: readonly Distribution[]): Facets {
  const facets = noFacets();
  for (const [name, counts] of distributions.flatMap((distribution) => Object.entries(distribution))) {
    const facet = FACETS.find((one): one is FacetName => one === name);
    if (!facet) continue;
    const found = Object.entries(counts ?? {}).map(([value, count]) => ({ value, count }));
    facets[facet] = orderedCounts(found.filter(({ count }) => count > 0));
  }
  return facets;
}

const prepared = new WeakMap<Meilisearch, Promise<void>>();

/** The index is there with its settings before anything is written: an index made by a write would have none. */
function prepare(client: Meilisearch, indexUid: string): Promise<void> {
  const known = prepared.get(client);
  if (known) return known;
  const promise = create(client, indexUid);
  prepared.set(client, promise);
  promise.catch(() => prepared.delete(client));
  return promise;
}

async function create(client: Meilisearch, indexUid: string): Promise<void> {
  await client.createIndex(indexUid, { primaryKey: "id" }).waitTask({ timeout: TASK_WITHIN_MS });
  await done(client.index(indexUid).updateSettings(SETTINGS).waitTask({ timeout: TASK_WITHIN_MS }));
}

async function rebuild(
  client: Meilisearch,
  index: string,
  indexUid: string,
  batches: AsyncIterable<readonly Parameters<typeof recordOf>[0][]>,
): Promise<void> {
  await prepare(client, indexUid);
  const next = `${indexUid}-next-${Date.now()}`;
  await create(client, next);
  let last: { taskUid: number } | undefined;
  for await (const batch of batches) {
    if (batch.length > 0) last = await client.index(next).addDocuments(batch.map(recordOf), { primaryKey: "id" });
  }
  if (last) await done(client.tasks.waitForTask(last.taskUid, { timeout: TASK_WITHIN_MS }));
  await done(client.swapIndexes([{ indexes: [indexUid, next], rename: false }]).waitTask({ timeout: TASK_WITHIN_MS }));
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  const old = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${index}-`) && uid !== indexUid);
  for (const uid of old) await client.deleteIndex(uid);
}

async function done(task: Promise<{ status: string; error?: { message: string } | null | undefined }>): Promise<void> {
  const { status, error } = await task;
  if (status !== "succeeded") throw new Error(`Meilisearch could not do its task: ${error?.message ?? status}`);
}

const PAGE = 1_000;

async function versions(client: Meilisearch, indexUid: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  try {
    // An index that a write made after the server lost its data has no settings: it counts as empty.
    const settings = await client.index(indexUid).getSettings();
    if (settings.pagination?.maxTotalHits !== MOST_HITS) return found;
    for (let offset = 0; ; offset += PAGE) {
      const page = await client
        .index<MeilisearchRecord>(indexUid)
        .getDocuments({ fields: ["id", "version"], limit: PAGE, offset });
      for (const { id, version } of page.results) found.set(id, version);
      if (page.results.length < PAGE) break;
    }
  } catch (error) {
    if (!(error instanceof MeilisearchApiError && error.cause?.code === "index_not_found")) throw error;
  }
  return found;
}
