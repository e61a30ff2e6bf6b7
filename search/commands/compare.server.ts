import { pool } from "#prisma/client.server.ts";
import { allSubjects, currentDocuments, type Subject } from "#search/documents/current.server.ts";
import { postgresWriter, versioned } from "#search/engines/postgres-write.server.ts";
import type { SearchEngine } from "#search/port.ts";
import { type Difference, mirrorDifference, repairMirror, syncSubjects } from "#search/sync.server.ts";

const BATCH = 500;

/** What an index holds otherwise than it should, by id. */
export type IndexCheck = Pick<Difference, "missing" | "stale" | "extra">;

export type SearchCheck = {
  /** records that may be public, and whatever the index holds */
  subjects: number;
  /** changes that commands left in the outbox and the index was not told of yet: they count as differences */
  waiting: number;
  postgres: IndexCheck;
  /** null without a second engine */
  meilisearch: IndexCheck | null;
};

/**
 * Compares PostgreSQL's index with what every record says now, and the second engine with PostgreSQL's index: exactly,
 * by id and version. Reads alone. Memory grows with the ids, not with the documents.
 */
export async function checkSearch(mirror: SearchEngine | null): Promise<SearchCheck> {
  const subjects = await allSubjects(pool());
  return {
    subjects: subjects.length,
    waiting: await countWaiting(),
    postgres: await indexDifference(subjects),
    meilisearch: mirror && (await mirrorDifference(mirror)),
  };
}

/** Brings what the check found wrong into agreement, on both engines. */
export async function repairSearch(found: SearchCheck, mirror: SearchEngine | null): Promise<void> {
  const { missing, stale, extra } = found.postgres;
  const wrong = new Set([...missing, ...stale, ...extra]);
  const subjects = (await allSubjects(pool())).filter(({ id }) => wrong.has(id));
  for (let at = 0; at < subjects.length; at += BATCH) await syncSubjects(subjects.slice(at, at + BATCH), null);
  if (mirror) await repairMirror(mirror);
}

async function indexDifference(subjects: readonly Subject[]): Promise<IndexCheck> {
  const held = await postgresWriter().versions();
  const found: IndexCheck = { missing: [], stale: [], extra: [] };
  for (let at = 0; at < subjects.length; at += BATCH) {
    const batch = subjects.slice(at, at + BATCH);
    const documents = (await currentDocuments(pool(), batch)).map(versioned);
    const wanted = new Map(documents.map(({ id, version }) => [id, version]));
    for (const [id, version] of wanted) {
      if (!held.has(id)) found.missing.push(id);
      else if (held.get(id) !== version) found.stale.push(id);
    }
    found.extra.push(...batch.flatMap(({ id }) => (held.has(id) && !wanted.has(id) ? [id] : [])));
  }
  return found;
}

async function countWaiting(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    "SELECT count(*)::int AS count FROM outbox WHERE topic = 'search' AND done_at IS NULL",
  );
  return rows[0]?.count ?? 0;
}
