import { pool } from "#prisma/client.server.ts";

/** The newest entry of the public record, as the foot of every page shows it; null while there is none. */
export async function newestEntry(): Promise<{ entryNo: number; hash: string; at: string } | null> {
  const { rows } = await pool().query<{ id: bigint; sha256: string; at: Date }>(
    "SELECT id, sha256, at FROM record_entry ORDER BY id DESC LIMIT 1",
  );
  const row = rows[0];
  return row ? { entryNo: Number(row.id), hash: row.sha256, at: row.at.toISOString() } : null;
}
