// npm run bench, its last part: what the public record costs. A command with and without its entry, with 8 connections;
// a proof beside a read by primary key over a million entries; the verifier beside bare SHA-256 over the same bytes.
import { hash } from "node:crypto";
import pg from "pg";
import { must, submitInitiative, writeDraft } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { listSealed, proveEntry } from "#app/domain/record/proofs/queries.server.ts";
import { pool } from "#prisma/client.server.ts";
import { besideBare } from "#test/bench/beside-bare.ts";
import { fillRecord } from "#test/bench/fill-record.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";
import { startCheck, takeEntry } from "../../tools/verify-record/check.mjs";
import { type Entry, leafText } from "../../tools/verify-record/entry.mjs";

const ENTRIES = Number(process.env["BENCH_ENTRIES"] ?? 1_000_000);
const CONNECTIONS = 8;
const COMMANDS = Number(process.env["BENCH_COMMANDS"] ?? 240);
/** Nobody may have more than 50 drafts. */
const DRAFTS_EACH = 30;
const ROUNDS = 4;
const PROOFS = 3_000;
/** As many as the verifier asks the portal for at once. */
const PAGE = 1_000;
const NODE = Buffer.alloc(65, 1);
const VERIFIED = Math.min(100_000, ENTRIES);

/** `true`: the statement that writes an entry is answered here and never sent; all else of a command is done as ever. */
let isWithoutEntry = false;

await besideBare(async ({ adminUrl }) => {
  console.table([await costOfEntry()]);
  await fillRecord(adminUrl, ENTRIES);
  console.table(await costOfProof());
  console.table([await speedOfVerifier()]);
});

/** Submissions a second with their entry and without, turn by turn. */
async function costOfEntry() {
  const cast = await aCast();
  await submitInitiative(cast.proposer);
  const proposers: Actor[] = [];
  for (let n = 0; n < COMMANDS / DRAFTS_EACH; n += 1) proposers.push(await anActor(`Người đề xuất ${n}`));
  leaveOutEntries();
  const took = { with: 0, without: 0 };
  for (let round = 0; round <= 2 * ROUNDS; round += 1) {
    const drafts: { proposer: Actor; code: string }[] = [];
    await atOnce([...proposers, ...proposers], async (proposer) => {
      for (let n = 0; n < DRAFTS_EACH / 2; n += 1) drafts.push({ proposer, code: await writeDraft(proposer) });
    });
    isWithoutEntry = round % 2 === 1;
    const began = performance.now();
    await atOnce(drafts, async ({ proposer, code }) => {
      must(await submit(proposer, code, { revision: 1 }));
    });
    // The first round only warms up.
    if (round > 0) took[isWithoutEntry ? "without" : "with"] += performance.now() - began;
  }
  isWithoutEntry = false;
  const done = (ROUNDS * COMMANDS) / 1000;
  return {
    what: "submissions a second, 8 connections",
    "with its entry": Math.round((done * 1_000_000) / took.with),
    "without it": Math.round((done * 1_000_000) / took.without),
    "cost of the entry": `${((took.with / took.without - 1) * 100).toFixed(1)} %`,
  };
}

/** Answers the INSERT of an entry with the number of one that is there, as long as `isWithoutEntry`. */
function leaveOutEntries(): void {
  const query = pg.Client.prototype.query;
  const silent = new Proxy(query, {
    apply(target, self, parameters) {
      const [asked] = parameters;
      const text = typeof asked === "object" && asked !== null && "text" in asked ? String(asked.text) : "";
      if (!isWithoutEntry || !text.includes('INSERT INTO "public"."record_entry"')) {
        return Reflect.apply(target, self, parameters);
      }
      return Promise.resolve({
        rows: [["1"]],
        fields: [{ name: "id", dataTypeID: 20 }],
        rowCount: 1,
        command: "INSERT",
      });
    },
  });
  Object.assign(pg.Client.prototype, { query: silent });
}

async function atOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

/** Milliseconds of a read by primary key and of a proof, one after the other and with 8 at once. */
async function costOfProof() {
  const read = (id: number) =>
    pool().query({ name: "one entry", text: "SELECT * FROM record_entry WHERE id = $1", values: [id] });
  const prove = async (id: number) => {
    const proof = await proveEntry(BigInt(id), null);
    if (proof === null || proof === "OUT_OF_TREE") throw new Error(`no proof of entry ${id}`);
  };
  const rows = [];
  for (const atATime of [1, CONNECTIONS]) {
    await timeOf(read, atATime);
    await timeOf(prove, atATime);
    const [byKey, proof] = [await timeOf(read, atATime), await timeOf(prove, atATime)];
    rows.push({
      what: `of ${ENTRIES} entries, ${atATime} at a time`,
      "read by key, ms": byKey.toFixed(3),
      "proof, ms": proof.toFixed(3),
      "proof / read": (proof / byKey).toFixed(2),
    });
  }
  return rows;
}

async function timeOf(work: (id: number) => Promise<unknown>, atATime: number): Promise<number> {
  const ids = Array.from({ length: PROOFS }, (_, n) => 1 + ((n * 7_919_317) % ENTRIES));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atATime }, async (_, lane) => {
      for (let n = lane; n < ids.length; n += atATime) await work(ids[n] ?? 1);
    }),
  );
  return (performance.now() - began) / PROOFS;
}

/**
 * Entries a second through the verifier, and through SHA-256 alone: each payload, leaf and node as it is, and nothing
 * else. Page by page in turns, as the verifier reads them.
 */
async function speedOfVerifier() {
  const took = { bare: 0, verifier: 0 };
  const check = startCheck({ saved: Buffer.alloc(0), savedKeys: [], trusted: [], notices: [] });
  for (let from = 0; from < VERIFIED; from += PAGE) {
    const page = await aPage(from);
    const texts = page.map((entry) => `\u0000${leafText(entry)}`);
    const work = {
      bare: () => hashAlone(page, texts),
      verifier: () => {
        for (const entry of page) takeEntry(check, entry);
      },
    };
    const turns = (from / PAGE) % 2 === 0 ? (["bare", "verifier"] as const) : (["verifier", "bare"] as const);
    for (const name of turns) {
      const began = performance.now();
      work[name]();
      // The first pages only warm up.
      if (from >= VERIFIED / 10) took[name] += performance.now() - began;
    }
  }
  if (check.faults.length > 0) throw new Error(check.faults[0]?.text);
  const measured = VERIFIED * 0.9 * 1_000;
  return {
    what: "entries a second",
    "bare SHA-256": Math.round(measured / took.bare),
    verifier: Math.round(measured / took.verifier),
    "verifier / bare": (took.bare / took.verifier).toFixed(2),
  };
}

/** The entries of a page as the verifier has them from the portal. */
async function aPage(from: number): Promise<Entry[]> {
  const sealed = await listSealed(from, PAGE);
  const told = sealed.map(({ subjectType: type, subjectCode: code, organisationCode, hash: sha256, ...rest }) => ({
    ...{ ...rest, organisationCode, sha256 },
    subject: { type, code },
  }));
  return JSON.parse(JSON.stringify(told));
}

function hashAlone(page: readonly Entry[], texts: readonly string[]): void {
  for (const [at, entry] of page.entries()) {
    hash("sha256", entry.payload, "hex");
    hash("sha256", texts[at] ?? "", "hex");
    hash("sha256", NODE, "hex");
  }
}
