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
  /** on which side of what is hashed so far each of them stands */
  sides: ("left" | "right")[];
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

// The leaf, the full subtrees beside its path and those at the right edge of the tree: whatever a proof is made of.
const PROOF = {
  name: "proof of an entry",
  text: `
    SELECT p.leaf_index, p.newest, p.tree_size, ${SEALED_COLUMNS}, h.root, h.at AS head_at, h.key_id, h.note, n.hashes
    FROM (SELECT f.leaf_index, f.entry_id, newest, coalesce($2::bigint, newest) AS tree_size
        FROM record_leaf f, (SELECT max(size) AS newest FROM record_head) AS head WHERE f.entry_id = $1) AS p
      JOIN record_entry e ON e.id = p.entry_id
      LEFT JOIN record_head h ON h.size = p.tree_size
      LEFT JOIN LATERAL (
        SELECT string_agg(hash, '' ORDER BY place) AS hashes FROM record_node WHERE place = ANY (ARRAY(
          SELECT 2 * p.leaf_index
          UNION ALL SELECT (((p.leaf_index >> k) # 1) << (k + 1)) + (1::bigint << k) - 1 FROM generate_series(0, 40) AS k
            WHERE (((p.leaf_index >> k) # 1) + 1) << k <= p.tree_size AND 1::bigint << k < p.tree_size
          UNION ALL SELECT ((p.tree_size >> (k + 1)) << (k + 2)) + (1::bigint << k) - 1 FROM generate_series(0, 40) AS k
            WHERE (p.tree_size >> k) & 1 = 1))
      ) AS n ON p.tree_size BETWEEN p.leaf_index + 1 AND p.newest
    WHERE e.id = $1`,
};

type ProofRow = SealedRow & { leaf_index: bigint; newest: bigint; tree_size: bigint; hashes: Buffer | null } & (
    | { root: Buffer; head_at: Date; key_id: string; note: string }
    | { root: null }
  );

/**
 * Proves that an entry is in the tree of `size` entries (of the newest head where null). Null where the entry has no
 * place yet; OUT_OF_TREE where the size is beyond the newest head or does not reach the entry. One statement.
 */
export async function proveEntry(entryNo: bigint, size: number | null): Promise<InclusionProof | "OUT_OF_TREE" | null> {
  const { rows } = await pool().query<ProofRow>({ ...PROOF, values: [entryNo, size] });
  const [row] = rows;
  if (!row) return null;
  if (!row.hashes) return "OUT_OF_TREE";
  const [leafIndex, treeSize] = [Number(row.leaf_index), Number(row.tree_size)];
  const path = inclusionRanges(leafIndex, treeSize);
  const whole = { start: 0, end: treeSize };
  const leaf = { start: leafIndex, end: leafIndex + 1 };
  const kept = keptHashes([leaf, ...path, whole], row.hashes);
  const hashOf = (range: Range) => hashFrom(kept, range).toString("hex");
  const head =
    row.root === null
      ? null
      : asHead({ size: row.tree_size, root: row.root, at: row.head_at, key_id: row.key_id, note: row.note });
  return {
    ...{ entryNo: Number(row.id), leafIndex, leafText: leafText(factsOf(row)), leafHash: hashOf(leaf) },
    ...{ size: treeSize, root: head?.root ?? hashOf(whole), hashes: path.map(hashOf), head },
    sides: path.map(({ start }) => (start <= leafIndex ? "left" : "right")),
  };
}

/** The hashes of all full parts of some ranges, by their places, from one string of bytes in the order of the places. */
function keptHashes(ranges: readonly Range[], bytes: Buffer): Map<number, Buffer> {
  const places = [...new Set(ranges.flatMap((range) => fullParts(range).map(placeOf)))].sort((a, b) => a - b);
  if (bytes.length !== 32 * places.length) throw new Error("The record lacks a hash that a proof needs.");
  return new Map(places.map((place, at) => [place, bytes.subarray(32 * at, 32 * at + 32)]));
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
  const places = ranges.flatMap((range) => fullParts(range).map(placeOf));
  const { rows } = await pool().query<{ place: bigint; hash: Buffer }>({
    name: "hashes of the record",
    text: "SELECT place, hash FROM record_node WHERE place = ANY($1::bigint[])",
    values: [[...new Set(places)]],
  });
  const kept = new Map(rows.map(({ place, hash }) => [Number(place), hash]));
  return ranges.map((range) => hashFrom(kept, range).toString("hex"));
}

function hashFrom(kept: ReadonlyMap<number, Buffer>, range: Range): Buffer {
  const hashes = fullParts(range).map((part) => {
    const hash = kept.get(placeOf(part));
    if (!hash) throw new Error(`The record lacks the hash at place ${placeOf(part)}.`);
    return hash;
  });
  return foldParts(hashes);
}

function asHead({ size, root, at, key_id, note }: HeadRow): Head {
  return { size: Number(size), root: root.toString("hex"), at: at.toISOString(), keyId: key_id, note };
}
