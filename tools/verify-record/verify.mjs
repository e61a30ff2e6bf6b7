#!/usr/bin/env node
// Checks the public record of a portal from outside: node verify.mjs https://portal.example (README.md says more)
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { endCheck, startCheck, takeEntry } from "./check.mjs";
import { readEntries, readJson, readNotes } from "./download.mjs";
import { compare, fileFault, seek } from "./file.mjs";
import { readMemory, writeMemory } from "./memory.mjs";
import { readHead } from "./note.mjs";

const USAGE = `node verify.mjs <the portal's address>
  --memory <folder>   what was seen before, and what is seen now (verify-record/<host>)
  --new               only what is new since the last check; without it the whole record
  --key <key>         a key that somebody vouched for by another way (may be given several times)
  --head <file>       a signed head that somebody else mirrored (may be given several times)
  --file <file>       a file to hold against the record (may be given several times)
  --entry <number>    the entry that the files are about
`;
const MOST_TOLD = 50;

/** @param {ReturnType<typeof readOptions>} options @returns {Promise<number>} 0: all is well; 1: something is wrong */
async function run({ portal, memory, newOnly, keys, headFiles, files, entryNo }) {
  const seen = await readMemory(memory);
  if (files.length > 0 && newOnly) throw new Error("--file needs the whole record: leave --new out.");
  const newest = await readJson(`${portal}/api/v1/record/head`);
  const notes = await readNotes(portal, newOnly ? Math.max(seen.leaves.length / 32 - 1, 0) : 0);
  const notices = [
    ...notes.map((note) => ({ note, from: "the portal" })),
    ...(newest.head ? [{ note: newest.head.note, from: "the portal, as its newest" }] : []),
    ...(seen.note ? [{ note: seen.note, from: "seen by the last check" }] : []),
    ...(await Promise.all(headFiles.map(async (file) => ({ note: await readFile(file, "utf8"), from: file })))),
  ];
  const check = startCheck({
    ...{ saved: seen.leaves, savedKeys: seen.keys, trusted: keys, notices, newOnly },
  });
  const sought = await Promise.all(files.map(async (file) => seek(file, await readFile(file), entryNo)));
  const size = check.heads.at(-1)?.head.size ?? 0;
  const leaves = [];
  for await (const page of readEntries(portal, check.tree.size, size)) {
    for (const entry of page) {
      takeEntry(check, entry);
      leaves.push(Buffer.from(entry.leafHash, "hex"));
      for (const one of sought) compare(one, entry);
    }
  }
  endCheck(check);
  const roots = new Map(check.heads.map(({ head }) => [head.size, head.root]));
  for (const one of sought) {
    const fault = fileFault(one, roots);
    if (fault) check.faults.push({ place: null, entryNo: one.entryNo, text: `${one.name}: ${fault}` });
    else for (const found of one.found) process.stdout.write(`✓ ${one.name} ${found}\n`);
  }
  if (check.faults.length > 0) return tell(check.faults);
  const note = check.heads.at(-1)?.head.note ?? null;
  await writeMemory(memory, {
    ...{ note, keys: check.keys },
    leaves: Buffer.concat(newOnly ? [seen.leaves, ...leaves] : leaves),
  });
  tellGood(check, seen.note, newest.waiting);
  return 0;
}

/** @param {import("./check.mjs").Check} check @param {string | null} before @param {number} waiting */
function tellGood({ tree, checkedHeads, key, heads }, before, waiting) {
  const head = heads.at(-1)?.head;
  const lines = [
    `✓ ${tree.size} entries, ${checkedHeads} signed heads: each entry is what was sealed, and the tree only grew`,
    head ? `  root ${head.root}, signed ${head.time}` : "  nothing is sealed yet",
    ...(key ? [`  key  ${key.vkey}`] : []),
    ...(waiting > 0 ? [`  ${waiting} entries wait for the seal`] : []),
    before === null
      ? "  This was the first check here: compare the key with one that you have by another way."
      : `  It begins with the tree over ${sizeOf(before)} entries that the last check saw.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** @param {string} note */
function sizeOf(note) {
  const head = readHead(note);
  return typeof head === "string" ? "?" : head.size;
}

/** @param {import("./check.mjs").Fault[]} faults */
function tell(faults) {
  for (const { place, entryNo, text } of faults.slice(0, MOST_TOLD)) {
    const where = place === null ? "" : `place ${place}${entryNo === null ? "" : ` (entry ${entryNo})`}: `;
    process.stdout.write(`✗ ${where}${text}\n`);
  }
  if (faults.length > MOST_TOLD) process.stdout.write(`✗ … and ${faults.length - MOST_TOLD} more\n`);
  return 1;
}

/** @param {string[]} args */
function readOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      memory: { type: "string" },
      new: { type: "boolean", default: false },
      key: { type: "string", multiple: true, default: [] },
      head: { type: "string", multiple: true, default: [] },
      file: { type: "string", multiple: true, default: [] },
      entry: { type: "string" },
    },
  });
  const [address = ""] = positionals;
  if (positionals.length !== 1 || !URL.canParse(address)) throw new Error(USAGE);
  const { host } = new URL(address);
  return {
    portal: address.replace(/\/+$/, ""),
    memory: values.memory ?? path.join("verify-record", host.replaceAll(":", "_")),
    ...{ newOnly: values.new, keys: values.key, headFiles: values.head, files: values.file },
    entryNo: values.entry === undefined ? null : Number(values.entry),
  };
}

try {
  process.exitCode = await run(readOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
