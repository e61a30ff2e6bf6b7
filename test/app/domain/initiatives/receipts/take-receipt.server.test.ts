import { beforeAll, expect, test } from "vitest";
import { must, writeDraft } from "#app/demo/initiatives.server.ts";
import { saveDraft } from "#app/domain/initiatives/drafts/save-draft.server.ts";
import { submit } from "#app/domain/initiatives/drafts/submit.server.ts";
import { findProofText, findRecordedHash, listProofs } from "#app/domain/initiatives/receipts/queries.server.ts";
import { takeReceipt } from "#app/domain/initiatives/receipts/take-receipt.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

test("a receipt of a draft puts its hash and code on the record, and nothing of its text", async () => {
  const { proposer } = cast;
  const code = await writeDraft(proposer, { title: { vi: "Bí quyết chưa ai biết về bộ đo độ mặn" } });
  const taken = must(await takeReceipt(proposer, code));
  const entry = await db().recordEntry.findFirstOrThrow({ where: { kind: "initiative.priority", subjectCode: code } });
  expect(JSON.parse(entry.payload)).toEqual({ kind: "initiative.priority", sha256: taken.sha256, subject: code });
  const text = await findProofText(proposer, code, { kind: "priority", number: 1 });
  expect(sha256(text ?? "")).toBe(taken.sha256);
  expect(JSON.parse(text ?? "")).toMatchObject({ code, title: { vi: "Bí quyết chưa ai biết về bộ đo độ mặn" } });
  expect(await findRecordedHash(taken.sha256)).toEqual({
    sha256: taken.sha256,
    at: expect.any(String),
    entryNo: Number(entry.id),
  });
});

test("two receipts of one text have different hashes: nobody tries guesses against them", async () => {
  const code = await writeDraft(cast.proposer);
  const at = new Date();
  const one = must(await takeReceipt(cast.proposer, code, at));
  const other = must(await takeReceipt(cast.proposer, code, at));
  expect(one.sha256).not.toBe(other.sha256);
  expect([one.number, other.number]).toEqual([1, 2]);
});

test("nobody but the author takes a receipt, lists them, or gets their texts", async () => {
  const code = await writeDraft(cast.proposer);
  must(await takeReceipt(cast.proposer, code));
  for (const other of [cast.intake, await anActor("Người khác"), await anActor("Quản trị", ["ADMIN"])]) {
    expect(await takeReceipt(other, code)).toMatchObject({ code: "NOT_FOUND" });
    expect(await listProofs(other, code)).toBeNull();
    expect(await findProofText(other, code, { kind: "priority", number: 1 })).toBeNull();
  }
  expect(await findProofText(cast.proposer, code, { kind: "version", number: 1 })).toBeNull();
});

test("a submitted version is a proof too, with the entry of its submission; an unknown or malformed hash is none", async () => {
  const author = await anActor("Tác giả");
  const code = await writeDraft(author);
  must(await takeReceipt(author, code));
  must(await saveDraft(author, code, { revision: 1, steps: [] }));
  const sent = must(await submit(author, code, { revision: 2 }));
  const found = await listProofs(author, code);
  expect(found?.proofs.map(({ kind, number, entryNo }) => [kind, number, entryNo !== null])).toEqual([
    ["version", 1, true],
    ["priority", 1, true],
  ]);
  expect(await findRecordedHash(sent.sha256)).toMatchObject({ sha256: sent.sha256 });
  for (const hash of ["", "x", sent.sha256.toUpperCase(), sha256("gì khác"), `${sent.sha256}'`])
    expect(await findRecordedHash(hash)).toBeNull();
});

test("a person takes twenty receipts in an hour", async () => {
  const author = await anActor("Người lấy nhiều");
  const code = await writeDraft(author);
  for (let taken = 0; taken < 20; taken += 1) must(await takeReceipt(author, code));
  expect(await takeReceipt(author, code)).toMatchObject({ code: "TOO_MANY" });
});

test("the database keeps no receipt that is not on the record, and changes none", async () => {
  const code = await writeDraft(cast.proposer);
  must(await takeReceipt(cast.proposer, code));
  const insert = `INSERT INTO priority_receipt (initiative_id, number, content, sha256, record_entry_id)
    SELECT initiative_id, 9, 'x', encode(sha256('x'), 'hex'), record_entry_id FROM priority_receipt LIMIT 1`;
  await expect(pool().query(insert)).rejects.toThrow("RECEIPT_NOT_ON_RECORD");
  await expect(pool().query("UPDATE priority_receipt SET content = 'x'")).rejects.toThrow("permission denied");
  await expect(pool().query("DELETE FROM priority_receipt")).rejects.toThrow("permission denied");
});
