import { beforeEach, describe, expect, it } from "vitest";
import { enqueue } from "#app/platform/outbox.server.ts";
import { drainOutbox, type Failures, outboxState } from "#app/platform/outbox-drain.server.ts";
import { done, refuse } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { resetDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();
beforeEach(resetDatabase);

const none: Failures = new Map();

async function leave(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await inTransaction(async (tx) => {
      await enqueue(tx, { topic: "search", payload: { type: "result", id } });
      return done(null);
    });
  }
}

async function makeDue(): Promise<void> {
  await pool().query("UPDATE outbox SET next_at = now() WHERE done_at IS NULL");
}

describe("the outbox", () => {
  it("carries out what a committed transaction left, once, and nothing of a refused one", async () => {
    await leave("a", "b", "c");
    await inTransaction(async (tx) => {
      await enqueue(tx, { topic: "search", payload: { type: "result", id: "refused" } });
      return refuse("NO");
    });
    const seen: string[] = [];
    const handle = async (items: readonly { payload: { id: string } }[]) => {
      seen.push(...items.map((item) => item.payload.id));
      return none;
    };
    expect(await drainOutbox({ topic: "search", handle, batch: 2 })).toEqual({ taken: 2, failed: 0, away: false });
    expect(await drainOutbox({ topic: "search", handle, batch: 2 })).toMatchObject({ taken: 1 });
    expect(await drainOutbox({ topic: "search", handle, batch: 2 })).toMatchObject({ taken: 0 });
    expect(await drainOutbox({ topic: "mail", handle: async () => none })).toMatchObject({ taken: 0 });
    expect(seen).toEqual(["a", "b", "c"]);
  });

  it("gives no item to two workers at once", async () => {
    await leave(...Array.from({ length: 20 }, (_, index) => String(index)));
    const seen: string[] = [];
    async function work(): Promise<void> {
      for (;;) {
        const { taken } = await drainOutbox({
          topic: "search",
          batch: 3,
          handle: async (items) => {
            await new Promise((resolve) => setTimeout(resolve, 5));
            seen.push(...items.map((item) => item.payload.id));
            return none;
          },
        });
        if (taken === 0) return;
      }
    }
    await Promise.all([work(), work(), work(), work()]);
    expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index)),
    );
  });

  it("tries a failed item again after a growing pause and leaves it as a dead letter in the end", async () => {
    await leave("poison", "fine");
    const handle = async (items: readonly { id: bigint; payload: { id: string } }[]): Promise<Failures> =>
      new Map(items.filter((item) => item.payload.id === "poison").map((item) => [item.id, "550 no"]));
    const pauses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await drainOutbox({ topic: "search", handle, batch: 10, deadAfter: 3 });
      const { rows } = await pool().query<{ wait: string; last_error: string }>(
        "SELECT extract(epoch FROM next_at - now())::float AS wait, last_error FROM outbox WHERE done_at IS NULL",
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]?.last_error).toBe("550 no");
      pauses.push(Math.round(Number(rows[0]?.wait)));
      await makeDue();
    }
    expect(pauses).toEqual([5, 10, 20]);
    expect(await drainOutbox({ topic: "search", handle, batch: 10, deadAfter: 3 })).toMatchObject({ taken: 0 });
    expect(await outboxState(3)).toEqual([{ topic: "search", waiting: 0, dead: 1 }]);
  });

  it("counts nothing as failed while the other side is away, and loses nothing", async () => {
    await leave("a", "b");
    const handle = async () => {
      throw new Error("connect ECONNREFUSED");
    };
    for (let round = 0; round < 4; round += 1) {
      const drained = await drainOutbox({ topic: "search", handle, batch: 10, deadAfter: 2 });
      expect(drained).toEqual({ taken: 2, failed: 0, away: true });
      await makeDue();
    }
    expect(await outboxState(2)).toEqual([{ topic: "search", waiting: 2, dead: 0 }]);
  });

  it("erases the payload of what is done where it holds secrets", async () => {
    await leave("secret");
    await drainOutbox({ topic: "search", handle: async () => none, erase: true });
    const { rows } = await pool().query("SELECT payload, done_at IS NOT NULL AS done FROM outbox");
    expect(rows).toEqual([{ payload: {}, done: true }]);
  });
});
