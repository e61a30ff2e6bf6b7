// What an earlier check saw, in a folder: the newest head, the keys, and every leaf hash.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** @typedef {{ note: string | null, keys: import("./check.mjs").PlacedKey[], leaves: Buffer }} Memory */

/** @param {string} folder @returns {Promise<Memory>} */
export async function readMemory(folder) {
  const [seen, leaves] = await Promise.all(["seen.json", "leaves.bin"].map((name) => read(path.join(folder, name))));
  const { note = null, keys = [] } = seen ? JSON.parse(seen.toString()) : {};
  return { note, keys, leaves: leaves ?? Buffer.alloc(0) };
}

/** Writes beside and puts in place, so that a check that is cut off leaves the former one. @param {string} folder @param {Memory} memory */
export async function writeMemory(folder, { note, keys, leaves }) {
  await mkdir(folder, { recursive: true });
  await put(path.join(folder, "leaves.bin"), leaves);
  await put(path.join(folder, "seen.json"), `${JSON.stringify({ note, keys }, null, 2)}\n`);
}

/** @param {string} file @param {string | Buffer} content */
async function put(file, content) {
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}

/** @param {string} file @returns {Promise<Buffer | null>} */
function read(file) {
  return readFile(file).catch((error) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
