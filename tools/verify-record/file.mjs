// A file that somebody has, held against the record: the text of an entry, a text or paper whose hash an entry names, or a
// proof as the portal gave it out.
import { createHash } from "node:crypto";
import { leafHash, rootByProof } from "./merkle.mjs";

/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {{ name: string, hash: string, proof: any, entryNo: number | null, found: string[] }} Sought */

/** @param {string} name @param {Buffer} content @param {number | null} entryNo @returns {Sought} */
export function seek(name, content, entryNo) {
  return {
    name,
    entryNo,
    hash: createHash("sha256").update(content).digest("hex"),
    proof: proofIn(content),
    found: [],
  };
}

/** Looks whether an entry is about the file. @param {Sought} sought @param {Entry} entry */
export function compare(sought, entry) {
  if (sought.entryNo !== null && sought.entryNo !== entry.entryNo) return;
  const where = `entry ${entry.entryNo} in place ${entry.leafIndex} (${entry.kind}, ${entry.subject.code}, ${entry.at})`;
  if (entry.sha256 === sought.hash) sought.found.push(`is the text of ${where}`);
  else if (entry.payload.includes(`"${sought.hash}"`)) sought.found.push(`has the hash that ${where} names`);
  else if (sought.proof?.entryNo === entry.entryNo && sought.proof.leafHash === entry.leafHash) {
    sought.found.push(`is a proof of ${where}`);
  }
}

/**
 * What is wrong with the file, as a sentence; null where the record bears it out. A proof has to lead to its own root, and
 * that root to be the one of the tree of its size.
 * @param {Sought} sought @param {Map<number, string>} roots the roots of the heads that were checked, by size
 */
export function fileFault({ proof, found, entryNo, hash }, roots) {
  if (found.length === 0) {
    return entryNo === null
      ? `no entry of the record is this text or names its SHA-256 (${hash})`
      : `entry ${entryNo} is not this text and does not name its SHA-256 (${hash})`;
  }
  if (!proof) return null;
  if (leafHash(proof.leaf) !== proof.leafHash) return "its leaf does not have the hash that it tells";
  const root = rootByProof(proof.leafHash, proof.leafIndex, proof.size, proof.hashes);
  if (root !== proof.root) return "its hashes do not lead to its root";
  const known = roots.get(proof.size);
  if (known !== undefined && known !== root) return `its root is not that of the head over ${proof.size} entries`;
  return null;
}

/** @param {Buffer} content */
function proofIn(content) {
  try {
    const value = JSON.parse(content.toString());
    return Array.isArray(value?.hashes) && typeof value.leaf === "string" ? value : null;
  } catch {
    return null;
  }
}
