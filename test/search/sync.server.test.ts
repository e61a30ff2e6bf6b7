import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import type { VersionedDocument } from "#search/document.ts";
import { currentDocuments } from "#search/documents/current.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { allVersions, type SearchEngine } from "#search/port.ts";
import {
  drainSearch,
  mirrorDifference,
  needsSyncAll,
  rebuildMirror,
  repairMirror,
  syncAll,
  syncSubjects,
} from "#search/sync.server.ts";
import { aResult, withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

/** A second engine that remembers what it was told, and can be away. */
function recorder() {
  const held = new Map<string, VersionedDocument>();
  let away = false;
  function present() {
    if (away) throw new Error("away");
  }
  const engine: SearchEngine = {
    name: "meilisearch",
    search: () => Promise.reject(new Error("it only records")),
    similar: () => Promise.reject(new Error("it only records")),
    upsert: async (documents) => {
      present();
      for (const document of documents) held.set(document.id, document);
    },
    remove: async (ids) => {
      present();
      for (const id of ids) held.delete(id);
    },
    rebuild: async (batches) => {
      present();
      const next = new Map<string, VersionedDocument>();
      for await (const batch of batches) for (const document of batch) next.set(document.id, document);
      held.clear();
      for (const [id, document] of next) held.set(id, document);
    },
    versions: async function* () {
      present();
      yield new Map([...held].map(([id, { version }]) => [id, version]));
    },
    health: async () => !away,
  };
  return {
    engine,
    held,
    leave: () => {
      away = true;
    },
    comeBack: () => {
      away = false;
    },
  };
}

async function indexed(): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ id: string; version: string }>("SELECT id, version FROM search_document");
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** What the records say should be found, and the words that may be suggested. */
async function wanted(ids: readonly string[]): Promise<Map<string, string>> {
  const subjects = ids.map((id) => ({ type: "result" as const, id }));
  const documents = (await currentDocuments(pool(), subjects)).map(versioned);
  return new Map(documents.map((document) => [document.id, document.version]));
}

const ids: string[] = [];

beforeAll(async () => {
  for (const number of [1, 2, 3]) ids.push(await aResult("PUBLISHED", { code: `KQ-2026-000${number}` }));
  // From here on states and titles go back and forth as no command would let them.
  await withoutGuards([], async (client) => {
    await client.query("ALTER TABLE result DISABLE TRIGGER USER");
  });
});

beforeEach(async () => {
  await pool().query("UPDATE result SET state = 'PUBLISHED', title = '{\"vi\":\"Pin\"}'");
  await pool().query("DELETE FROM outbox");
  await syncAll();
});

async function change(id: string, state: "PUBLISHED" | "WITHDRAWN", word: string): Promise<void> {
  await pool().query(
    "UPDATE result SET state = $2::\"ResultState\", title = jsonb_build_object('vi', $3::text) WHERE id = $1",
    [id, state, word],
  );
}

async function leave(...given: string[]): Promise<void> {
  for (const id of given) {
    await pool().query("INSERT INTO outbox (topic, payload) VALUES ('search', $1)", [{ type: "result", id }]);
  }
}

async function vocabulary(): Promise<[string, number][]> {
  const { rows } = await pool().query<{ word: string; documents: number }>(
    "SELECT word, documents FROM search_word ORDER BY word",
  );
  return rows.map(({ word, documents }) => [word, documents]);
}

describe("however messages are doubled, delayed or taken out of order", () => {
  type Op = { record: number; state: "PUBLISHED" | "WITHDRAWN"; word: string };
  const op: fc.Arbitrary<Op> = fc.record({
    record: fc.nat({ max: 2 }),
    state: fc.constantFrom("PUBLISHED", "WITHDRAWN"),
    word: fc.constantFrom("Pin", "Chíp", "Đất hiếm", "Máy sấy"),
  });
  /** After each change some of the messages so far are delivered, perhaps two deliveries at once. */
  const story = fc.array(fc.tuple(op, fc.array(fc.nat({ max: 7 }), { maxLength: 3 }), fc.boolean()), {
    minLength: 1,
    maxLength: 6,
  });

  test("both indexes end as the records say", { timeout: 300_000 }, async () => {
    const runs = Number(process.env["SYNC_RUNS"] ?? 100);
    await fc.assert(
      fc.asyncProperty(story, fc.infiniteStream(fc.nat()), async (steps, random) => {
        const mirror = recorder();
        await rebuildMirror(mirror.engine);
        const messages: string[] = [];
        for (const [{ record, state, word }, deliveries, atOnce] of steps) {
          const id = ids[record] ?? "";
          await change(id, state, word);
          messages.push(id);
          const batches = deliveries.map((pick) => messages.slice(pick % messages.length));
          const deliver = (batch: string[]) =>
            syncSubjects(
              batch.map((one) => ({ type: "result", id: one })),
              mirror.engine,
            );
          if (atOnce) await Promise.all(batches.map(deliver));
          else for (const batch of batches) await deliver(batch);
        }
        const shuffled = messages
          .map((id) => ({ id, key: random.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key);
        await Promise.all(shuffled.map(({ id }) => syncSubjects([{ type: "result", id }], mirror.engine)));
        const truth = await wanted(ids);
        expect(await indexed()).toEqual(truth);
        expect(await allVersions(mirror.engine)).toEqual(truth);
      }),
      { numRuns: runs },
    );
  });

  test("the vocabulary counts exactly the words of what is found", async () => {
    await change(ids[0] ?? "", "PUBLISHED", "Đất hiếm, đất sét; dat");
    await change(ids[1] ?? "", "WITHDRAWN", "Mật");
    await change(ids[2] ?? "", "PUBLISHED", "Đất");
    await syncAll();
    const words = new Map(await vocabulary());
    expect([words.get("đất"), words.get("dat"), words.get("hiếm"), words.get("pin"), words.get("mật")]).toEqual([
      2,
      1,
      1,
      undefined,
      undefined,
    ]);
    const before = await vocabulary();
    await syncAll({ anew: true });
    expect(await vocabulary()).toEqual(before);
    await pool().query("UPDATE result SET state = 'WITHDRAWN'");
    await syncAll();
    expect(await vocabulary()).toEqual([]);
    expect(await needsSyncAll()).toBe(true);
  });
});

describe("the outbox of search", () => {
  test("a message brings the record as it is now, not as it was", async () => {
    await leave(ids[0] ?? "");
    await change(ids[0] ?? "", "WITHDRAWN", "Pin");
    expect(await drainSearch(null)).toEqual({ taken: 1, failed: 0, away: false });
    expect((await indexed()).has(ids[0] ?? "")).toBe(false);
    expect((await drainSearch(null)).taken).toBe(0);
  });

  test("a message that names nothing sound does not hold the others back", async () => {
    await pool().query('INSERT INTO outbox (topic, payload) VALUES (\'search\', \'{"type":"person","id":"x"}\')');
    await change(ids[1] ?? "", "WITHDRAWN", "Pin");
    await leave(ids[1] ?? "");
    expect(await drainSearch(null)).toEqual({ taken: 2, failed: 1, away: false });
    expect((await indexed()).size).toBe(2);
  });

  test("while the second engine is away PostgreSQL's index goes on, and the messages wait for its return", async () => {
    const mirror = recorder();
    await rebuildMirror(mirror.engine);
    mirror.leave();
    await change(ids[0] ?? "", "PUBLISHED", "Vi mạch");
    await change(ids[1] ?? "", "WITHDRAWN", "Pin");
    await leave(ids[0] ?? "", ids[1] ?? "");
    expect(await drainSearch(mirror.engine)).toEqual({ taken: 2, failed: 0, away: true });
    expect(await indexed()).toEqual(await wanted(ids));
    mirror.comeBack();
    await pool().query("UPDATE outbox SET next_at = now()");
    expect(await drainSearch(mirror.engine)).toEqual({ taken: 2, failed: 0, away: false });
    expect(await allVersions(mirror.engine)).toEqual(await wanted(ids));
  });
});

test("a second engine that lost, missed or kept too much is found out and repaired", async () => {
  const mirror = recorder();
  expect((await repairMirror(mirror.engine)).missing).toHaveLength(3);
  const [first, second] = [...mirror.held.values()];
  if (!first || !second) throw new Error("nothing was told");
  mirror.held.delete(first.id);
  mirror.held.set(second.id, { ...second, version: "0-old" });
  mirror.held.set("stray", { ...first, id: crypto.randomUUID() });
  const found = await mirrorDifference(mirror.engine);
  expect([found.missing.length, found.stale.length, found.extra.length]).toEqual([1, 1, 1]);
  await repairMirror(mirror.engine);
  expect(await mirrorDifference(mirror.engine)).toMatchObject({ missing: [], stale: [], extra: [] });
});
