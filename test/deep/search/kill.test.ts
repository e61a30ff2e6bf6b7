import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { checkedSearch, endOf, pause, startWorker } from "#test/deep/search/worker.ts";
import { bitsThatLie } from "#test/search/engines/bits.ts";
import {
  idleMeilisearch,
  meilisearchProgram,
  startMeilisearch,
  type TestMeilisearch,
} from "#test/search/meilisearch.ts";
import { aResult } from "#test/search/records.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";

const RESULTS = 40;
const CHANGES = 2_000;
const WORKER_KILLS = 10;
const MEILISEARCH_KILLS = 2;
const WORDS = ["bơm", "lưới", "máy sấy", "cảm biến", "hạt giống", "drone", "thép", "nam châm", "đất hiếm", "tảo"];

describe.skipIf(meilisearchProgram() === null)("kills while 2,000 changes go into the index", () => {
  withTestDatabase();
  let server: TestMeilisearch;
  let folder: string;
  let owner: pg.Client;

  beforeAll(async () => {
    server = await startMeilisearch();
    folder = await mkdtemp(path.join(tmpdir(), "ba-nha-search-kill-"));
    owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  /** One change with its row of the outbox, as a command writes them: other words, taken back, or public again. */
  async function change(id: string): Promise<void> {
    const title = { vi: `${pick(WORDS)} ${pick(WORDS)} ${randomInt(1_000)}` };
    const back = randomInt(5) === 0;
    await owner.query("BEGIN");
    await owner.query(
      back
        ? `UPDATE result SET withdrawn_at = CASE state WHEN 'WITHDRAWN' THEN NULL ELSE now() END,
             withdrawal_reason = CASE state WHEN 'WITHDRAWN' THEN NULL ELSE 'Rút theo đề nghị' END,
             state = CASE state WHEN 'WITHDRAWN' THEN 'PUBLISHED' ELSE 'WITHDRAWN' END::"ResultState" WHERE id = $1`
        : "UPDATE result SET title = $2 WHERE id = $1",
      back ? [id] : [id, title],
    );
    await owner.query("INSERT INTO outbox (topic, payload) VALUES ('search', $1)", [{ type: "result", id }]);
    await owner.query("COMMIT");
  }

  test("ten of the worker and two of Meilisearch leave nothing missing, nothing extra and nothing stale", {
    timeout: 1_200_000,
  }, async () => {
    const ids: string[] = [];
    for (let n = 0; n < RESULTS; n += 1) ids.push(await aResult("PUBLISHED", { code: `KQ-2026-${9_000 + n}` }));
    await owner.query("ALTER TABLE result DISABLE TRIGGER USER");
    const kills = { worker: 0, meilisearch: 0 };
    let made = 0;
    let worker = startWorker(testDatabase(), folder, server.url);
    const changing = (async () => {
      for (; made < CHANGES; made += 1) {
        await change(pick(ids));
        // No faster than the kills come.
        while (made >= ((kills.worker + 1) * CHANGES) / (WORKER_KILLS + 1)) await pause(20);
      }
    })();
    while (kills.worker < WORKER_KILLS) {
      await pause(randomInt(2_500, 6_000));
      await endOf(worker, "SIGKILL");
      kills.worker += 1;
      if (kills.worker % 4 === 3 && kills.meilisearch < MEILISEARCH_KILLS) {
        await server.kill();
        kills.meilisearch += 1;
      }
      worker = startWorker(testDatabase(), folder, server.url);
      if (kills.worker % 4 === 1 && kills.worker > 1) await server.start();
    }
    await changing;
    await owner.query("ALTER TABLE result ENABLE TRIGGER USER");
    const begun = performance.now();
    await expect.poll(waiting, { timeout: 300_000, interval: 500 }).toBe(0);
    await idleMeilisearch(server.url);
    await expect
      .poll(async () => (await checkedSearch(testDatabase(), server.url)).agrees, { timeout: 300_000, interval: 2_000 })
      .toBe(true);
    const { said } = await checkedSearch(testDatabase(), server.url);
    await endOf(worker, "SIGTERM");
    const caughtUp = ((performance.now() - begun) / 1_000).toFixed(1);
    console.info(`${made} changes, ${kills.worker} kills of the worker, ${kills.meilisearch} of Meilisearch;
caught up in ${caughtUp} s\n${said}`);
    expect(said.match(/\b0 missing, 0 stale, 0 extra/g)).toHaveLength(2);
    expect(await bitsThatLie()).toEqual([]);
    expect({ made, ...kills }).toEqual({ made: CHANGES, worker: WORKER_KILLS, meilisearch: MEILISEARCH_KILLS });
  });
});

function pick<Item>(items: readonly Item[]): Item {
  const item = items[randomInt(items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

async function waiting(): Promise<number> {
  const { rows } = await pool().query<{ waiting: number }>(
    "SELECT count(*)::int AS waiting FROM outbox WHERE topic = 'search' AND done_at IS NULL",
  );
  return rows[0]?.waiting ?? -1;
}
