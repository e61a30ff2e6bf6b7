// npm run bench, its search part: both engines side by side in one run, at 10 000 and at 100 000 documents, and what the
// portal carries of it. Ratios travel between machines; milliseconds do not.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { startEmbedded } from "#prisma/embedded/start.server.ts";
import { applyMigrations } from "#prisma/migrations-runner/apply.server.ts";
import { loadReference } from "#prisma/reference/load.ts";
import type { SearchDocument } from "#search/document.ts";
import { makeEngines } from "#search/engine.server.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { find } from "#search/find.server.ts";
import { rebuildMirror } from "#search/sync.server.ts";
import { inventDocuments } from "#test/bench/invent.ts";
import { underLoad } from "#test/bench/search/under-load.ts";
import { meilisearchProgram, startMeilisearch } from "#test/search/meilisearch.ts";

const SIZES = (process.env["BENCH_SIZES"] ?? "10000,100000").split(",").map(Number);
const ROUNDS = 20;
const BATCH = 500;

/** What people ask, from a word that most documents have to one that few have. */
const QUERIES: [name: string, text: string, filters?: Record<string, string[]>][] = [
  ["the commonest word", "và"],
  ["a common word", "công nghệ"],
  ["two words without tones", "dat hiem"],
  ["two words with tones", "đất hiếm"],
  ["four words", "thu hồi nam châm đất hiếm"],
  ["a typing error", "semicondutor"],
  ["a beginning", "semicond"],
  ["a code", "KQ-2026-4711"],
  ["filters alone", "", { type: ["result"], province: ["48", "79"] }],
  ["nothing but everything", ""],
  ["the commonest under filters", "và", { type: ["result"], trl: ["7", "8", "9"] }],
  ["a word under filters", "pin", { type: ["result"], trl: ["7", "8", "9"] }],
  ["a question", "làm thế nào để thu hồi đất hiếm từ nam châm cũ với giá rẻ nhất"],
];

/** What the portal is asked under load, common one-word queries among it. */
const COMMON_WORDS = ["và", "nghệ", "công nghệ", "pin", "đất hiếm", "thu hồi nam châm"];

/** Questions of which none comes again within a second: what is kept in memory answers none of them. */
const OTHERS = 600;

const folder = await mkdtemp(path.join(tmpdir(), "ba-nha-bench-"));
await chmod(folder, 0o711);
const database = await startEmbedded({ folder, forTests: true });
const server = meilisearchProgram() ? await startMeilisearch() : null;
try {
  await applyMigrations({ ownerUrl: database.ownerUrl, appUrl: database.appUrl });
  await loadReference(database.ownerUrl);
  openDatabase(database.appUrl);
  let filled = 0;
  for (const size of SIZES) {
    await fill(inventDocuments(filled, size));
    filled = size;
    await compare(size);
  }
  const { appUrl, ownerUrl } = database;
  const others = inventDocuments(0, OTHERS).map(({ title }) => (title.vi ?? "").split(" ").slice(0, 2).join(" "));
  await underLoad(COMMON_WORDS, others, { appUrl, ownerUrl, folder, meilisearchUrl: server?.url ?? null }, say);
  await closeDatabase();
} finally {
  await server?.stop();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function fill(documents: SearchDocument[]): Promise<void> {
  const begun = performance.now();
  const engine = postgresEngine();
  for (let at = 0; at < documents.length; at += BATCH) {
    await engine.upsert(documents.slice(at, at + BATCH).map(versioned));
  }
  say(`PostgreSQL took ${documents.length} documents in ${seconds(begun)} s`);
  // What autovacuum does in its own time.
  await asAdmin(database.ownerUrl, (client) => client.query("VACUUM ANALYZE search_document, search_word"));
  if (!server) return;
  const again = performance.now();
  await rebuildMirror(meilisearchEngine({ url: server.url, key: null }));
  say(`Meilisearch was rebuilt in ${seconds(again)} s`);
}

async function compare(size: number): Promise<void> {
  const postgres = makeEngines(null);
  const both = server ? makeEngines(meilisearchEngine({ url: server.url, key: null })) : null;
  say(`\n${size} documents              hits   PostgreSQL p50   p95 ms   Meilisearch p50   p95 ms   ratio p50   p95`);
  for (const [name, text, filters = {}] of QUERIES) {
    const request = { text, filters, sort: "relevance", limit: 10, offset: 0, lang: "vi" } as const;
    const times: { postgres: number[]; meilisearch: number[] } = { postgres: [], meilisearch: [] };
    let total = 0;
    // By turns, so that whatever else the machine does falls on both.
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      total = (await find(request, postgres)).total;
      times.postgres.push(performance.now() - begun);
      if (!both) continue;
      const again = performance.now();
      const { degraded } = await find(request, both);
      if (degraded) say(`  (Meilisearch did not answer "${text}" in time)`);
      times.meilisearch.push(performance.now() - again);
    }
    const [p50, p95] = [quantile(times.postgres, 0.5), quantile(times.postgres, 0.95)];
    const [m50, m95] = [quantile(times.meilisearch, 0.5), quantile(times.meilisearch, 0.95)];
    const figures = [p50, p95, m50, m95, p50 / m50, p95 / m95].map((value) => value.toFixed(1).padStart(9));
    say(`${name.padEnd(26)} ${String(total).padStart(6)} ${figures.join(" ")}`);
  }
}

function quantile(times: readonly number[], at: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * at))] ?? Number.NaN;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
