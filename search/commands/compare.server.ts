import { pool } from "#prisma/client.server.ts";
import { allSubjects, currentDocuments, type Subject } from "#search/documents/current.server.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
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
  return {
    waiting: await countWaiting(),
    ...(await indexDifference()),
    meilisearch: mirror && (await mirrorDifference(mirror)),
  };
}

/** Brings what the check found wrong into agreement, on both engines. */
export async function repairSearch(found: SearchCheck, mirror: SearchEngine | null): Promise<void> {
  const { missing, stale, extra } = found.postgres;
  const wrong = new Set([...missing, ...stale, ...extra]);
  for await (const page of allSubjects(pool())) {
    const subjects = page.filter(({ id }) => wrong.has(id));
    for (let at = 0; at < subjects.length; at += BATCH) await syncSubjects(subjects.slice(at, at + BATCH), null);
  }
  if (mirror) await repairMirror(mirror);
}

async function indexDifference(): Promise<Pick<SearchCheck, "subjects" | "postgres">> {
  const postgres: IndexCheck = { missing: [], stale: [], extra: [] };
  let subjects = 0;
  for await (const page of allSubjects(pool())) {
    subjects += page.length;
    for (let at = 0; at < page.length; at += BATCH) await compare(page.slice(at, at + BATCH), postgres);
  }
  return { subjects, postgres };
}

async function compare(subjects: readonly Subject[], found: IndexCheck): Promise<void> {
  const documents = (await currentDocuments(pool(), subjects)).map(versioned);
  const wanted = new Map(documents.map(({ id, version }) => [id, version]));
  const { rows } = await pool().query<{ id: string; version: string }>(
    "SELECT id, version FROM search_document WHERE id = ANY ($1::uuid[])",
    [subjects.map(({ id }) => id)],
  );
  const held = new Map(rows.map(({ id, version }) => [id, version]));
  for (const { id } of subjects) {
    if (wanted.has(id) && !held.has(id)) found.missing.push(id);
    else if (held.has(id) && !wanted.has(id)) found.extra.push(id);
    else if (held.get(id) !== wanted.get(id)) found.stale.push(id);
  }
}

async function countWaiting(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    "SELECT count(*)::int AS count FROM outbox WHERE topic = 'search' AND done_at IS NULL",
  );
  return rows[0]?.count ?? 0;
}
