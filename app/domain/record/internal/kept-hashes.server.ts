import type { Pool } from "pg";
import { pool } from "#prisma/client.server.ts";

/** Full subtrees of this many leaves and more are kept in memory; those below stand close to their leaf. */
export const KEPT_WIDTH = 16;

/** What is read at once: the kept hashes over so many leaves, 16 kB. */
const BLOCK_WIDTH = 4_096;
const MOST_BLOCKS = 2_048;
const MOST_SINGLE = 65_536;
const HASH_BYTES = 32;

/** `blocks` by number, `single` by place: what is wider than a block or in the one that is not full yet. */
type Kept = { blocks: Map<number, Buffer>; single: Map<number, Buffer> };

// What was read once holds for ever: the hash of a full subtree never changes.
const memory = new WeakMap<Pool, Kept>();

/**
 * The hashes at places of the tree over `size` leaves, from memory where they were read before. At most two statements,
 * none where all were.
 */
export async function keptHashes(places: readonly number[], size: number): Promise<ReadonlyMap<number, Buffer>> {
  const kept = memory.get(pool()) ?? { blocks: new Map(), single: new Map() };
  memory.set(pool(), kept);
  const found = new Map<number, Buffer>();
  const single: number[] = [];
  for (const place of places) {
    const block = blockOf(place, size);
    const hash =
      block === null ? kept.single.get(place) : hashIn(kept.blocks.get(block) ?? (await readBlock(kept, block)), place);
    if (hash) found.set(place, hash);
    else single.push(place);
  }
  if (single.length > 0) for (const [place, hash] of await readSingle(kept, single)) found.set(place, hash);
  return found;
}

/** The number of the full block that keeps a place; null for a hash below the kept ones, or of more than a block. */
function blockOf(place: number, size: number): number | null {
  const block = Math.floor(place / (2 * BLOCK_WIDTH));
  const isKept = (place + 1) % KEPT_WIDTH === 0 && (place + 1) % (2 * BLOCK_WIDTH) !== 0;
  return isKept && (block + 1) * BLOCK_WIDTH <= size ? block : null;
}

function hashIn(block: Buffer, place: number): Buffer {
  const at = (((place % (2 * BLOCK_WIDTH)) + 1) / KEPT_WIDTH - 1) * HASH_BYTES;
  return block.subarray(at, at + HASH_BYTES);
}

async function readBlock({ blocks }: Kept, number: number): Promise<Buffer> {
  const first = number * 2 * BLOCK_WIDTH;
  const { rows } = await pool().query<{ hashes: Buffer }>({
    name: "a block of the record's hashes",
    text: `SELECT string_agg(hash, '' ORDER BY place) AS hashes FROM record_node
      WHERE place BETWEEN $1 AND $2 AND (place + 1) % $3 = 0`,
    values: [first, first + 2 * BLOCK_WIDTH - 2, KEPT_WIDTH],
  });
  const block = rows[0]?.hashes;
  if (block?.length !== ((2 * BLOCK_WIDTH) / KEPT_WIDTH - 1) * HASH_BYTES) {
    throw new Error(`The record lacks a hash in its block ${number}.`);
  }
  const [oldest] = blocks.keys();
  if (blocks.size >= MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
  blocks.set(number, block);
  return block;
}

async function readSingle({ single }: Kept, places: readonly number[]): Promise<[number, Buffer][]> {
  const { rows } = await pool().query<{ place: bigint; hash: Buffer }>({
    name: "hashes of the record",
    text: "SELECT place, hash FROM record_node WHERE place = ANY($1::bigint[])",
    values: [places],
  });
  if (single.size + rows.length > MOST_SINGLE) single.clear();
  const read = rows.map(({ place, hash }): [number, Buffer] => [Number(place), hash]);
  for (const [place, hash] of read) single.set(place, hash);
  return read;
}
