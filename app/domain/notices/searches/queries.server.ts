import { pool } from "#prisma/client.server.ts";
import type { SavedSearch } from "./saved-search.ts";

type Row = { id: string; name: string; address: string; since: Date; told: number };

/** What a person keeps, the newest first: at most fifty. One statement. */
export async function listSearches(personId: string): Promise<SavedSearch[]> {
  const { rows } = await pool().query<Row>(
    `SELECT s.id, s.name, s.address, s.since,
       (SELECT count(*)::int FROM saved_search_told t WHERE t.search_id = s.id) AS told
     FROM saved_search s WHERE s.person_id = $1 ORDER BY s.since DESC, s.id`,
    [personId],
  );
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
