import { expect, test } from "vitest";
import { db, pool } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { resetDatabase, testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

test("plain SQL reads amounts as bigint and dates as the text that people write", async () => {
  const answer = await pool().query(
    "SELECT 9007199254740993::bigint AS amount, DATE '2026-02-28' AS day, NULL::date AS none",
  );
  expect(answer.rows).toEqual([{ amount: 9007199254740993n, day: "2026-02-28", none: null }]);
});

test("Prisma reads amounts beyond 2^53 exactly", async () => {
  expect(await db().$queryRaw`SELECT 9007199254740993::bigint AS amount`).toEqual([{ amount: 9007199254740993n }]);
});

test("the application's role can create no table", async () => {
  await expect(pool().query("CREATE TABLE mine ()")).rejects.toThrow("permission denied");
});

test("a statement, a wait for a lock and an idle transaction all have an end", async () => {
  const answer = await pool().query(
    "SELECT name, setting FROM pg_settings WHERE name ~ '_timeout$' AND source = 'client' ORDER BY 1",
  );
  expect(answer.rows).toEqual([
    { name: "idle_in_transaction_session_timeout", setting: "10000" },
    { name: "lock_timeout", setting: "2000" },
    { name: "statement_timeout", setting: "5000" },
  ]);
});

test("queries of Prisma, of the pool, of a borrowed connection and of a transaction are all counted, and only one's own", async () => {
  const elsewhere = pool().query("SELECT 'elsewhere'");
  const { queries } = await countQueries(async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => pool().query("SELECT $1::int", [n])));
    await db().$queryRaw`SELECT 13`;
    const client = await pool().connect();
    await client.query({ text: "SELECT 14" });
    client.release();
    await db().$transaction(async (tx) => tx.$queryRaw`SELECT 15`);
  });
  await elsewhere;
  expect(queries).toHaveLength(12 + 1 + 1 + 3);
  expect(queries.at(-2)).toBe("SELECT 15");
  const { queries: later } = await countQueries(async () => undefined);
  await pool().query("SELECT 16");
  expect(later).toEqual([]);
});

test("a reset gives another database", async () => {
  const before = testDatabase().name;
  await resetDatabase();
  const after = await pool().query<{ name: string }>("SELECT current_database() AS name");
  expect(after.rows[0]?.name).toBe(testDatabase().name);
  expect(testDatabase().name).not.toBe(before);
});
