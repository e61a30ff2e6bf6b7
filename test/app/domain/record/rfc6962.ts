import { createHash } from "node:crypto";

// The tree of RFC 6962 as its text defines it, written down once more and slowly: what the record is held against.

export function sha(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** MTH(D[n]) over leaf hashes. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha();
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return sha("\u0001", rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** PATH(m, D[n]). */
export function pathOf(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  if (m < k) return [...pathOf(m, leaves.slice(0, k)), rootOf(leaves.slice(k))];
  return [...pathOf(m - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

/** SUBPROOF(m, D[n], b). */
export function subproofOf(m: number, leaves: readonly Buffer[], b = true): Buffer[] {
  const n = leaves.length;
  if (m === n) return b ? [] : [rootOf(leaves)];
  const k = split(n);
  if (m <= k) return [...subproofOf(m, leaves.slice(0, k), b), rootOf(leaves.slice(k))];
  return [...subproofOf(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
