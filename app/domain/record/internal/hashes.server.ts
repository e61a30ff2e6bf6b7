import { hash as hashOnce } from "node:crypto";
import { fullParts, placeOf, type Range } from "./tree.ts";

/** A hash and where the database keeps it. */
export type Node = { place: number; hash: Buffer };

/** The hash of a leaf: SHA-256 over a zero byte and the leaf's text. */
export function leafHash(text: string): Buffer {
  return hashOnce("sha256", `\u0000${text}`, "buffer");
}

const NODE = Buffer.alloc(65, 1);

/** The hash of a node: SHA-256 over a one byte and the hashes of its two sides. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  left.copy(NODE, 1);
  right.copy(NODE, 33);
  return hashOnce("sha256", NODE, "buffer");
}

/** The hash of a range from those of its full parts, from the left. */
export function foldParts(parts: readonly Buffer[]): Buffer {
  const last = parts.at(-1);
  if (!last) return hashOnce("sha256", "", "buffer");
  return parts.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/**
 * Adds leaves to a tree of `size`, whose full parts have the hashes `edge`: every node that becomes full by it, and the
 * root over all.
 */
export function grow(
  size: number,
  edge: readonly Buffer[],
  leaves: readonly Buffer[],
): { nodes: Node[]; root: Buffer } {
  const nodes: Node[] = [];
  const stack: { range: Range; hash: Buffer }[] = fullParts({ start: 0, end: size }).map((range, at) => {
    const hash = edge[at];
    if (!hash) throw new Error(`The record lacks the hash at place ${placeOf(range)}.`);
    return { range, hash };
  });
  for (const [at, leaf] of leaves.entries()) {
    let top = { range: { start: size + at, end: size + at + 1 }, hash: leaf };
    nodes.push({ place: placeOf(top.range), hash: leaf });
    for (let left = stack.at(-1); left && widthOf(left.range) === widthOf(top.range); left = stack.at(-1)) {
      stack.pop();
      top = { range: { start: left.range.start, end: top.range.end }, hash: nodeHash(left.hash, top.hash) };
      nodes.push({ place: placeOf(top.range), hash: top.hash });
    }
    stack.push(top);
  }
  return { nodes, root: foldParts(stack.map(({ hash }) => hash)) };
}

function widthOf({ start, end }: Range): number {
  return end - start;
}
