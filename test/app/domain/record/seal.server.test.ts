import { createPublicKey, verify } from "node:crypto";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import {
  latestHead,
  listHeads,
  listSealed,
  proveConsistency,
  proveEntry,
} from "#app/domain/record/proofs/queries.server.ts";
import { putKey } from "#app/domain/record/put-key.server.ts";
import { sealRecord } from "#app/domain/record/seal.server.ts";
import { pool } from "#prisma/client.server.ts";
import { loseKeys, sealAll, withRecordKeys, writeEntries } from "#test/app/domain/record/keys-folder.ts";
import { pathOf, rootOf, sha, subproofOf } from "#test/app/domain/record/rfc6962.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase({ each: true });
withRecordKeys();

async function leafHashes(): Promise<Buffer[]> {
  return (await listSealed(0, 10_000)).map(({ leafHash }) => Buffer.from(leafHash, "hex"));
}

function hex(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString("hex"));
}

describe("the seal of the record", () => {
  test("gives every entry a place without a gap, the key first, under a head that its key signed", async () => {
    await writeEntries(9);
    await sealAll();
    const sealed = await listSealed(0, 100);
    expect(sealed.map(({ leafIndex }) => leafIndex)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(sealed.map(({ kind }) => kind)).toEqual(["record.key", ...Array(9).fill("initiative.submitted")]);
    const head = await latestHead();
    expect(head?.size).toBe(10);
    expect(head?.root).toBe(rootOf(await leafHashes()).toString("hex"));

    const [text = "", signature = ""] = head?.note.split("\n\n— ") ?? [];
    const [, name, id, key = ""] = /^([^+]+)\+([^+]+)\+(.+)$/.exec(JSON.parse(sealed[0]?.payload ?? "{}").key) ?? [];
    const x = Buffer.from(key, "base64").subarray(1).toString("base64url");
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    const bytes = Buffer.from(signature.trimEnd().split(" ")[1] ?? "", "base64");
    expect([signature.split(" ")[0], head?.keyId, bytes.subarray(0, 4).toString("hex")]).toEqual([name, id, id]);
    expect(verify(null, Buffer.from(`${text}\n`), publicKey, bytes.subarray(4))).toBe(true);
    expect(text.split("\n").slice(0, 3)).toEqual([name, "10", Buffer.from(head?.root ?? "", "hex").toString("base64")]);
  });

  test("leaves nothing to do and signs no second head while nothing is new", async () => {
    await writeEntries(2);
    await sealAll();
    expect(await sealRecord()).toEqual({ sealed: 0, more: false });
    expect((await listHeads(0, 10)).items.map(({ size }) => size)).toEqual([1, 3]);
  });

  test("an entry whose transaction commits late comes after those that were sealed meanwhile, and is not lost", async () => {
    const late = new pg.Client({ connectionString: testDatabase().appUrl });
    await late.connect();
    await late.query("BEGIN");
    const { rows } = await late.query(
      `INSERT INTO record_entry (kind, subject_type, subject_code, actor_post, payload, sha256)
       VALUES ('initiative.submitted', 'INITIATIVE', 'SK-2026-9999', 'PROPOSER', '{}', encode(sha256('{}'), 'hex')) RETURNING id`,
    );
    await writeEntries(4);
    await sealAll();
    expect((await latestHead())?.size).toBe(5);
    await late.query("COMMIT");
    await late.end();
    await sealAll();
    const sealed = await listSealed(0, 100);
    expect(sealed.at(-1)).toMatchObject({ leafIndex: 5, entryNo: Number(rows[0].id), subjectCode: "SK-2026-9999" });
    expect(sealed.slice(1).some(({ entryNo }) => entryNo > Number(rows[0].id))).toBe(true);
  });

  test("sealers at once give each place once, and writers meanwhile lose nothing", async () => {
    await writeEntries(1);
    await Promise.all([
      writeEntries(20, "INTAKE"),
      writeEntries(20, "STEERING"),
      ...Array.from({ length: 4 }, async () => {
        for (let round = 0; round < 8; round += 1) await sealRecord(3);
      }),
    ]);
    await sealAll();
    const sealed = await listSealed(0, 1000);
    expect(sealed.map(({ leafIndex }) => leafIndex)).toEqual(sealed.map((_, at) => at));
    expect(new Set(sealed.map(({ entryNo }) => entryNo)).size).toBe(42);
    const hashes = await leafHashes();
    for (const { size, root } of (await listHeads(0, 100)).items) {
      expect(root).toBe(rootOf(hashes.slice(0, size)).toString("hex"));
    }
  });

  test("names of posts with quotes, tongues and line breaks hash the same in the database and in the portal", async () => {
    await writeEntries(1, 'Phó "viện trưởng" \\ hội đồng\n\tca 2 — \u2028 \u007f 😀 </b>');
    await sealAll();
    expect((await latestHead())?.size).toBe(2);
  });
});

describe("a new key", () => {
  test("is endorsed by the former one, and signs the heads that cover it", async () => {
    await writeEntries(1);
    await sealAll();
    const former = (await latestHead())?.keyId;
    await writeEntries(1);
    const put = await putKey();
    await sealAll();
    expect(put?.endorsed).toBe(true);
    expect((await latestHead())?.keyId).toBe(put?.id);
    expect((await listSealed(3, 1)).at(0)?.payload).toContain(`"former":"${former}"`);
  });

  test("that comes while a seal is under way signs the head that covers it", async () => {
    await writeEntries(1);
    await sealAll();
    await writeEntries(1);
    const connection = pool();
    const query = connection.query.bind(connection);
    let asked = 0;
    let put: Awaited<ReturnType<typeof putKey>> = null;
    // The sealer asks for the keys twice before it reads what waits: the new key comes right after that.
    const between = vi.spyOn(connection, "query").mockImplementation(async (...args: unknown[]) => {
      const answer = await Reflect.apply(query, connection, args);
      const isAboutKeys = String(args[0]).includes("e.subject_type = 'RECORD'");
      if (isAboutKeys && ++asked === 2) put = await putKey();
      return answer;
    });
    await sealAll();
    between.mockRestore();
    expect(put).not.toBeNull();
    const head = await latestHead();
    expect([head?.size, head?.keyId]).toEqual([4, put?.["id"]]);
  });

  test("takes over where the former was lost, and says that nobody endorsed it", async () => {
    await writeEntries(1);
    await sealAll();
    await loseKeys();
    await writeEntries(3);
    await expect(sealRecord()).rejects.toThrow("is not in RECORD_KEYS");
    expect(await putKey()).toMatchObject({ endorsed: false });
    await sealAll();
    expect((await latestHead())?.size).toBe(6);
  });
});

describe("proofs", () => {
  test("of every entry in every size, and of every size in every later one, are those of RFC 6962", async () => {
    const SIZE = 20;
    await writeEntries(SIZE - 1);
    await sealAll();
    const leaves = await leafHashes();
    const entries = await listSealed(0, 100);
    for (let size = 1; size <= SIZE; size += 1) {
      const tree = leaves.slice(0, size);
      for (const { entryNo, leafIndex } of entries) {
        const proof = await proveEntry(BigInt(entryNo), size);
        if (leafIndex >= size) {
          expect(proof).toBe("OUT_OF_TREE");
          continue;
        }
        expect(proof).toMatchObject({
          ...{ leafIndex, size, root: rootOf(tree).toString("hex"), hashes: hex(pathOf(leafIndex, tree)) },
          leafHash: tree[leafIndex]?.toString("hex"),
        });
        if (typeof proof === "object") expect(sha("\u0000", proof?.leafText ?? "")).toEqual(tree[leafIndex]);
      }
      for (let first = 1; first <= size; first += 1) {
        expect((await proveConsistency(first, size))?.hashes).toEqual(hex(subproofOf(first, tree)));
      }
    }
    expect([await proveConsistency(3, SIZE + 1), await proveEntry(1n, SIZE + 1)]).toEqual([null, "OUT_OF_TREE"]);
  });

  test("an entry that waits for the sealer has none yet", async () => {
    await writeEntries(1);
    const { rows } = await pool().query("SELECT id FROM record_entry");
    expect(await proveEntry(rows[0].id, null)).toBeNull();
  });
});

describe("the database", () => {
  test.each([
    ["UPDATE record_entry SET actor_post = 'ADMIN'", "permission denied"],
    ["DELETE FROM record_entry", "permission denied"],
    ["UPDATE record_leaf SET entry_id = entry_id", "permission denied"],
    ["DELETE FROM record_leaf", "permission denied"],
    ["UPDATE record_node SET hash = hash", "permission denied"],
    ["DELETE FROM record_node", "permission denied"],
    ["UPDATE record_head SET note = ''", "permission denied"],
    ["DELETE FROM record_head", "permission denied"],
    ["INSERT INTO record_unsealed VALUES (1)", "permission denied"],
    [
      "INSERT INTO record_entry (id, kind, subject_type, subject_code, actor_post, payload, sha256) VALUES (9, 'x', 'RECORD', 'x', 'x', '{}', '')",
      "permission denied",
    ],
    ["DELETE FROM record_unsealed", "UNSEALED"],
    ["INSERT INTO record_leaf (leaf_index, entry_id) SELECT 9, max(id) FROM record_entry", "GAP"],
    ["INSERT INTO record_node (place, hash) VALUES (1, sha256('x'))", "WRONG record_node|duplicate"],
    [
      "INSERT INTO record_head (size, root, at, key_id, note) SELECT 9, root, now(), key_id, note FROM record_head LIMIT 1",
      "WRONG record_head",
    ],
  ])("refuses the portal's role: %s", async (sql, reason) => {
    await writeEntries(2);
    await sealAll();
    await writeEntries(1);
    await expect(pool().query(sql)).rejects.toThrow(new RegExp(reason));
  });

  test.each(["record_entry", "record_leaf", "record_node", "record_head"])(
    "refuses even the owner to change or empty %s while its guard stands",
    async (table) => {
      await writeEntries(2);
      await sealAll();
      const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
      await owner.connect();
      try {
        for (const act of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
          await expect(owner.query(act)).rejects.toThrow("APPEND_ONLY");
        }
      } finally {
        await owner.end();
      }
    },
  );
});
