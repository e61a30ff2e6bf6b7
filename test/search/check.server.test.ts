import { beforeAll, expect, test } from "vitest";
import { pool } from "#prisma/client.server.ts";
import { checkSearch, repairSearch } from "#search/commands/compare.server.ts";
import { postgresEngine } from "#search/engines/postgres.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import { syncAll } from "#search/sync.server.ts";
import { documentOf } from "#test/search/library.ts";
import { aResult } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

const NOTHING = { missing: [], stale: [], extra: [] };
const ids: string[] = [];

beforeAll(async () => {
  for (const number of [1, 2, 3]) ids.push(await aResult("PUBLISHED", { code: `KQ-2026-000${number}` }));
  await syncAll();
  await pool().query("UPDATE outbox SET done_at = now() WHERE topic = 'search'");
});

test("an index that says what the records say shows no difference", async () => {
  expect(await checkSearch(null)).toEqual({ subjects: 3, waiting: 0, postgres: NOTHING, meilisearch: null });
});

test("what is missing, out of date or left over is named, and put right", async () => {
  const [missing = "", stale = ""] = ids;
  const extra = "00000000-0000-4000-8000-000000000001";
  await pool().query("UPDATE search_document SET version = 'x' WHERE id = $1", [stale]);
  const index = postgresEngine();
  await index.upsert([versioned({ ...documentOf("KQ-2026-9999", { title: { vi: "Thừa" } }), id: extra })]);
  await index.remove([missing]);
  const found = await checkSearch(null);
  expect(found.postgres).toEqual({ missing: [missing], stale: [stale], extra: [extra] });
  await repairSearch(found, null);
  expect((await checkSearch(null)).postgres).toEqual(NOTHING);
});
