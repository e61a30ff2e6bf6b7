import type { Pool } from "pg";
import { foldParts } from "#app/domain/record/internal/hashes.server.ts";
import { KEPT_WIDTH, keptHashes } from "#app/domain/record/internal/kept-hashes.server.ts";
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

// What was signed over a size holds for ever, and what is smaller than the newest head is never signed any more.
const heads = new WeakMap<Pool, Map<number, Head | null>>();
const MOST_HEADS = 1_024;

/** The head over a size that the tree has reached, from memory where it was read before; null where none was signed. */
async function headOver(size: number): Promise<Head | null> {
  const known = heads.get(pool()) ?? new Map<number, Head | null>();
  heads.set(pool(), known);
  const before = known.get(size);
  if (before !== undefined) return before;
  const { rows } = await pool().query<HeadRow>({ name: "head over", text: `${HEAD} WHERE size = $1`, values: [size] });
  const head = rows[0] ? asHead(rows[0]) : null;
  if (known.size >= MOST_HEADS) known.clear();
  known.set(size, head);
  return head;
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

const NEAR_LEVELS = Array.from({ length: Math.log2(KEPT_WIDTH) }, (_, level) => level);

// A leaf, its entry, the size of the newest head, and the hashes near the leaf: the full subtrees beside its path that
// are too many to be kept in memory.
const PROOF = {
  name: "proof of an entry",
  text: `
    SELECT f.leaf_index, (SELECT max(size) FROM record_head) AS newest, ${SEALED_COLUMNS},
      (SELECT string_agg(hash, '' ORDER BY place) FROM record_node
        WHERE place = ANY (ARRAY[2 * f.leaf_index, ${besideLeaf()}])) AS hashes
    FROM record_leaf f JOIN record_entry e ON e.id = f.entry_id WHERE f.entry_id = $1`,
};

/** Where the full subtrees beside the path from `f.leaf_index` are kept, on the lowest levels. */
function besideLeaf(): string {
  return NEAR_LEVELS.map((k) => `((f.leaf_index >> ${k}) # 1) * ${2 ** (k + 1)} + ${2 ** k - 1}`).join(", ");
}

type ProofRow = SealedRow & { leaf_index: bigint; newest: bigint; hashes: Buffer };

/**
 * Proves that an entry is in the tree of `size` entries (of the newest head where null). Null where the entry has no
 * place yet; OUT_OF_TREE where the size is beyond the newest head or does not reach the entry. One statement, and a few
 * more where the head or hashes far from the leaf are not in memory yet.
 */
export async function proveEntry(entryNo: bigint, size: number | null): Promise<InclusionProof | "OUT_OF_TREE" | null> {
  const { rows } = await pool().query<ProofRow>({ ...PROOF, values: [entryNo] });
  const [row] = rows;
  if (!row) return null;
  const [leafIndex, newest] = [Number(row.leaf_index), Number(row.newest)];
  const treeSize = size ?? newest;
  if (treeSize > newest || treeSize <= leafIndex) return "OUT_OF_TREE";
  const path = inclusionRanges(leafIndex, treeSize);
  const head = await headOver(treeSize);
  const leaf = { start: leafIndex, end: leafIndex + 1 };
  const whole = head ? [] : [{ start: 0, end: treeSize }];
  const near = nearHashes(leafIndex, newest, row.hashes);
  const [leafHash = "", ...hashes] = await hashesOf([leaf, ...path, ...whole], treeSize, near);
  return {
    ...{ entryNo: Number(row.id), leafIndex, leafText: leafText(factsOf(row)), leafHash },
    ...{ size: treeSize, root: head?.root ?? hashes.at(-1) ?? "", hashes: hashes.slice(0, path.length), head },
    sides: path.map(({ start }) => (start <= leafIndex ? "left" : "right")),
  };
}

/** The hashes that PROOF reads, by their places: of the leaf, and of what beside its path is full. */
function nearHashes(leafIndex: number, newest: number, bytes: Buffer): Map<number, Buffer> {
  const beside = NEAR_LEVELS.map((level) => {
    const width = 2 ** level;
    const start = (Math.floor(leafIndex / width) + (Math.floor(leafIndex / width) % 2 === 0 ? 1 : -1)) * width;
    return { start, end: start + width };
  });
  const full = beside.filter(({ end }) => end <= newest).map(placeOf);
  const places = [2 * leafIndex, ...full].sort((a, b) => a - b);
  return new Map(places.map((place, at) => [place, bytes.subarray(32 * at, 32 * at + 32)]));
}

/** Proves that the tree of `first` entries is the beginning of that of `second`. Null beyond the newest head. */
export async function proveConsistency(first: number, second: number): Promise<ConsistencyProof | null> {
  const newest = (await latestHead())?.size ?? 0;
  if (first < 1 || first > second || second > newest) return null;
  const roots = [first, second].map((end) => ({ start: 0, end }));
  const [firstRoot = "", secondRoot = "", ...hashes] = await hashesOf(
    [...roots, ...consistencyRanges(first, second)],
    newest,
  );
  return { first, second, firstRoot, secondRoot, hashes };
}

/** The hashes over ranges, in hexadecimal, in a tree of `size`, from the full parts that are kept; `known` need not be read. */
async function hashesOf(
  ranges: readonly Range[],
  size: number,
  known: ReadonlyMap<number, Buffer> = new Map(),
): Promise<string[]> {
  const parts = ranges.map((range) => fullParts(range).map(placeOf));
  const kept = await keptHashes(
    parts.flat().filter((place) => !known.has(place)),
    size,
  );
  return parts.map((places) => {
    const hashes = places.map((place) => {
      const hash = known.get(place) ?? kept.get(place);
      if (!hash) throw new Error(`The record lacks the hash at place ${place}.`);
      return hash;
    });
    return foldParts(hashes).toString("hex");
  });
}

function asHead({ size, root, at, key_id, note }: HeadRow): Head {
  return { size: Number(size), root: root.toString("hex"), at: at.toISOString(), keyId: key_id, note };
}
