import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import * as consistency from "#app/routes/api/record/consistency.ts";
import * as entries from "#app/routes/api/record/entries.ts";
import * as head from "#app/routes/api/record/head.ts";
import * as heads from "#app/routes/api/record/heads.ts";
import * as keys from "#app/routes/api/record/keys.ts";
import * as leaves from "#app/routes/api/record/leaves.ts";
import * as proof from "#app/routes/api/record/proof.ts";
import {
  listRecordEntries,
  listRecordHeads,
  listRecordKeys,
  listRecordLeaves,
  proveRecordConsistency,
  proveRecordEntry,
  readRecordHead,
} from "#app/web/api/record.ts";
import { sealAll, withRecordKeys, writeEntries } from "#test/app/domain/record/keys-folder.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";

withTestDatabase();
withRecordKeys();

beforeAll(async () => {
  expect((await get(head, "/record/head")).body).toEqual({ size: 0, head: null, newest: null, waiting: 0 });
  await writeEntries(4);
});

test("whoever keeps a copy reads on from their last entry; what waits for the seal is there without a place", async () => {
  expect((await get(head, "/record/head")).body).toMatchObject({ size: 0, waiting: 4 });
  const first = await get(entries, "/record/entries?limit=2");
  expectDeclared(listRecordEntries, first.body);
  const page = listRecordEntries.answer.parse(first.body);
  expect(page.items.map((it) => [it.subject.code, it.leafIndex])).toEqual([
    ["SK-2026-0000", null],
    ["SK-2026-0001", null],
  ]);
  const rest = listRecordEntries.answer.parse((await get(entries, `/record/entries?after=${page.next}`)).body);
  expect([rest.items.map((it) => it.subject.code), rest.next]).toEqual([["SK-2026-0002", "SK-2026-0003"], null]);
  const { response, body } = await get(proof, "/record/proof/1", { params: { entry: "1" } });
  expect([response.status, body]).toMatchObject([404, { code: "NOT_SEALED_YET" }]);
});

test("a sealed record answers with heads, leaves, proofs and keys that fit each other", async () => {
  await sealAll();
  const { body: now } = await get(head, "/record/head");
  const { body: signed } = await get(heads, "/record/heads?limit=1");
  const { body: sealed } = await get(leaves, "/record/leaves?from=1&limit=3");
  const { body: known } = await get(keys, "/record/keys");
  const { body: proved } = await get(proof, "/record/proof/2", { params: { entry: "2" } });
  const { body: grown } = await get(consistency, "/record/consistency?first=1&second=5");
  expectDeclared(readRecordHead, now);
  expectDeclared(listRecordHeads, signed);
  expectDeclared(listRecordLeaves, sealed);
  expectDeclared(listRecordKeys, known);
  expectDeclared(proveRecordEntry, proved);
  expectDeclared(proveRecordConsistency, grown);

  const inclusion = proveRecordEntry.answer.parse(proved);
  expect(inclusion.head).toEqual(readRecordHead.answer.parse(now).head);
  expect(inclusion.leafHash).toBe(createHash("sha256").update("\u0000").update(inclusion.leaf).digest("hex"));
  const page = listRecordLeaves.answer.parse(sealed);
  expect(page.items[1]).toMatchObject({ leafIndex: 2, entryNo: 2, leafHash: inclusion.leafHash });
  expect([page.next, listRecordHeads.answer.parse(signed).next]).toEqual(["4", "1"]);
  expect(listRecordKeys.answer.parse(known).items).toMatchObject([{ leafIndex: 0, former: null, endorsement: null }]);
  expect(proveRecordConsistency.answer.parse(grown)).toMatchObject({
    firstRoot: listRecordHeads.answer.parse(signed).items[0]?.root,
    secondRoot: inclusion.root,
  });
});

test("a proof in a tree of a named size may be kept for a day, one in the newest tree for a second", async () => {
  await sealAll();
  const newest = await get(proof, "/record/proof/2", { params: { entry: "2" } });
  const named = await get(proof, "/record/proof/2?size=5", { params: { entry: "2" } });
  const ages = [newest, named].map(({ response }) => response.headers.get("Cache-Control"));
  expect(ages).toEqual(["public, max-age=1", "public, max-age=86400"]);
});

test.each([
  ["/record/entries?after=-1", entries, 422],
  ["/record/entries?after=x", entries, 422],
  ["/record/entries?after=1.5", entries, 422],
  ["/record/entries?after=9999999999999999999", entries, 422],
  ["/record/entries?before=3", entries, 422],
  ["/record/heads?limit=1001", heads, 422],
  ["/record/leaves?from=-1", leaves, 422],
  ["/record/consistency?first=2", consistency, 422],
  ["/record/consistency?first=0&second=2", consistency, 422],
  ["/record/consistency?first=3&second=2", consistency, 422],
  ["/record/consistency?first=1&second=99", consistency, 422],
  ["/record/proof/2?size=2", proof, 422],
  ["/record/proof/2?size=999", proof, 422],
  ["/record/proof/0", proof, 404],
  ["/record/proof/x", proof, 404],
  ["/record/proof/777", proof, 404],
] as const)("%s is refused", async (address, route, status) => {
  await sealAll();
  const entry = /proof\/(\w+)/.exec(address)?.[1];
  expect((await get(route, address, { params: entry ? { entry } : {} })).response.status).toBe(status);
});
