import { pool } from "#prisma/client.server.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";

/** An entry of the public record. `payload` is the canonical text whose SHA-256 (over its UTF-8 bytes) is `hash`. */
export type PublicEntry = {
  entryNo: number;
  at: string;
  kind: string;
  subjectType: SubjectType;
  subjectCode: string;
  organisation: string | null;
  /** the code of that body, as it was when the entry was written */
  organisationCode: string | null;
  post: string;
  hash: string;
  payload: string;
  /** its place in the tree; null as long as it waits for the sealer */
  leafIndex: number | null;
};

type Row = {
  id: bigint;
  at: Date;
  kind: string;
  subject_type: SubjectType;
  subject_code: string;
  organisation: string | null;
  actor_organisation: string | null;
  actor_post: string;
  sha256: string;
  payload: string;
  leaf_index: bigint | null;
};

// A name that nobody has verified is what anybody typed, and stays out of public pages.
const SELECT = `SELECT e.id, e.at, e.kind, e.subject_type, e.subject_code,
    CASE WHEN o.verified_at IS NOT NULL THEN o.name_vi END AS organisation, e.actor_organisation, e.actor_post, e.sha256,
    e.payload, f.leaf_index
  FROM record_entry e LEFT JOIN organisation o ON o.id = e.actor_organisation_id
    LEFT JOIN record_leaf f ON f.entry_id = e.id`;

/** One page of the record, newest first, of the entries before a number (all when null), about one subject where it is named. One statement. */
export async function listEntries(
  before: bigint | null,
  limit: number,
  subjectCode: string | null = null,
): Promise<{ items: PublicEntry[]; more: boolean }> {
  const { rows } = await pool().query<Row>(
    `${SELECT} WHERE ($1::bigint IS NULL OR e.id < $1) ${subjectCode === null ? "" : "AND e.subject_code = $3"}
    ORDER BY e.id DESC LIMIT $2`,
    subjectCode === null ? [before, limit + 1] : [before, limit + 1, subjectCode],
  );
  return { items: rows.slice(0, limit).map(asPublic), more: rows.length > limit };
}

/** The entries after a number, oldest first: what somebody who keeps a copy reads next. One statement. */
export async function listEntriesAfter(after: bigint, limit: number): Promise<{ items: PublicEntry[]; more: boolean }> {
  const { rows } = await pool().query<Row>(`${SELECT} WHERE e.id > $1 ORDER BY e.id LIMIT $2`, [after, limit + 1]);
  return { items: rows.slice(0, limit).map(asPublic), more: rows.length > limit };
}

/** How many entries the record has, how many of them wait for the seal, and the newest. One statement. */
export async function readNewest(): Promise<{
  entries: number;
  waiting: number;
  newest: { entryNo: number; hash: string; at: string } | null;
}> {
  const { rows } = await pool().query<{ waiting: number; sealed: bigint; id: bigint; sha256: string; at: Date }>(
    `SELECT id, sha256, at, (SELECT count(*)::int FROM record_unsealed) AS waiting,
       (SELECT coalesce(max(size), 0) FROM record_head) AS sealed
     FROM record_entry ORDER BY id DESC LIMIT 1`,
  );
  const row = rows[0];
  if (!row) return { entries: 0, waiting: 0, newest: null };
  const newest = { entryNo: Number(row.id), hash: row.sha256, at: row.at.toISOString() };
  return { entries: Number(row.sealed) + row.waiting, waiting: row.waiting, newest };
}

/** The newest 500 entries about one subject, oldest first. One statement. */
export async function entriesOf(subjectType: SubjectType, subjectCode: string): Promise<PublicEntry[]> {
  const { rows } = await pool().query<Row>(
    `${SELECT} WHERE e.subject_type = $1 AND e.subject_code = $2 ORDER BY e.id DESC LIMIT 500`,
    [subjectType, subjectCode],
  );
  return rows.map(asPublic).reverse();
}

/** The newest entries about one subject, newest first. One statement. */
export async function newestOf(subjectType: SubjectType, subjectCode: string, limit: number): Promise<PublicEntry[]> {
  const { rows } = await pool().query<Row>(
    `${SELECT} WHERE e.subject_type = $1 AND e.subject_code = $2 ORDER BY e.id DESC LIMIT $3`,
    [subjectType, subjectCode, limit],
  );
  return rows.map(asPublic);
}

/** One entry by its number. One statement. */
export async function findEntry(entryNo: bigint): Promise<PublicEntry | null> {
  const { rows } = await pool().query<Row>(`${SELECT} WHERE e.id = $1`, [entryNo]);
  return rows[0] ? asPublic(rows[0]) : null;
}

/** Reads the code of what entries are about from an address; null for anything that is none. */
export function subjectIn(text: string | null | undefined): string | null {
  return text && /^[\w.-]{1,60}$/.test(text) ? text : null;
}

/** Reads an entry's number from an address; null for anything that is none. */
export function entryNumber(text: string | null | undefined): bigint | null {
  return text && /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null;
}

function asPublic(row: Row): PublicEntry {
  return {
    entryNo: Number(row.id),
    at: row.at.toISOString(),
    kind: row.kind,
    subjectType: row.subject_type,
    subjectCode: row.subject_code,
    organisation: row.organisation,
    organisationCode: row.actor_organisation,
    post: row.actor_post,
    hash: row.sha256,
    payload: row.payload,
    leafIndex: row.leaf_index === null ? null : Number(row.leaf_index),
  };
}
