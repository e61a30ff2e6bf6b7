import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { canonicalJson } from "#app/platform/canonical.ts";
import { pool } from "#prisma/client.server.ts";
import { DOCUMENT_SHAPE, type SearchDocument, type VersionedDocument } from "#search/document.ts";
import { AS_WRITTEN, lexeme } from "#search/engines/postgres-query.ts";
import { facetValuesOf } from "#search/facets.ts";
import { codesOf, type Word, wordsOf } from "#search/fold.ts";
import type { SearchEngine } from "#search/port.ts";
import { SYNONYMS_VERSION, tokensIn } from "#search/synonyms/said.ts";

/** How documents are held: changed, every document is written anew. */
export const INDEX_SHAPE = `${DOCUMENT_SHAPE}.${SYNONYMS_VERSION}`;

/** The document with the version that its content gives it: equal versions, equal content. */
export function versioned(document: SearchDocument): VersionedDocument {
  const sha256 = createHash("sha256").update(canonicalJson(document)).digest("hex");
  return { ...document, version: `${INDEX_SHAPE}-${sha256.slice(0, 20)}` };
}

/**
 * Runs `work` in a transaction that no other writer of the index shares its time with, so that what it reads of the
 * records and writes into the index cannot be overtaken. Readers never wait.
 */
export async function asIndexWriter<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('lock_timeout', '60s', true), set_config('statement_timeout', '60s', true)");
    await client.query("SELECT set_config('idle_in_transaction_session_timeout', '60s', true)");
    await client.query("SELECT pg_advisory_xact_lock(hashtext('ba-nha search index'))");
    const value = await work(client);
    await client.query("COMMIT");
    return value;
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw broken;
  } finally {
    client.release(broken);
  }
}

const UPSERT = `
  INSERT INTO search_document (type, id, code, document, facets, trl, published_at, updated_at, version, head, vector)
  SELECT r.type, r.id, r.code, r.document, r.facets, r.trl, r.published_at, r.updated_at, r.version, r.head::tsvector,
    r.vector::tsvector
  FROM json_to_recordset($1) AS r (type text, id uuid, code text, document jsonb, facets text[], trl int,
    published_at timestamptz, updated_at timestamptz, version text, head text, vector text)
  ON CONFLICT (id) DO UPDATE SET code = excluded.code, document = excluded.document, facets = excluded.facets,
    trl = excluded.trl, published_at = excluded.published_at, updated_at = excluded.updated_at,
    version = excluded.version, head = excluded.head, vector = excluded.vector`;

// The words that the given documents hold now are taken out of the vocabulary, each as often as it has documents among
// them. In `vector` a word is as written when it carries the mark, or the weight A.
const FORGET_WORDS = `
  WITH gone AS (
    SELECT ltrim(l.lexeme, '${AS_WRITTEN}') AS word, count(*)::int AS documents
    FROM search_document d, unnest(d.vector) AS l
    WHERE d.id = ANY ($1::uuid[]) AND (l.lexeme LIKE '${AS_WRITTEN}%' OR 'A' = ANY (l.weights)) GROUP BY 1
  ), emptied AS (
    DELETE FROM search_word w USING gone g WHERE w.word = g.word AND w.documents <= g.documents
  )
  UPDATE search_word w SET documents = w.documents - g.documents FROM gone g
  WHERE w.word = g.word AND w.documents > g.documents`;

const LEARN_WORDS = `
  INSERT INTO search_word (word, folded, documents)
  SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
  ON CONFLICT (word) DO UPDATE SET documents = search_word.documents + excluded.documents`;

type Writer = Pick<SearchEngine, "upsert" | "remove" | "rebuild" | "versions">;

/** What changes the index, on a connection that is the one writer; without one each call becomes it by itself. */
export function postgresWriter(client?: PoolClient): Writer {
  const as = <T>(work: (writer: PoolClient) => Promise<T>) => (client ? work(client) : asIndexWriter(work));
  return {
    upsert: (documents) => as((writer) => upsert(writer, documents)),
    remove: (ids) => as((writer) => remove(writer, ids)),
    rebuild: (documents) => as((writer) => rebuild(writer, documents)),
    versions: () => versions(client),
  };
}

async function upsert(client: PoolClient, documents: readonly VersionedDocument[]): Promise<void> {
  const changed = await changedAmong(client, documents);
  if (changed.length === 0) return;
  await client.query(FORGET_WORDS, [changed.map((document) => document.id)]);
  const rows = changed.map((document) => ({ document, words: vectorsOf(document) }));
  await client.query(UPSERT, [JSON.stringify(rows.map(({ document, words }) => rowOf(document, words)))]);
  const learned = new Map<string, { folded: string; documents: number }>();
  for (const { words } of rows) {
    for (const [toned, folded] of words.written) {
      learned.set(toned, { folded, documents: (learned.get(toned)?.documents ?? 0) + 1 });
    }
  }
  const entries = [...learned].sort(([a], [b]) => (a < b ? -1 : 1));
  await client.query(LEARN_WORDS, [
    entries.map(([toned]) => toned),
    entries.map(([, { folded }]) => folded),
    entries.map(([, { documents: count }]) => count),
  ]);
}

async function changedAmong(client: PoolClient, documents: readonly VersionedDocument[]): Promise<VersionedDocument[]> {
  const latest = new Map(documents.map((document) => [document.id, document]));
  const { rows } = await client.query<{ id: string; version: string }>(
    "SELECT id, version FROM search_document WHERE id = ANY ($1::uuid[])",
    [[...latest.keys()]],
  );
  const known = new Map(rows.map((row) => [row.id, row.version]));
  return [...latest.values()].filter((document) => known.get(document.id) !== document.version);
}

async function remove(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(FORGET_WORDS, [ids]);
  await client.query("DELETE FROM search_document WHERE id = ANY ($1::uuid[])", [ids]);
}

async function rebuild(client: PoolClient, batches: AsyncIterable<readonly VersionedDocument[]>): Promise<void> {
  const kept = new Set<string>();
  for await (const batch of batches) {
    for (const document of batch) kept.add(document.id);
    await upsert(client, batch);
  }
  const stale = [...(await versions(client)).keys()].filter((id) => !kept.has(id));
  await remove(client, stale);
}

async function versions(client?: PoolClient): Promise<Map<string, string>> {
  const { rows } = await (client ?? pool()).query<{ id: string; version: string }>(
    "SELECT id, version FROM search_document",
  );
  return new Map(rows.map((row) => [row.id, row.version]));
}

type Vectors = { head: string; vector: string; written: Map<string, string> };

function rowOf({ version, ...document }: VersionedDocument, { head, vector }: Vectors) {
  const facets = Object.entries(facetValuesOf(document)).flatMap(([name, values]) =>
    values.map((value) => `${name}:${value}`),
  );
  const { type, id, code, trl, publishedAt, updatedAt } = document;
  return {
    type,
    id,
    code,
    document,
    facets: [...new Set(facets)],
    trl,
    published_at: publishedAt,
    updated_at: updatedAt,
    version,
    head,
    vector,
  };
}

/** Fields part from each other by more than any phrase is long. */
const FIELD_GAP = 20;
const LAST_POSITION = 16_000;

/** Exported for tests: the words of a document as the two columns of type tsvector, in text. */
export function vectorsOf(document: SearchDocument): Vectors {
  const head = new Map<string, string[]>();
  const vector = new Map<string, string[]>();
  const plain = new Set<string>();
  const written = new Map<string, string>();
  let position = 1;
  function add(words: readonly Word[], weight: "A" | "B" | "C" | null) {
    for (const { folded, toned } of words) {
      const place = String(Math.min(position, LAST_POSITION));
      if (weight) note(head, folded, place + weight);
      note(vector, folded, place);
      if (toned === folded) plain.add(folded);
      else note(vector, AS_WRITTEN + toned, place);
      written.set(toned, folded);
      position += 1;
    }
    for (const { from, tokens } of tokensIn(words)) {
      for (const token of tokens) {
        const place = String(Math.min(position - words.length + from, LAST_POSITION));
        if (weight) note(head, token, place + weight);
        note(vector, token, place);
        plain.add(token);
        written.set(token, token);
      }
    }
    position += FIELD_GAP;
  }
  for (const { text, weight } of fieldsOf(document)) add(wordsOf(text), weight);
  for (const { text, weight } of fieldsOf(document)) {
    for (const code of codesOf(text)) add([{ folded: code, toned: code }], weight);
  }
  return { head: textOf(head), vector: textOf(vector, plain), written };
}

function fieldsOf(document: SearchDocument): { text: string; weight: "A" | "B" | "C" | null }[] {
  const { title, teaser, keywords, names, productNames, numbers, code, body } = document;
  const inAll = (texts: SearchDocument["title"]) => [texts.vi, texts.en, texts.fr].filter((text) => !!text);
  return [
    ...[code, ...inAll(title)].map((text) => ({ text: text ?? "", weight: "A" as const })),
    ...inAll(teaser).map((text) => ({ text: text ?? "", weight: "B" as const })),
    ...[...keywords, ...names, ...numbers, ...productNames].map((text) => ({ text, weight: "C" as const })),
    { text: body, weight: null },
  ];
}

function note(words: Map<string, string[]>, word: string, place: string): void {
  const places = words.get(word);
  if (!places) words.set(word, [place]);
  else if (places.length < 250) places.push(place);
}

function textOf(words: ReadonlyMap<string, readonly string[]>, weighty?: ReadonlySet<string>): string {
  return [...words]
    .map(([word, places]) => `${lexeme(word)}:${places.join(",")}${weighty?.has(word) ? "A" : ""}`)
    .join(" ");
}
