// What the portal's /api/v1/search carries with ten connections, beside the engine's own call: for PostgreSQL a bare
// server that sends the same SQL, for Meilisearch its own HTTP search for the same words, facets and number of hits.
import { countQueries, type Statement } from "#prisma/query-count.server.ts";
import { makeEngines } from "#search/engine.server.ts";
import { queryText, quotedOrLoose } from "#search/engines/meilisearch-query.ts";
import { settingsName } from "#search/engines/meilisearch-record.server.ts";
import { FACETS } from "#search/facets.ts";
import { find } from "#search/find.server.ts";
import { readQuery } from "#search/query.ts";
import { understand } from "#search/vocabulary.server.ts";
import { end, PORTAL_URL, type Request, rate, rateOfBare, startPortal } from "#test/bench/beside-bare.ts";

const LIMIT = 20;

export type Place = { appUrl: string; ownerUrl: string; folder: string; meilisearchUrl: string | null };

/**
 * Says, engine by engine, what the portal carries of these words, each alone and all in turns, then of `others`, of which
 * none comes again while its answer is kept, and what the bare engine does.
 */
export async function underLoad(
  words: readonly string[],
  others: readonly string[],
  place: Place,
  say: (line: string) => void,
): Promise<void> {
  const sets = [
    ...words.map((word) => ({ name: `"${word}"`, asked: [word] })),
    { name: "all in turns", asked: words },
    { name: `${others.length} others`, asked: others },
  ];
  say(`\nTen connections, answers a second                  portal      bare   bare / portal`);
  await carried("postgres", sets, place, say);
  if (place.meilisearchUrl) await carried("meilisearch", sets, place, say);
}

type Asked = { name: string; asked: readonly string[] };

async function carried(engine: string, sets: readonly Asked[], place: Place, say: (line: string) => void) {
  const { appUrl, ownerUrl, folder, meilisearchUrl } = place;
  const isBase = engine === "postgres";
  const portal = await startPortal({
    ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_FOLDER: folder },
    ...(isBase || meilisearchUrl === null ? {} : { MEILISEARCH_URL: meilisearchUrl }),
  });
  try {
    for (const { name, asked } of sets) {
      const through = await rate(PORTAL_URL, {}, asked.map(askPortal));
      const bare = isBase
        ? await rateOfBare(await inOrder(asked, statementsFor), appUrl, folder)
        : await rate(meilisearchUrl ?? "", {}, await inOrder(asked, askMeilisearch));
      const figures = [through, bare].map((value) => String(value).padStart(9)).join(" ");
      say(`${`${engine}: ${name}`.padEnd(48)} ${figures} ${(bare / through).toFixed(1).padStart(9)}`);
    }
  } finally {
    await end(portal);
  }
}

function askPortal(word: string): Request {
  return { path: `/api/v1/search?${new URLSearchParams({ q: word, limit: String(LIMIT) })}` };
}

async function inOrder<Made>(asked: readonly string[], make: (word: string) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const word of asked) made.push(await make(word));
  return made;
}

async function statementsFor(word: string): Promise<Statement[]> {
  const request = { text: word, filters: {}, sort: "relevance", limit: LIMIT, offset: 0, lang: "vi" } as const;
  // The engine's own call alone: not what the vocabulary is asked.
  const { statements } = await countQueries(() => find(request, makeEngines(null)));
  return statements.filter(({ name }) => name?.startsWith("search "));
}

async function askMeilisearch(word: string): Promise<Request> {
  const { query } = await understand(readQuery(word));
  const body = { q: queryText(query, quotedOrLoose), facets: FACETS, limit: LIMIT, attributesToRetrieve: ["document"] };
  return {
    path: `/indexes/ba-nha-${settingsName()}/search`,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...body, matchingStrategy: "all" }),
  };
}
