import {
  Meilisearch,
  MeilisearchApiError,
  type MultiSearchQuery,
  type MultiSearchQueryWithFederation,
} from "meilisearch";
import type { SearchDocument, VersionedDocument } from "#search/document.ts";
import {
  carriesTones,
  filterOf,
  foldedWord,
  queryText,
  quotedOrLoose,
  saysOtherwise,
  typedText,
} from "#search/engines/meilisearch-query.ts";
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
import { chosenFacets, FACETS, type FacetName, type Facets, noFacets, orderedCounts } from "#search/facets.ts";
import {
  MOST_COUNTED,
  type SearchEngine,
  type SearchPage,
  type SearchQuery,
  type SimilarDocument,
  type SimilarQuery,
  type Sort,
  similarOf,
} from "#search/port.ts";
import type { ParsedQuery } from "#search/query.ts";

export type MeilisearchAddress = { url: string; key: string | null; index?: string };

const ANSWER_WITHIN_MS = 1_000;
const WRITE_WITHIN_MS = 30_000;
const TASK_WITHIN_MS = 10 * 60_000;
/** Documents take minutes: each look at them leaves a listener behind for as long as they take. */
const LOOK_EVERY_MS = 500;

const SORT: Record<Sort, string[]> = {
  relevance: [],
  newest: ["publishedAt:desc"],
  updated: ["updatedAt:desc"],
  trl: ["level:desc"],
};

type Hit = { document: SearchDocument };
type Distribution = Partial<Record<string, Record<string, number>>>;

/** The engine for portals with a Meilisearch server. A search is one request; two where few have the words as typed. */
export function meilisearchEngine({ url, key, index = "ba-nha" }: MeilisearchAddress): SearchEngine {
  // Packing an answer costs both sides more than it saves between neighbours.
  const requestInit = { headers: { "Accept-Encoding": "identity" } };
  const access = { host: url, requestInit, ...(key === null ? {} : { apiKey: key }) };
  const reader = new Meilisearch({ ...access, timeout: ANSWER_WITHIN_MS });
  const writer = new Meilisearch({ ...access, timeout: WRITE_WITHIN_MS });
  const indexUid = `${index}-${settingsName()}`;
  return {
    name: "meilisearch",
    search: (query) => search(reader, indexUid, query),
    similar: (query) => similar(reader, indexUid, query),
    upsert: async (documents) => {
      if (documents.length === 0) return;
      await requireIndex(writer, indexUid);
      await writer.index(indexUid).addDocuments(documents.map(recordOf), { primaryKey: "id" });
    },
    remove: async (ids) => {
      if (ids.length === 0) return;
      await requireIndex(writer, indexUid);
      await writer.index(indexUid).deleteDocuments([...ids]);
    },
    rebuild: (documents) => rebuild(writer, index, indexUid, documents),
    versions: () => versions(writer, indexUid),
    health: () => reader.isHealthy(),
  };
}

async function search(client: Meilisearch, indexUid: string, asked: SearchQuery): Promise<SearchPage> {
  const { query, filters, published, sort, offset } = asked;
  const chosen = chosenFacets(filters);
  const open = FACETS.filter((name) => !chosen.some(([facet]) => facet === name));
  const common = { indexUid, q: queryText(query, quotedOrLoose), matchingStrategy: "all" as const };
  const shown = { attributesToRetrieve: ["document"], sort: SORT[sort], filter: filterOf(filters, published) };
  const limit = Math.max(0, Math.min(asked.limit, MOST_COUNTED - offset));
  const [best] = sort === "relevance" ? asTyped(query) : [];
  const isPage = !best && limit > 0 && offset % limit === 0;
  // Asked for by pages, the number of hits is exact.
  const page = isPage ? { page: offset / limit + 1, hitsPerPage: limit } : { page: 1, hitsPerPage: 0 };
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({
    queries: [
      { ...common, ...shown, ...page, facets: open },
      ...chosen.map(([name]) => {
        const filter = filterOf({ ...filters, [name]: [] }, published);
        return { ...common, hitsPerPage: 0, page: 1, filter, facets: [name] };
      }),
      ...(isPage ? [] : [{ ...common, ...shown, ...best, offset, limit }]),
    ],
  });
  const [first] = results;
  const total = Number(first && "totalHits" in first ? first.totalHits : 0);
  const hits = (isPage ? first : results.at(-1))?.hits.map((hit) => hit.document) ?? [];
  const isWhole = !best || hits.length === Math.min(limit, Math.max(0, total - offset));
  return {
    total: Math.min(total, MOST_COUNTED),
    totalIsLowerBound: total > MOST_COUNTED,
    documents: isWhole ? hits : await typedFirst(client, { ...common, ...shown }, query, offset, limit),
    facets: facetsOf(results.map((result) => result.facetDistribution ?? {})),
  };
}

type AsTyped = { q: string; attributesToSearchOn: string[] };

/** What asks for the words as typed: with their tones, then without but no others for the same. */
function asTyped(query: ParsedQuery): AsTyped[] {
  return [
    ...(carriesTones(query)
      ? [
          {
            q: queryText(query, (term) => typedText(term, writtenWord), writtenWord),
            attributesToSearchOn: WRITTEN_FIELDS,
          },
        ]
      : []),
    ...(saysOtherwise(query)
      ? [{ q: queryText(query, (term) => typedText(term, foldedWord)), attributesToSearchOn: FOLDED_FIELDS }]
      : []),
  ];
}

/** Hits whose words stand as typed, with the tones, then without, then all others: weighted queries merged by the server. */
async function typedFirst(
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
      ...asTyped(query).map((best, index) => ({ ...common, ...best, federationOptions: { weight: 0.01 ** index } })),
      { ...common, attributesToSearchOn: FOLDED_FIELDS, federationOptions: { weight: 0.000_1 } },
    ],
  });
  return answer.hits.map((hit) => hit.document);
}

/** One request, with one query for each word: its own ranking wants most words of a text, not any. */
async function similar(
  client: Meilisearch,
  indexUid: string,
  { words, types, except, limit }: SimilarQuery,
): Promise<SimilarDocument[]> {
  if (words.length === 0) return [];
  const queries = words.map(({ word }) => ({
    indexUid,
    q: `"${word}"`,
    attributesToSearchOn: ["title", "teaser"],
    attributesToRetrieve: ["document"],
    filter: filterOf({ type: types }),
    limit: limit + 1,
  }));
  const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries });
  const found = new Map<string, { document: SearchDocument; score: number }>();
  for (const [index, { hits }] of results.entries()) {
    for (const { document } of hits) {
      const score = (found.get(document.id)?.score ?? 0) + (words[index]?.weight ?? 0);
      if (document.code !== except) found.set(document.id, { document, score });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1))
    .slice(0, limit)
    .map(({ document }) => similarOf(document));
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

const found = new WeakSet<Meilisearch>();

/**
 * An index comes into being whole, by a rebuild: one that a write made would lack its settings, and one that is only
 * begun would answer as if nothing else were there. Until then whoever searches is answered by the other engine.
 */
async function requireIndex(client: Meilisearch, indexUid: string): Promise<void> {
  if (found.has(client)) return;
  if (!(await isBuilt(client, indexUid))) throw new Error(`Meilisearch has no index ${indexUid} yet`);
  found.add(client);
}

async function isBuilt(client: Meilisearch, indexUid: string): Promise<boolean> {
  try {
    const settings = await client.index(indexUid).getSettings();
    return settings.pagination?.maxTotalHits === MOST_HITS;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === "index_not_found") return false;
    throw error;
  }
}

async function rebuild(
  client: Meilisearch,
  index: string,
  indexUid: string,
  batches: AsyncIterable<readonly VersionedDocument[]>,
): Promise<void> {
  const next = `${indexUid}-next-${Date.now()}`;
  await done(client.createIndex(next, { primaryKey: "id" }).waitTask({ timeout: TASK_WITHIN_MS }));
  await done(client.index(next).updateSettings(SETTINGS).waitTask({ timeout: TASK_WITHIN_MS }));
  const tasks: number[] = [];
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    tasks.push((await client.index(next).addDocuments(batch.map(recordOf), { primaryKey: "id" })).taskUid);
  }
  const patience = { timeout: TASK_WITHIN_MS, interval: LOOK_EVERY_MS };
  for (const task of tasks) await done(client.tasks.waitForTask(task, patience));
  const { results: before } = await client.getRawIndexes({ limit: 1_000 });
  // Where there is no index to change places with, the new one takes the name.
  const rename = !before.some(({ uid }) => uid === indexUid);
  await done(client.swapIndexes([{ indexes: [next, indexUid], rename }]).waitTask({ timeout: TASK_WITHIN_MS }));
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  const old = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${index}-`) && uid !== indexUid);
  for (const uid of old) await client.deleteIndex(uid);
}

async function done(task: Promise<{ status: string; error?: { message: string } | null | undefined }>): Promise<void> {
  const { status, error } = await task;
  if (status !== "succeeded") throw new Error(`Meilisearch could not do its task: ${error?.message ?? status}`);
}

const PAGE = 1_000;

async function* versions(client: Meilisearch, indexUid: string) {
  // An index that a write made after the server lost its data has no settings: it counts as empty.
  if (!(await isBuilt(client, indexUid))) return;
  const fields = ["id", "version"] as const;
  for (let offset = 0; ; offset += PAGE) {
    const documents = client.index<MeilisearchRecord>(indexUid);
    const { results } = await documents.getDocuments({ fields: [...fields], limit: PAGE, offset });
    yield new Map(results.map(({ id, version }) => [id, version]));
    if (results.length < PAGE) return;
  }
}
