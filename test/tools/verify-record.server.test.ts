import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readKeys, readPrivateKey } from "#app/domain/record/internal/keys.server.ts";
import { signHead } from "#app/domain/record/internal/note.server.ts";
import { latestHead, listSealed } from "#app/domain/record/proofs/queries.server.ts";
import { putKey } from "#app/domain/record/put-key.server.ts";
import { loseKeys, sealAll, withRecordKeys, writeEntries } from "#test/app/domain/record/keys-folder.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";
import { serveRecord } from "#test/tools/record-server.ts";

withTestDatabase({ each: true });
withRecordKeys();

let server: { url: string; stop: () => Promise<void> };
let folder: string;
beforeAll(async () => {
  server = await serveRecord();
});
afterAll(() => server.stop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ba-nha-verify-"));
  await writeEntries(6);
  await sealAll();
  await writeEntries(6);
  await sealAll();
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the verifier as an outsider does: a process of its own that knows the address alone. */
function verify(...args: string[]): Promise<{ code: number | null; said: string }> {
  const command = ["tools/verify-record/verify.mjs", server.url, "--memory", path.join(folder, "seen"), ...args];
  const child = spawn(process.execPath, command, { env: { NODE_ENV: "test" }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

/** Does to the tables what only their owner can: with every guard taken away. */
async function asOwner(...statements: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  try {
    for (const table of ["record_entry", "record_leaf", "record_node", "record_head"]) {
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    }
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}

const EDIT = `UPDATE record_entry SET payload = replace(payload, '"n":1', '"n":7'),
  sha256 = encode(sha256(convert_to(replace(payload, '"n":1', '"n":7'), 'UTF8')), 'hex') WHERE id = 9`;
/** Makes stored leaf hashes fit again, as a careful forger would. */
const REHASH = `UPDATE record_node n SET hash = record_leaf_hash(e) FROM record_leaf f JOIN record_entry e ON e.id = f.entry_id
  WHERE n.place = 2 * f.leaf_index`;

describe("an untouched record", () => {
  test("is found whole, at first and again after it grew", async () => {
    const first = await verify();
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining("13 entries, 4 signed heads") });
    await writeEntries(3);
    await sealAll();
    for (const how of [[], ["--new"]]) {
      const again = await verify(...how);
      expect(again, again.said).toMatchObject({ code: 0 });
    }
    expect((await verify("--new")).said).toContain("tree over 16 entries that the last check saw");
  });

  test("is followed over a change of its key by who trusts the first one, also by what is new alone", async () => {
    const [first] = await readKeys();
    expect((await verify()).code).toBe(0);
    await putKey();
    await writeEntries(1);
    await sealAll();
    for (let turn = 0; turn < 2; turn += 1) {
      const again = await verify("--new", "--key", first?.vkey ?? "");
      expect(again, again.said).toMatchObject({ code: 0 });
    }
  });

  test("is followed over a change of its key; a key that nobody endorsed is named until somebody vouches for it", async () => {
    await putKey();
    await writeEntries(2);
    await sealAll();
    expect((await verify()).code).toBe(0);
    await loseKeys();
    const put = await putKey();
    await sealAll();
    const alone = await verify();
    expect(alone).toMatchObject({
      code: 1,
      said: expect.stringMatching(/✗ place 16 .*the key before did not sign that/),
    });
    expect((await verify("--key", put?.vkey ?? "")).code).toBe(0);
  });

  test("bears out the text of an entry, a paper whose hash it names, and a proof; and nothing else", async () => {
    const [, second] = await listSealed(0, 2);
    const files = {
      text: path.join(folder, "entry.json"),
      proof: path.join(folder, "proof.json"),
      other: path.join(folder, "other"),
    };
    await writeFile(files.text, second?.payload ?? "");
    await writeFile(files.proof, await (await fetch(`${server.url}/api/v1/record/proof/5?size=7`)).text());
    await writeFile(files.other, "not on the record");
    const good = await verify("--file", files.text, "--file", files.proof);
    expect(good.said).toMatch(
      /entry.json is the text of entry 1 in place 1 [\s\S]*proof.json is a proof of entry 5 in place 5/,
    );
    const bad = await verify("--file", files.other, "--entry", "3");
    expect(bad).toMatchObject({ code: 1, said: expect.stringContaining("other: entry 3 is not this text") });
  });
});

describe("the owner of the tables", () => {
  test("edits an entry: the verifier names its place", async () => {
    await asOwner(EDIT);
    const { code, said } = await verify();
    expect([code, said.trim().split("\n")]).toEqual([
      1,
      ["✗ place 8 (entry 9): it is not what stood in this place when it was sealed"],
    ]);
  });

  test("edits only the payload: the verifier names its place", async () => {
    await asOwner(
      "ALTER TABLE record_entry DROP CONSTRAINT IF EXISTS record_entry_check",
      "UPDATE record_entry SET payload = replace(payload, '\"n\":1', '\"n\":7') WHERE id = 2",
    );
    expect((await verify()).said).toBe(
      "✗ place 2 (entry 2): its payload does not have the hash that stands beside it\n",
    );
  });

  test("edits an entry and every hash that follows: who checked before names its place, anybody else the heads it lies between", async () => {
    expect((await verify()).code).toBe(0);
    await asOwner(EDIT, REHASH);
    expect((await verify()).said).toBe(
      "✗ place 8 (entry 9): it is not what stood in this place when it was last checked here\n",
    );
    const fresh = await verify("--memory", path.join(folder, "other"));
    expect([fresh.code, fresh.said]).toEqual([
      1,
      expect.stringMatching(/^✗ the head over 13 entries .*something in the places 7 to 12 was changed/),
    ]);
  });

  test("deletes an entry: the verifier names the place that is empty", async () => {
    await asOwner("DELETE FROM record_leaf WHERE entry_id = 4", "DELETE FROM record_entry WHERE id = 4");
    expect((await verify()).said).toMatch(/^✗ place 4: the entry of this place is missing\n/);
  });

  test("deletes the newest entries: the verifier names the places that the signed head covers", async () => {
    await asOwner("DELETE FROM record_leaf WHERE entry_id > 11", "DELETE FROM record_entry WHERE id > 11");
    const { said } = await verify();
    expect(said).toContain("✗ place 12: the entry of this place is missing");
  });

  test("takes the newest head back with its entries: whoever saw it before is told the places that are gone", async () => {
    expect((await verify()).code).toBe(0);
    await asOwner(
      "DELETE FROM record_head WHERE size > 7",
      "DELETE FROM record_node WHERE place > 12",
      "DELETE FROM record_leaf WHERE leaf_index > 6",
    );
    const { said } = await verify();
    expect(said.trim().split("\n")).toEqual(
      [7, 8, 9, 10, 11, 12].map((place) => `✗ place ${place}: the entry of this place is missing`),
    );
  });

  test("inserts an entry into the past: the verifier names the first place that is not what was sealed", async () => {
    await asOwner(
      `INSERT INTO record_entry (id, kind, subject_type, subject_code, actor_post, payload, sha256)
       SELECT 100, kind, subject_type, subject_code, actor_post, payload, sha256 FROM record_entry WHERE id = 3`,
      "UPDATE record_leaf SET leaf_index = -leaf_index WHERE leaf_index >= 5",
      "UPDATE record_leaf SET leaf_index = 1 - leaf_index WHERE leaf_index < 0",
      "INSERT INTO record_leaf (leaf_index, entry_id) VALUES (5, 100)",
    );
    const { code, said } = await verify();
    expect([code, said.split("\n")[0]]).toEqual([
      1,
      "✗ place 5 (entry 100): it is not what stood in this place when it was sealed",
    ]);
  });

  test("swaps two entries: the verifier names both places", async () => {
    await asOwner(
      "UPDATE record_leaf SET leaf_index = -1 WHERE leaf_index = 3",
      "UPDATE record_leaf SET leaf_index = 3 WHERE leaf_index = 8",
      "UPDATE record_leaf SET leaf_index = 8 WHERE leaf_index = -1",
    );
    const { said } = await verify();
    expect(said.trim().split("\n")).toEqual([
      "✗ place 3 (entry 9): it is not what stood in this place when it was sealed",
      "✗ place 8 (entry 3): it is not what stood in this place when it was sealed",
    ]);
  });

  test("signs a head with a key of their own: the verifier names the head", async () => {
    const head = await latestHead();
    await asOwner(`UPDATE record_head SET note = replace(note, '— ', '— x') WHERE size = ${head?.size}`);
    expect((await verify()).said).toMatch(/✗ the head over 13 entries \(the portal\): it speaks for x/);
  });
});

/** A head over another tree of that size, signed with the portal's own key. */
async function headOfAnotherTree(size: number, root = randomBytes(32)): Promise<string> {
  const key = (await readKeys()).at(-1);
  const privateKey = key && (await readPrivateKey(key));
  if (!privateKey) throw new Error("The portal has no key.");
  const file = path.join(folder, `other-${size}.txt`);
  await writeFile(file, signHead({ size, root, at: new Date() }, key, privateKey));
  return file;
}

describe("a head that somebody else mirrored", () => {
  test("is held against the tree also where only what is new is downloaded", async () => {
    expect((await verify()).code).toBe(0);
    const mirrored = path.join(folder, "mirrored.txt");
    await writeFile(mirrored, (await latestHead())?.note ?? "");
    await writeEntries(2);
    await sealAll();
    expect(await verify("--new", "--head", mirrored)).toMatchObject({ code: 0 });
    for (const size of [5, 13]) {
      const { code, said } = await verify("--new", "--head", await headOfAnotherTree(size));
      expect([size, code, said]).toEqual([size, 1, expect.stringContaining("is about another tree")]);
    }
  });

  test("over nothing at all hides no other head from the check", async () => {
    const empty = await headOfAnotherTree(0, createHash("sha256").digest());
    const { code, said } = await verify("--head", empty, "--head", await headOfAnotherTree(5));
    expect([code, said]).toEqual([1, expect.stringContaining("other-5.txt) is about another tree")]);
  });

  test("over another tree shows that the portal tells two stories", async () => {
    const file = path.join(folder, "mirrored.txt");
    await writeFile(file, (await latestHead())?.note ?? "");
    expect((await verify("--head", file)).code).toBe(0);
    await asOwner(EDIT, REHASH, "DELETE FROM record_head WHERE size = 13");
    const { code, said } = await verify("--head", file, "--memory", path.join(folder, "other"));
    expect([code, said]).toEqual([1, expect.stringContaining("mirrored.txt) is about another tree")]);
  });
});
