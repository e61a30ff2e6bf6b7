import type pg from "pg";
import { pool } from "#prisma/client.server.ts";

export const ISOLATIONS = ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"] as const;

export type Work = (sql: pg.PoolClient) => Promise<unknown>;

/**
 * Two transactions that have both read and written before either commits. Returns what became of each; a statement that
 * waits for the other transaction goes on waiting while the other commits.
 */
export async function race(isolation: string, works: readonly [Work, Work]): Promise<string[]> {
  const clients = [await pool().connect(), await pool().connect()];
  const ends: Promise<string>[] = [];
  try {
    for (const client of clients) {
      await client.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      await client.query("SELECT count(*) FROM share_line");
    }
    const written = clients.map((client, place) => works[place]?.(client).then(() => null, String));
    await Promise.race([Promise.all(written), new Promise((go) => setTimeout(go, 150))]);
    for (const [place, client] of clients.entries())
      ends.push(
        (async () => {
          const failed = await written[place];
          if (failed) {
            await client.query("ROLLBACK");
            return failed;
          }
          return client.query("COMMIT").then(() => "committed", String);
        })(),
      );
    return await Promise.all(ends);
  } finally {
    for (const client of clients) client.release();
  }
}
