// The tree of RFC 6962: leaf hashes, node hashes, a root that grows leaf by leaf, and the check of an inclusion proof.
// A hash is 64 hexadecimal digits throughout.
import { hash } from "node:crypto";

const NODE = Buffer.alloc(65);
NODE[0] = 1;

/** SHA-256 of a text. @param {string} text */
export function sha256(text) {
  return hash("sha256", text, "hex");
}

/** The hash of a leaf: SHA-256 over a zero byte and its text. @param {string} text */
export function leafHash(text) {
  return hash("sha256", `\0${text}`, "hex");
}

/** The hash of a node: SHA-256 over a one byte and the hashes of its two sides. @param {string} left @param {string} right */
export function nodeHash(left, right) {
  NODE.write(left, 1, 32, "hex");
  NODE.write(right, 33, 32, "hex");
  return hash("sha256", NODE, "hex");
}

/** @typedef {{ size: number, edge: string[] }} Tree the hashes at its right edge, from the largest full subtree down */

/** @returns {Tree} */
export function emptyTree() {
  return { size: 0, edge: [] };
}

/** Adds a leaf to a tree. @param {Tree} tree @param {string} leaf */
export function addLeaf(tree, leaf) {
  let node = leaf;
  // For each low bit of the size that is set a full subtree ends here: it is joined with what comes.
  for (let rest = tree.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = tree.edge.pop();
    if (left) node = nodeHash(left, node);
  }
  tree.edge.push(node);
  tree.size += 1;
}

/** The root over all leaves of a tree. @param {Tree} tree */
export function rootOf({ edge }) {
  const last = edge.at(-1);
  return last ? edge.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last) : sha256("");
}

/**
 * The root that an inclusion proof leads to; null where the proof has not the length that index and size ask for.
 * @param {string} leaf @param {number} index @param {number} size @param {string[]} path
 */
export function rootByProof(leaf, index, size, path) {
  /** @type {boolean[]} whether the side on the way up is the left one, from the root downwards */
  const sides = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    let half = 1;
    while (half * 2 < end - start) half *= 2;
    sides.push(index >= start + half);
    if (index < start + half) end = start + half;
    else start += half;
  }
  if (index < 0 || index >= size || sides.length !== path.length) return null;
  sides.reverse();
  return path.reduce((node, side, at) => (sides[at] ? nodeHash(side, node) : nodeHash(node, side)), leaf);
}
