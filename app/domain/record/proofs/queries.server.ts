import { foldParts } from "#app/domain/record/internal/hashes.server.ts";
import { type RecordKey, readKeys } from "#app/domain/record/internal/keys.server.ts";
import { factsOf, SEALED_COLUMNS, type SealedRow } from "#app/domain/record/internal/rows.ts";
import {
  consistencyRanges,
  fullParts,
  inclusionRanges,
  placeOf,
  type Range,
} from "#app/domain/record/internal/tree.ts";
import { leafText, type SealedFacts } from "#app/domain/record/leaf.ts";
import { pool } from "#prisma/client.server.ts";

/** A signed tree head; `root` in hexadecimal, `note` the signed text. */
export type Head = { size: number; root: string; at: string; keyId: string; note: string };

/** An entry with its place in the tree. */
export type SealedEntry = SealedFacts & { payload: string; leafIndex: number; leafHash: string };

/** That an entry is in the tree of a size: `hashes` from the leaf upwards; `head` where one was signed at that size. */
export type InclusionProof = {
  entryNo: number;
  leafIndex: number;
  leafText: string;
  leafHash: string;
  size: number;
  root: string;
  hashes: string[];
  head: Head | null;
};

export type ConsistencyProof = {
  first: number;
  second: number;
  firstRoot: string;
  secondRoot: string;
  hashes: string[];
};

type HeadRow = { size: bigint; root: Buffer; at: Date; key_id: string; note: string };
const HEAD = "SELECT size, root, at, key_id, note FROM record_head";

/** The newest signed head; null before the first. One statement. */
export async function latestHead(): Promise<Head | null> {
  const { rows } = await pool().query<HeadRow>({ name: "head", text: `${HEAD} ORDER BY size DESC LIMIT 1` });
  return rows[0] ? asHead(rows[0]) : null;
}

/** The heads over more than `after` entries, the smallest first. One statement. */
export async function listHeads(after: number, limit: number): Promise<{ items: Head[]; more: boolean }> {
  const { rows } = await pool().query<HeadRow>(`${HEAD} WHERE size > $1 ORDER BY size LIMIT $2`, [after, limit + 1]);
  return { items: rows.slice(0, limit).map(asHead), more: rows.length > limit };
}

/** The sealed entries from a place on, in the order of the tree. One statement. */
export async function listSealed(from: number, limit: number): Promise<SealedEntry[]> {
  const { rows } = await pool().query<SealedRow & { leaf_index: bigint; payload: string; hash: Buffer }>(
    `SELECT f.leaf_index, ${SEALED_COLUMNS}, e.payload, n.hash
     FROM record_leaf f JOIN record_entry e ON e.id = f.entry_id JOIN record_node n ON n.place = 2 * f.leaf_index
     WHERE f.leaf_index >= $1 ORDER BY f.leaf_index LIMIT $2`,
    [from, limit],
  );
  return rows.map((row) => ({
    ...factsOf(row),
    payload: row.payload,
    leafIndex: Number(row.leaf_index),
    leafHash: row.hash.toString("hex"),
  }));
}

/** The keys that signed or sign the record, the newest last. One statement. */
export function listKeys(): Promise<RecordKey[]> {
  return readKeys();
}

const PLACE_OF_ENTRY = {
  name: "place of an entry",
  text: `SELECT f.leaf_index, ${SEALED_COLUMNS}, (SELECT max(size) FROM record_head) AS newest, h.*
    FROM record_entry e JOIN record_leaf f ON f.entry_id = e.id
      LEFT JOIN LATERAL (${HEAD} WHERE $2::bigint IS NULL OR size = $2 ORDER BY size DESC LIMIT 1) AS h (head_size, root, head_at, key_id, note) ON true
    WHERE e.id = $1`,
};

type PlaceRow = SealedRow & { leaf_index: bigint; newest: bigint } & (
    | { head_size: bigint; root: Buffer; head_at: Date; key_id: string; note: string }
    | { head_size: null }
  );

/**
 * Proves that an entry is in the tree of `size` entries (of the newest head where null). Null where the entry has no
 * place yet; OUT_OF_TREE where the size is beyond the newest head or does not reach the entry. Two statements.
 */
export async function proveEntry(entryNo: bigint, size: number | null): Promise<InclusionProof | "OUT_OF_TREE" | null> {
  const { rows } = await pool().query<PlaceRow>({ ...PLACE_OF_ENTRY, values: [entryNo, size] });
  const [row] = rows;
  if (!row) return null;
  const leafIndex = Number(row.leaf_index);
  const newest = Number(row.newest);
  const treeSize = size ?? newest;
  if (treeSize > newest || treeSize <= leafIndex) return "OUT_OF_TREE";
  const path = inclusionRanges(leafIndex, treeSize);
  const leaf = { start: leafIndex, end: leafIndex + 1 };
  const [leafHash = "", root = "", ...hashes] = await hashesOf([leaf, { start: 0, end: treeSize }, ...path]);
  const head =
    row.head_size === null
      ? null
      : asHead({ size: row.head_size, root: row.root, at: row.head_at, key_id: row.key_id, note: row.note });
  const text = leafText(factsOf(row));
  return { entryNo: Number(row.id), leafIndex, leafText: text, leafHash, size: treeSize, root, hashes, head };
}

/** Proves that the tree of `first` entries is the beginning of that of `second`. Null beyond the newest head. Two statements. */
export async function proveConsistency(first: number, second: number): Promise<ConsistencyProof | null> {
  const newest = (await latestHead())?.size ?? 0;
  if (first < 1 || first > second || second > newest) return null;
  const roots = [first, second].map((end) => ({ start: 0, end }));
  const [firstRoot = "", secondRoot = "", ...hashes] = await hashesOf([...roots, ...consistencyRanges(first, second)]);
  return { first, second, firstRoot, secondRoot, hashes };
}

/** The hashes over ranges, in hexadecimal, from the full parts that the database keeps. One statement. */
async function hashesOf(ranges: readonly Range[]): Promise<string[]> {
  const parts = ranges.map((range) => fullParts(range).map(placeOf));
  const { rows } = await pool().query<{ place: bigint; hash: Buffer }>({
    name: "hashes of the record",
    text: "SELECT place, hash FROM record_node WHERE place = ANY($1::bigint[])",
    values: [[...new Set(parts.flat())]],
  });
  const kept = new Map(rows.map(({ place, hash }) => [Number(place), hash]));
  return parts.map((places) => {
    const hashes = places.map((place) => {
      const hash = kept.get(place);
      if (!hash) throw new Error(`The record lacks the hash at place ${place}.`);
      return hash;
    });
    return foldParts(hashes).toString("hex");
  });
}

function asHead({ size, root, at, key_id, note }: HeadRow): Head {
  return { size: Number(size), root: root.toString("hex"), at: at.toISOString(), keyId: key_id, note };
}
