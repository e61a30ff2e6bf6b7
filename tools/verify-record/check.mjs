// The check itself, leaf by leaf: no network and no disk here.
import { leafText } from "./entry.mjs";
import { addLeaf, emptyTree, leafHash, rootOf, sha256 } from "./merkle.mjs";
import { isEndorsed, readHead, readKey, signatureFault } from "./note.mjs";

/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {import("./note.mjs").Head} Head */
/** @typedef {import("./note.mjs").Key} Key */
/** @typedef {{ place: number | null, entryNo: number | null, text: string }} Fault */
/** @typedef {{ note: string, from: string }} Notice a signed head, and who told it */
/** @typedef {{ place: number, vkey: string }} PlacedKey a key, and the place of the entry that brings it in */

/**
 * Starts a check. `saved` holds the leaf hashes of an earlier check, 32 bytes each, `savedKeys` the keys that it met;
 * `trusted` the keys that somebody vouched for; `notices` the heads to hold the tree against. With `newOnly` the entries of
 * `saved` are not asked for again.
 * @param {{ saved: Buffer, savedKeys: PlacedKey[], trusted: string[], notices: Notice[], newOnly?: boolean }} given
 */
export function startCheck({ saved, savedKeys, trusted, notices, newOnly = false }) {
  /** @type {Fault[]} */
  const faults = [];
  const { heads, unread } = readHeads(notices);
  faults.push(...unread);
  const tree = emptyTree();
  const check = {
    ...{ saved, trusted, faults, heads, tree, nextHead: 0, checkedHeads: 0 },
    firstKey: savedKeys[0]?.vkey ?? null,
    /** @type {PlacedKey[]} */ keys: [],
    /** @type {Key | null} */ key: null,
    /** whether the tree is still the one that the heads are about @type {boolean} */ isWhole: true,
    /** the places of entries that are not what was sealed @type {number} */ faultyLeaves: 0,
    lastRootSize: 0,
  };
  checkHeads(check);
  if (newOnly) replay(check, savedKeys);
  return check;
}

/** @typedef {ReturnType<typeof startCheck>} Check */

/** Builds the tree as the last check saw it, and holds it against every head on the way. @param {Check} check @param {PlacedKey[]} savedKeys */
function replay(check, savedKeys) {
  const size = check.saved.length / 32;
  for (let place = 0; place < size; place += 1) {
    addLeaf(check.tree, savedLeaf(check, place) ?? "");
    const found = savedKeys.find((one) => one.place === place);
    if (found) {
      check.key = readKey(found.vkey);
      check.keys.push(found);
    }
    checkHeads(check);
  }
}

/** Takes the next entry of the record. @param {Check} check @param {Entry} entry */
export function takeEntry(check, entry) {
  const { tree } = check;
  if (entry.leafIndex < tree.size) {
    report(check, entry.leafIndex, entry, `stands in the place ${entry.leafIndex} a second time`);
    return;
  }
  while (tree.size < entry.leafIndex) missing(check);
  const place = tree.size;
  const own = leafHash(leafText(entry));
  const was = savedLeaf(check, place);
  if (sha256(entry.payload) !== entry.sha256) {
    report(check, place, entry, "its payload does not have the hash that stands beside it");
  }
  const reference = was ?? entry.leafHash;
  if (own !== reference) {
    check.faultyLeaves += 1;
    const since = was ? "when it was last checked here" : "when it was sealed";
    report(check, place, entry, `it is not what stood in this place ${since}`);
  } else if (entry.leafHash !== own)
    report(check, place, entry, "the portal tells another leaf hash than the entry has");
  // The tree goes on with what was sealed, so that what follows is judged by itself.
  addLeaf(tree, reference);
  if (entry.kind === "record.key" && entry.subject.type === "RECORD") takeKey(check, place, entry);
  checkHeads(check);
}

/** Ends a check: what the heads cover and the portal did not tell. @param {Check} check */
export function endCheck(check) {
  const last = check.heads.at(-1)?.head.size ?? 0;
  const savedSize = check.saved.length / 32;
  while (check.tree.size < Math.max(last, savedSize)) missing(check);
  if (check.trusted.length > 0 && !check.keys.some(({ vkey }) => check.trusted.includes(vkey))) {
    const had = check.keys.map(({ vkey }) => vkey).join(", ") || "none";
    report(check, null, null, `none of the keys of the record is trusted: it has ${had}`);
  }
}

/** @param {Check} check @param {number} place @returns {string | null} */
function savedLeaf({ saved }, place) {
  return (place + 1) * 32 <= saved.length ? saved.toString("hex", place * 32, (place + 1) * 32) : null;
}

/** @param {Check} check */
function missing(check) {
  const place = check.tree.size;
  const was = savedLeaf(check, place);
  report(check, place, null, "the entry of this place is missing");
  if (!was) check.isWhole = false;
  addLeaf(check.tree, was ?? "0".repeat(64));
  checkHeads(check);
}

/** @param {Check} check @param {number} place @param {Entry} entry */
function takeKey(check, place, entry) {
  const { key: vkey, former, endorsement } = JSON.parse(entry.payload);
  const key = readKey(String(vkey));
  if (!key) return report(check, place, entry, "the key that it brings in is none");
  const isVouchedFor = check.trusted.includes(key.vkey);
  if (!check.key) {
    if (check.firstKey && check.firstKey !== key.vkey && !isVouchedFor) {
      report(check, place, entry, `the record now begins with the key ${key.vkey}, and began with ${check.firstKey}`);
    }
    check.firstKey ??= key.vkey;
  } else if (!isVouchedFor) {
    const isFollowing =
      former === check.key.id && typeof endorsement === "string" && isEndorsed(check.key, key.vkey, endorsement);
    if (!isFollowing) {
      report(
        check,
        place,
        entry,
        `it brings in the key ${key.vkey}, and the key before did not sign that: ask whoever runs the portal by another way, then give it with --key`,
      );
    }
  }
  check.key = key;
  check.keys.push({ place, vkey: key.vkey });
}

/** Holds the tree against the heads of its present size. @param {Check} check */
function checkHeads(check) {
  const { heads, tree } = check;
  for (let next = heads[check.nextHead]; next && next.head.size === tree.size; next = heads[check.nextHead]) {
    check.nextHead += 1;
    const { head, from } = next;
    const fault = check.key ? signatureFault(head, check.key) : "no key was on the record when it was signed";
    if (fault) report(check, null, null, `the head over ${head.size} entries (${from}): ${fault}`);
    if (!check.isWhole) continue;
    if (rootOf(tree) !== head.root) {
      check.isWhole = false;
      const where = `the places ${check.lastRootSize} to ${head.size - 1}`;
      report(
        check,
        null,
        null,
        `the head over ${head.size} entries (${from}) is about another tree: something in ${where} was changed, added, taken away or moved since it was signed`,
      );
    } else {
      check.checkedHeads += 1;
      check.lastRootSize = head.size;
    }
  }
}

/** @param {Check} check @param {number | null} place @param {Entry | null} entry @param {string} text */
function report({ faults }, place, entry, text) {
  faults.push({ place, entryNo: entry?.entryNo ?? null, text });
}

/** @param {Notice[]} notices */
function readHeads(notices) {
  /** @type {{ head: Head, from: string }[]} */
  const heads = [];
  /** @type {Fault[]} */
  const unread = [];
  for (const { note, from } of notices) {
    const head = readHead(note);
    if (typeof head === "string") unread.push({ place: null, entryNo: null, text: `${from}: ${head}` });
    else heads.push({ head, from });
  }
  heads.sort((a, b) => a.head.size - b.head.size);
  return { heads, unread };
}
