import pg from "pg";
import { expect, test } from "vitest";
import { done } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

test("a command whose lock does not come free in time is tried again, and what it wrote before is gone", async () => {
  const other = new pg.Client({ connectionString: testDatabase().appUrl });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(7741)");
  let attempts = 0;
  const outcome = await inTransaction(async (tx) => {
    attempts += 1;
    if (attempts === 2) await other.query("SELECT pg_advisory_unlock(7741)");
    await tx.outbox.create({ data: { topic: "search", payload: { attempts } } });
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7741)`;
    return done(attempts);
  });
  expect(outcome).toEqual({ ok: true, value: 2 });
  const { rows } = await other.query("SELECT payload FROM outbox");
  expect(rows).toEqual([{ payload: { attempts: 2 } }]);
  await other.end();
});
