import type { PoolClient } from "pg";
import { type Drained, drainOutbox, type Failures, type OutboxItem } from "#app/platform/outbox-drain.server.ts";
import { pool } from "#prisma/client.server.ts";
import { SEARCH_TYPES, type SearchDocument, type VersionedDocument } from "#search/document.ts";
import { allSubjects, currentDocuments, type Subject, subjectsByClock } from "#search/documents/current.server.ts";
import { asIndexWriter, INDEX_SHAPE, postgresWriter, versioned } from "#search/engines/postgres-write.server.ts";
import { allVersions, type SearchEngine } from "#search/port.ts";

const BATCH = 100;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The second engine could not be told; PostgreSQL's index is up to date all the same. */
class MirrorAway extends Error {}

/**
 * Brings the index into agreement with what the records say now, whatever order or number the reasons come in: all
 * writers take turns, and each reads the records in its own turn. `mirror` is the second engine, where there is one;
 * when it cannot be told, PostgreSQL's index is up to date and an error is thrown.
 */
export async function syncSubjects(subjects: readonly Subject[], mirror: SearchEngine | null): Promise<void> {
  let away: unknown;
  await asIndexWriter(async (client) => {
    const documents = (await currentDocuments(client, subjects)).map(versioned);
    const kept = new Set(documents.map((document) => document.id));
    const gone = [...new Set(subjects.map(({ id }) => id))].filter((id) => !kept.has(id));
    const index = postgresWriter(client);
    await index.upsert(documents);
    await index.remove(gone);
    if (!mirror) return;
    // Told inside the turn, so that it hears of changes in the order in which they were made.
    away = await tell(mirror, documents, gone);
  });
  if (away) throw new MirrorAway("the second search engine is away", { cause: away });
}

async function tell(mirror: SearchEngine, documents: VersionedDocument[], gone: string[]): Promise<unknown> {
  try {
    await mirror.upsert(documents);
    await mirror.remove(gone);
  } catch (error) {
    return error;
  }
}

/** Carries out what commands left in the outbox for the index: one batch. */
export function drainSearch(mirror: SearchEngine | null): Promise<Drained> {
  return drainOutbox({ topic: "search", batch: BATCH, handle: (items) => handle(items, mirror) });
}

async function handle(items: readonly OutboxItem<"search">[], mirror: SearchEngine | null): Promise<Failures> {
  const failures: Failures = new Map();
  const sound = items.filter(({ id, payload }) => {
    const known = SEARCH_TYPES.some((type) => type === payload.type) && UUID.test(payload.id);
    if (!known) failures.set(id, "no such kind of record, or no uuid");
    return known;
  });
  if (sound.length === 0) return failures;
  try {
    await syncSubjects(
      sound.map((item) => item.payload),
      mirror,
    );
  } catch (error) {
    if (error instanceof MirrorAway) throw error;
    if (sound.length === 1) for (const { id } of sound) failures.set(id, String(error));
    // One of them is at fault: each by itself, so that the others go through.
    else for (const item of sound) for (const [id, why] of await handle([item], mirror)) failures.set(id, why);
  }
  return failures;
}

/**
 * Reads every record again and brings PostgreSQL's index into agreement, batch by batch while searches go on; `anew`
 * writes also what seems unchanged.
 */
export async function syncAll({ anew = false } = {}): Promise<{ subjects: number }> {
  let subjects = 0;
  for await (const page of allSubjects(pool())) {
    subjects += page.length;
    for (let at = 0; at < page.length; at += BATCH) {
      const batch = page.slice(at, at + BATCH);
      const ids = batch.map(({ id }) => id);
      if (anew) await pool().query("UPDATE search_document SET version = '' WHERE id = ANY ($1::uuid[])", [ids]);
      await syncSubjects(batch, null);
    }
  }
  return { subjects };
}

/** Whether PostgreSQL's index was never filled, or holds documents of an earlier shape. */
export async function needsSyncAll(): Promise<boolean> {
  const { rows } = await pool().query<{ stale: boolean; empty: boolean }>(
    `SELECT EXISTS (SELECT FROM search_document WHERE version NOT LIKE $1) AS stale,
       NOT EXISTS (SELECT FROM search_document) AS empty`,
    [`${INDEX_SHAPE}-%`],
  );
  if (!rows[0]?.empty) return rows[0]?.stale === true;
  for await (const _page of allSubjects(pool())) return true;
  return false;
}

/** Takes in what the calendar made public since. */
export async function syncByClock(mirror: SearchEngine | null): Promise<void> {
  const subjects = await subjectsByClock(pool());
  if (subjects.length > 0) await syncSubjects(subjects, mirror);
}

export type Difference = { missing: string[]; stale: string[]; extra: string[]; holdsNothing: boolean };

/** What the second engine holds otherwise than PostgreSQL's index, by id and version. */
export async function mirrorDifference(mirror: SearchEngine): Promise<Difference> {
  const wanted = await allVersions(postgresWriter());
  const found: Difference = { missing: [], stale: [], extra: [], holdsNothing: true };
  for await (const page of mirror.versions()) {
    found.holdsNothing &&= page.size === 0;
    for (const [id, version] of page) {
      const right = wanted.get(id);
      if (right === undefined) found.extra.push(id);
      else if (right !== version && right !== SEEN) found.stale.push(id);
      if (right !== undefined) wanted.set(id, SEEN);
    }
  }
  for (const [id, version] of wanted) if (version !== SEEN) found.missing.push(id);
  return found;
}

/** No version: what is read page by page while it changes can come twice. */
const SEEN = "";

const REPAIRED_SINGLY = 500;

/** Repairs the second engine: single documents, or a new index in the place of one that lacks much. */
export async function repairMirror(mirror: SearchEngine): Promise<Difference> {
  const found = await mirrorDifference(mirror);
  const wrong = [...found.missing, ...found.stale, ...found.extra];
  if (found.holdsNothing || wrong.length > REPAIRED_SINGLY) await rebuildMirror(mirror);
  else if (wrong.length > 0) await retell(mirror, wrong);
  return found;
}

/** Builds the second engine's index anew from PostgreSQL's and puts it in place; what changed meanwhile is told again. */
export async function rebuildMirror(mirror: SearchEngine): Promise<void> {
  const before = await allVersions(postgresWriter());
  await mirror.rebuild(indexedDocuments());
  const changed: string[] = [];
  for await (const page of postgresWriter().versions())
    for (const [id, version] of page) {
      if (before.get(id) !== version) changed.push(id);
      before.delete(id);
    }
  await retell(mirror, [...changed, ...before.keys()]);
}

async function retell(mirror: SearchEngine, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    await asIndexWriter(async (client) => {
      const { rows } = await client.query<Indexed>(
        "SELECT id, document, version FROM search_document WHERE id = ANY ($1::uuid[])",
        [batch.filter((id) => UUID.test(id))],
      );
      const kept = new Set(rows.map((row) => row.id));
      await mirror.upsert(rows.map(fromIndex));
      await mirror.remove(batch.filter((id) => !kept.has(id)));
    });
  }
}

type Indexed = { id: string; document: SearchDocument; version: string };

function fromIndex({ document, version }: Indexed): VersionedDocument {
  return { ...document, version };
}

// Meilisearch puts batches together itself; each stands in memory several times over.
const PAGE = 500;

/** Everything in PostgreSQL's index, in batches, so that memory stays flat. */
export async function* indexedDocuments(database: Pick<PoolClient, "query"> = pool()) {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await database.query<Indexed>(
      "SELECT id, document, version FROM search_document WHERE id > $1 ORDER BY id LIMIT $2",
      [after, PAGE],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(fromIndex);
    after = last.id;
  }
}
