// What the portal tells, page by page, with patience where it is busy.
import { setTimeout } from "node:timers/promises";

/** @typedef {import("./entry.mjs").Entry} Entry */

const PAGE = 1_000;
const TRIES = 6;

/** @param {string} address @returns {Promise<any>} */
export async function readJson(address) {
  for (let turn = 1; ; turn += 1) {
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch((error) => error);
    if (answer instanceof Response && answer.ok) return answer.json();
    const isBusy = !(answer instanceof Response) || answer.status === 429 || answer.status >= 500;
    if (!isBusy || turn === TRIES) {
      throw new Error(
        answer instanceof Response
          ? `${address} answers ${answer.status}`
          : `${address}: ${answer.cause?.message ?? answer.message}`,
      );
    }
    await setTimeout(250 * 2 ** turn);
  }
}

/** Every signed head over more than `after` entries. @param {string} portal @param {number} after @returns {Promise<string[]>} */
export async function readNotes(portal, after) {
  const notes = [];
  for (let next = String(after); next !== null; ) {
    const page = await readJson(`${portal}/api/v1/record/heads?after=${next}&limit=${PAGE}`);
    for (const { note } of page.items) notes.push(note);
    next = page.next;
  }
  return notes;
}

/**
 * The sealed entries from a place on, up to a size of the tree; the next page is on its way while one is looked at.
 * @param {string} portal @param {number} from @param {number} size @returns {AsyncGenerator<Entry[]>}
 */
export async function* readEntries(portal, from, size) {
  const ask = (/** @type {number} */ place) => readJson(`${portal}/api/v1/record/leaves?from=${place}&limit=${PAGE}`);
  let coming = from < size ? ask(from) : null;
  while (coming) {
    const { items } = await coming;
    const last = items.at(-1)?.leafIndex ?? size;
    coming = items.length === PAGE && last + 1 < size ? ask(last + 1) : null;
    yield items.filter((/** @type {Entry} */ { leafIndex }) => leafIndex < size);
  }
}
