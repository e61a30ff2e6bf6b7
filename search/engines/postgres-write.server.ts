import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { canonicalJson } from "#app/platform/canonical.ts";
import { pool } from "#prisma/client.server.ts";
import { DOCUMENT_SHAPE, numbersOf, type SearchDocument, type VersionedDocument } from "#search/document.ts";
import { clearBits, type Marks, promote, setBits } from "#search/engines/postgres-bits.server.ts";
import { AS_WRITTEN, IN_THESE_WORDS, IN_TITLE, lexeme, MONTH } from "#search/engines/postgres-query.ts";
import { facetValuesOf } from "#search/facets.ts";
import { codesOf, type Word, wordsOf } from "#search/fold.ts";
import type { SearchEngine } from "#search/port.ts";
import { monthInVietnam } from "#search/published.ts";
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
  WITH given AS (
    SELECT * FROM json_to_recordset($1) AS r (type text, id uuid, code text, place int, document jsonb, facets text[],
      trl int, published_at timestamptz, updated_at timestamptz, version text, head text, vector text)
  ), texts AS (
    INSERT INTO search_text (place, vector) SELECT place, vector::tsvector FROM given
    ON CONFLICT (place) DO UPDATE SET vector = excluded.vector
  )
  INSERT INTO search_document (type, id, code, place, document, facets, trl, published_at, updated_at, version, head)
  SELECT type, id, code, place, document, facets, trl, published_at, updated_at, version, head::tsvector FROM given
  ON CONFLICT (id) DO UPDATE SET code = excluded.code, document = excluded.document, facets = excluded.facets,
    trl = excluded.trl, published_at = excluded.published_at, updated_at = excluded.updated_at,
    version = excluded.version, head = excluded.head`;

// The words that the given documents hold now are taken out of the vocabulary, each as often as it has documents among
// them. In `vector` a word is as written when it carries the mark, or the weight A.
const FORGET_WORDS = `
  WITH gone AS (
    SELECT ltrim(l.lexeme, '${AS_WRITTEN}') AS word, count(*)::int AS documents
    FROM search_document d JOIN search_text t USING (place), unnest(t.vector) AS l
    WHERE d.id = ANY ($1::uuid[]) AND (l.lexeme LIKE '${AS_WRITTEN}%' OR 'A' = ANY (l.weights)) GROUP BY 1
  ), emptied AS (
    DELETE FROM search_word w USING gone g WHERE w.word = g.word AND w.documents <= g.documents
  )
  UPDATE search_word w SET documents = w.documents - g.documents FROM gone g
  WHERE w.word = g.word AND w.documents > g.documents`;

const LEARN_WORDS = `
  INSERT INTO search_word (word, folded, documents)
  SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
  ON CONFLICT (word) DO UPDATE SET documents = search_word.documents + excluded.documents
  RETURNING word, folded, documents`;

type Writer = Pick<SearchEngine, "upsert" | "remove" | "rebuild" | "versions">;

/** Words that so many documents have are held as bits besides (postgres-bits.server.ts). */
const COMMON_FROM = 3_000;

/**
 * What changes the index, on a connection that is the one writer; without one each call becomes it by itself. Words are
 * common from `commonFrom` documents on.
 */
export function postgresWriter(client?: PoolClient, commonFrom = COMMON_FROM): Writer {
  const as = <T>(work: (writer: PoolClient) => Promise<T>) => (client ? work(client) : asIndexWriter(work));
  return {
    upsert: (documents) => as((writer) => upsert(writer, documents, commonFrom)),
    remove: (ids) => as((writer) => remove(writer, ids)),
    rebuild: (documents) => as((writer) => rebuild(writer, documents, commonFrom)),
    versions: () => versions(client),
  };
}

async function upsert(client: PoolClient, documents: readonly VersionedDocument[], commonFrom: number): Promise<void> {
  const changed = await changedAmong(client, documents);
  if (changed.length === 0) return;
  const ids = changed.map((document) => document.id);
  const held = await heldMarks(client, ids);
  await client.query(FORGET_WORDS, [ids]);
  const places = await placesFor(client, ids, held);
  const rows = changed.map((document) => {
    const words = vectorsOf(document);
    return { document, words, facets: facetsOf(document), place: places.get(document.id) ?? -1 };
  });
  await client.query(UPSERT, [JSON.stringify(rows.map(rowOf))]);
  const learned = new Map<string, { folded: string; documents: number }>();
  for (const { words } of rows) {
    for (const [toned, folded] of words.written) {
      learned.set(toned, { folded, documents: (learned.get(toned)?.documents ?? 0) + 1 });
    }
  }
  const entries = [...learned].sort(([a], [b]) => (a < b ? -1 : 1));
  const { rows: counted } = await client.query<{ word: string; folded: string; documents: number }>(LEARN_WORDS, [
    entries.map(([toned]) => toned),
    entries.map(([, { folded }]) => folded),
    entries.map(([, { documents: count }]) => count),
  ]);
  const marks = new Map(rows.map(({ place, words, facets }) => [place, { lexemes: words.lexemes, facets }]));
  await clearBits(client, held, marks);
  await setBits(client, held, marks);
  await promote(client, counted, commonFrom);
}

async function changedAmong(client: PoolClient, documents: readonly VersionedDocument[]): Promise<VersionedDocument[]> {
  const latest = new Map(documents.map((document) => [document.id, document]));
  const { rows } = await client.query<{ id: string; version: string }>(
    "SELECT id, version FROM search_document WHERE id = ANY ($1::uuid[])",
    [[...latest.keys()]],
  );
  const known = new Map(rows.map((row) => [row.id, row.version]));
  return [...latest.values()]
    .filter((document) => known.get(document.id) !== document.version)
    .toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
}

type Held = Map<number, Marks & { id: string }>;

/** What the index holds of these documents, by place. */
async function heldMarks(client: PoolClient, ids: readonly string[]): Promise<Held> {
  const { rows } = await client.query<{ id: string; place: number; facets: string[]; lexemes: string[] }>(
    `SELECT d.id, d.place, d.facets, tsvector_to_array(t.vector) AS lexemes
     FROM search_document d JOIN search_text t USING (place) WHERE d.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ place, ...marks }) => [place, { ...marks, lexemes: new Set(marks.lexemes) }]));
}

/** A document keeps its place; new ones get the next, in the order in which they are given. */
async function placesFor(client: PoolClient, ids: readonly string[], held: Held): Promise<Map<string, number>> {
  const places = new Map([...held].map(([place, { id }]) => [id, place]));
  const fresh = ids.filter((id) => !places.has(id));
  const { rows } = await client.query<{ place: number }>(
    "SELECT search_next_place() AS place FROM generate_series(1, $1::int)",
    [fresh.length],
  );
  for (const [index, { place }] of rows.entries()) places.set(fresh[index] ?? "", place);
  return places;
}

async function remove(client: PoolClient, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const held = await heldMarks(client, ids);
  if (held.size === 0) return;
  await client.query(FORGET_WORDS, [ids]);
  await clearBits(client, held, new Map());
  await client.query("DELETE FROM search_document WHERE id = ANY ($1::uuid[])", [ids]);
  await client.query("DELETE FROM search_text WHERE place = ANY ($1::int[])", [[...held.keys()]]);
}

async function rebuild(
  client: PoolClient,
  batches: AsyncIterable<readonly VersionedDocument[]>,
  commonFrom: number,
): Promise<void> {
  const kept = new Set<string>();
  for await (const batch of batches) {
    for (const document of batch) kept.add(document.id);
    await upsert(client, batch, commonFrom);
  }
  for await (const page of versions(client))
    await remove(
      client,
      [...page.keys()].filter((id) => !kept.has(id)),
    );
}

const PAGE = 5_000;

async function* versions(client?: PoolClient) {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await (client ?? pool()).query<{ id: string; version: string }>(
      "SELECT id, version FROM search_document WHERE id > $1 ORDER BY id LIMIT $2",
      [after, PAGE],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield new Map(rows.map((row) => [row.id, row.version]));
    after = last.id;
  }
}

type Vectors = { head: string; vector: string; lexemes: ReadonlySet<string>; written: Map<string, string> };

type Row = { document: VersionedDocument; words: Vectors; facets: string[]; place: number };

/** The values of every facet and the month in which it became public, each behind its name. */
function facetsOf(document: SearchDocument): string[] {
  const named = Object.entries(facetValuesOf(document)).flatMap(([name, values]) =>
    values.map((value) => `${name}:${value}`),
  );
  return [...new Set([...named, `${MONTH}:${monthInVietnam(document.publishedAt)}`])];
}

function rowOf({ document: { version, ...document }, words: { head, vector }, facets, place }: Row) {
  const { type, id, code, trl, publishedAt, updatedAt } = document;
  const times = { published_at: publishedAt, updated_at: updatedAt };
  return { type, id, code, place, document, facets, trl, ...times, version, head, vector };
}

/** Fields part from each other by more than any phrase is long. */
const FIELD_GAP = 20;
const LAST_POSITION = 16_000;

/** Exported for tests: the words of a document as the two columns of type tsvector, in text. */
export function vectorsOf(document: SearchDocument): Vectors {
  const head = new Map<string, string[]>();
  const vector = new Map<string, string[]>();
  const marked = new Set<string>();
  const plain = new Set<string>();
  const written = new Map<string, string>();
  let position = 1;
  function add(words: readonly Word[], weight: "A" | "B" | "C" | null) {
    for (const { folded, toned } of words) {
      const place = String(Math.min(position, LAST_POSITION));
      if (weight) note(head, folded, place + weight);
      note(vector, folded, place);
      if (weight === "A") marked.add(IN_TITLE + folded);
      if (toned === folded) plain.add(folded);
      else note(vector, AS_WRITTEN + toned, place);
      written.set(toned, folded);
      position += 1;
    }
    for (const { from, token: own, tokens } of tokensIn(words)) {
      marked.add(IN_THESE_WORDS + own);
      for (const token of tokens) {
        const place = String(Math.min(position - words.length + from, LAST_POSITION));
        if (weight) note(head, token, place + weight);
        note(vector, token, place);
        if (weight === "A") marked.add(IN_TITLE + token);
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
  const inVector = `${textOf(vector, plain)} ${[...marked].map(lexeme).join(" ")}`;
  return { head: textOf(head), vector: inVector, lexemes: new Set([...vector.keys(), ...marked]), written };
}

function fieldsOf(document: SearchDocument): { text: string; weight: "A" | "B" | "C" | null }[] {
  const { title, teaser, keywords, names, productNames, code, body } = document;
  const inAll = (texts: SearchDocument["title"]) => [texts.vi, texts.en, texts.fr].filter((text) => !!text);
  return [
    ...[code, ...inAll(title)].map((text) => ({ text: text ?? "", weight: "A" as const })),
    ...inAll(teaser).map((text) => ({ text: text ?? "", weight: "B" as const })),
    ...[...keywords, ...names, ...numbersOf(document), ...productNames].map((text) => ({ text, weight: "C" as const })),
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
