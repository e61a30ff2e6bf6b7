import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { type Engines, makeEngines } from "#search/engine.server.ts";
import { meilisearchEngine } from "#search/engines/meilisearch.server.ts";
import { find } from "#search/find.server.ts";
import { fillInitiatives } from "#test/bench/fill-initiatives.ts";
import { checkedSearch, endOf, memoryOf, pause, startWorker } from "#test/deep/search/worker.ts";
import { meilisearchProgram, startMeilisearch, type TestMeilisearch } from "#test/search/meilisearch.ts";
import { urlAt } from "#test/setup/cluster.ts";
import { testCluster, testDatabase, withTestDatabase } from "#test/setup/database.ts";

const SIZE = Number(process.env["DEEP_SIZE"] ?? 100_000);
const MOST_MB = 300;

describe.skipIf(meilisearchProgram() === null)(`an index of ${SIZE} documents`, () => {
  withTestDatabase();
  let server: TestMeilisearch;
  let folder: string;
  let engines: Engines;

  beforeAll(async () => {
    server = await startMeilisearch();
    folder = await mkdtemp(path.join(tmpdir(), "ba-nha-search-size-"));
    engines = makeEngines(meilisearchEngine({ url: server.url, key: null }));
    const adminUrl = urlAt(testCluster().adminUrl, testDatabase().name);
    await fillInitiatives(adminUrl, SIZE);
    await asAdmin(adminUrl, async (client) => {
      await client.query("SET session_replication_role = replica");
      await client.query(ALL_PUBLIC);
      await client.query("VACUUM ANALYZE initiative");
    });
  }, 600_000);
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function asked(within: Engines, text: string) {
    const request = { text, filters: {}, sort: "newest", limit: 10, offset: 0, lang: "vi" } as const;
    const { engine, degraded, total, facets } = await find(request, within);
    return { engine, degraded, total, accepted: facets.stage.find(({ value }) => value === "ACCEPTED")?.count ?? 0 };
  }

  const all = { total: Math.min(SIZE, 10_000), accepted: SIZE };

  test("is filled by a worker whose memory stays flat, and checks out", { timeout: 3_600_000 }, async () => {
    const begun = performance.now();
    const worker = startWorker(testDatabase(), folder, server.url);
    let most = 0;
    let last = { postgres: 0, meilisearch: 0 };
    const isFull = () => last.postgres === all.accepted && last.meilisearch === all.accepted;
    while (!isFull()) {
      expect(worker.exitCode, "the worker ended").toBeNull();
      const [postgres, both] = await Promise.all([asked(makeEngines(null), "đất hiếm"), asked(engines, "đất hiếm")]);
      most = Math.max(most, memoryOf(worker));
      last = { postgres: postgres.accepted, meilisearch: both.engine === "meilisearch" ? both.accepted : 0 };
      await pause(200);
    }
    const tookS = Math.round((performance.now() - begun) / 1_000);
    await endOf(worker, "SIGTERM");
    console.info(`${SIZE} documents in ${tookS} s; the worker held ${Math.round(most)} MB at most`);
    expect(most).toBeLessThan(MOST_MB);
    const { agrees, said } = await checkedSearch(testDatabase(), server.url);
    expect(agrees, said).toBe(true);
  });

  test("is built anew while every answer is whole, and the memory of that stays flat", {
    timeout: 3_600_000,
  }, async () => {
    const { appUrl, ownerUrl } = testDatabase();
    const rebuild = spawn(process.execPath, ["--import", "tsx", "search/commands/rebuild.ts"], {
      env: {
        ...{ NODE_ENV: "test", PATH: process.env["PATH"] ?? "", LOG_LEVEL: "fatal", MEILISEARCH_URL: server.url },
        ...{ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl },
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    let most = 0;
    let asks = 0;
    let late = 0;
    while (rebuild.exitCode === null) {
      const answers = await Promise.all([
        asked(makeEngines(null), "đất hiếm"),
        asked(engines, "dat hiem"),
        asked(makeEngines(null), ""),
      ]);
      // Whole whichever engine gives it: where Meilisearch is slower than a second, PostgreSQL does.
      const whole = answers.map(({ total, accepted }) => ({ total, accepted }));
      expect(whole, `answers after ${asks}`).toEqual([all, all, all]);
      asks += answers.length;
      late += answers.filter(({ degraded }) => degraded).length;
      most = Math.max(most, memoryOf(rebuild));
      await pause(100);
    }
    const held = `the rebuild held ${Math.round(most)} MB at most`;
    console.info(`${asks} whole answers, of Meilisearch's ${late} late and given by PostgreSQL; ${held}`);
    expect(rebuild.exitCode).toBe(0);
    expect(late).toBeLessThan(asks / 100);
    expect(most).toBeLessThan(2 * MOST_MB);
    expect((await checkedSearch(testDatabase(), server.url)).agrees).toBe(true);
  });
});

// All public and none in the middle of anything, so that no clock changes one meanwhile.
const ALL_PUBLIC = `
  UPDATE obligation SET done_at = now() WHERE done_at IS NULL;
  UPDATE initiative SET state = 'ACCEPTED', public_at = coalesce(public_at, submitted_at),
    problem = repeat('Nam châm cũ nằm trong bãi thải số ' || (hashtext(code) % 1000) || ', chưa ai gom lại. ', 10)`;
