import { log } from "#app/platform/log.server.ts";
import type { OutboxMessage } from "#app/platform/outbox.server.ts";
import { pool } from "#prisma/client.server.ts";

export type OutboxTopic = OutboxMessage["topic"];
export type OutboxItem<Topic extends OutboxTopic> = {
  id: bigint;
  payload: Extract<OutboxMessage, { topic: Topic }>["payload"];
  createdAt: Date;
  /** failures so far */
  attempts: number;
};

/** Items that could not be carried out, by id, each with its reason; all others are done. */
export type Failures = Map<bigint, string>;

export type Drain<Topic extends OutboxTopic> = {
  topic: Topic;
  /**
   * Carries out a batch. Items it names in its answer are tried again later, each time after a longer pause, and given
   * up after `deadAfter` failures. Throw only when the other side is away as a whole: then every item of the batch
   * waits `awayMs` and none counts as failed.
   */
  handle: (items: readonly OutboxItem<Topic>[]) => Promise<Failures>;
  /** items taken at once; default 1 */
  batch?: number;
  /** failures after which an item is left as a dead letter; default 10 */
  deadAfter?: number;
  /** pause when the other side is away, in milliseconds; default 15 s */
  awayMs?: number;
  /** how long a batch may take, in milliseconds; default 60 s */
  limitMs?: number;
  /** whether the payload is erased once done, because it holds personal data or a secret */
  erase?: boolean;
};

export type Drained = { taken: number; failed: number; away: boolean };

type Row<Topic extends OutboxTopic> = {
  id: bigint;
  payload: OutboxItem<Topic>["payload"];
  created_at: Date;
  attempts: number;
};

// Skips what another worker holds; a worker that dies lets go of its batch with its connection. The column keeps whole
// milliseconds, rounded: what was made due just now may lie half of one ahead.
const TAKE = `
  SELECT id, payload, created_at, attempts FROM outbox
  WHERE done_at IS NULL AND topic = $1 AND next_at < now() + interval '1 millisecond' AND attempts < $2
  ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED`;
const DONE = `
  UPDATE outbox SET done_at = now(), last_error = NULL, payload = CASE WHEN $2 THEN '{}'::jsonb ELSE payload END
  WHERE id = ANY($1::bigint[])`;
const AGAIN = `
  UPDATE outbox SET attempts = attempts + 1, last_error = $2,
    next_at = now() + least(interval '5 seconds' * power(2, attempts), interval '1 hour')
  WHERE id = $1`;
const AWAY = `
  UPDATE outbox SET last_error = $2, next_at = now() + $3 * interval '1 millisecond' WHERE id = ANY($1::bigint[])`;

/**
 * Carries out one batch of a topic, inside one transaction that holds the batch: several workers may run this at once
 * and none takes what another holds. Every item is carried out at least once; a handler makes a repetition harmless.
 * `taken` is 0 when nothing waits. Throws when the database is away.
 */
export async function drainOutbox<Topic extends OutboxTopic>(drain: Drain<Topic>): Promise<Drained> {
  const { topic, handle, batch = 1, deadAfter = 10, awayMs = 15_000, limitMs = 60_000, erase = false } = drain;
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('idle_in_transaction_session_timeout', $1, true)", [String(limitMs)]);
    const { rows } = await client.query<Row<Topic>>(TAKE, [topic, deadAfter, batch]);
    const items = rows.map(({ id, payload, created_at, attempts }) => ({
      id,
      payload,
      createdAt: created_at,
      attempts,
    }));
    const ids = items.map((item) => item.id);
    if (ids.length === 0) {
      await client.query("COMMIT");
      return { taken: 0, failed: 0, away: false };
    }
    const failures = await attempt(handle, items);
    if (failures instanceof Error) {
      log.warn({ topic, items: ids.length, reason: failures.message }, "the other side of the outbox is away");
      await client.query(AWAY, [ids, reason(failures.message), awayMs]);
    } else {
      await client.query(DONE, [ids.filter((id) => !failures.has(id)), erase]);
      for (const [id, why] of failures) {
        log.warn({ topic, outboxId: String(id), reason: why }, "an item of the outbox failed");
        await client.query(AGAIN, [id, reason(why)]);
      }
    }
    await client.query("COMMIT");
    const away = failures instanceof Error;
    return { taken: ids.length, failed: away ? 0 : failures.size, away };
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw broken;
  } finally {
    // A connection whose transaction ended in an error is thrown away, and what it held is free again.
    client.release(broken);
  }
}

/** Dead letters and waiting items of every topic, for the operator's eye. */
export async function outboxState(deadAfter = 10): Promise<{ topic: string; waiting: number; dead: number }[]> {
  const { rows } = await pool().query<{ topic: string; waiting: number; dead: number }>(
    `SELECT topic, count(*) FILTER (WHERE attempts < $1)::int AS waiting, count(*) FILTER (WHERE attempts >= $1)::int AS dead
     FROM outbox WHERE done_at IS NULL GROUP BY topic ORDER BY topic`,
    [deadAfter],
  );
  return rows;
}

async function attempt<Item>(
  handle: (items: readonly Item[]) => Promise<Failures>,
  items: readonly Item[],
): Promise<Failures | Error> {
  try {
    return await handle(items);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function reason(text: string): string {
  return text.replaceAll("\u0000", "").slice(0, 500);
}
