import { beforeAll, expect, test } from "vitest";
import { AN_INITIATIVE, decideAs, evaluateAs, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { findLife } from "#app/domain/initiatives/life/queries.server.ts";
import { findMonitoredPartnership } from "#app/domain/partnerships/queries.server.ts";
import { recordDraft } from "#app/domain/results/drafts/record-draft.server.ts";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { dataciteOf } from "#app/domain/results/exports/datacite.ts";
import { findPublicResults, findResult, listResults } from "#app/domain/results/queries.server.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";
import { pool } from "#prisma/client.server.ts";
import { currentDocuments } from "#search/documents/current.server.ts";
import { withoutGuards } from "#test/search/records.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { agreed, signBy } from "../../partnerships/people.ts";
import { type Cast, draft, gather, published, revisionOf, WHOLE } from "../cast.ts";

withTestDatabase();

let cast: Cast;
let initiatives: Awaited<ReturnType<typeof aCast>>;
beforeAll(async () => {
  cast = await gather();
  initiatives = await aCast();
});

const REST = WHOLE.filter((it) => it.part !== "classification");

function classified(more: {
  productCodes?: string[];
  originInitiative?: string[];
  originPartnership?: string[];
}): PartInput {
  const part = WHOLE.find((it) => it.part === "classification");
  if (part?.part !== "classification") throw new Error("no part");
  return { part: "classification", values: { ...part.values, ...more } };
}

test("a result comes from several initiatives: each tells of it, the exports name them in their order, none twice", async () => {
  const codes: string[] = [];
  for (const name of ["một", "hai"]) {
    const code = await submitInitiative(initiatives.proposer, { title: { vi: `Sáng kiến nguồn gốc thứ ${name}` } });
    await screenAs(initiatives, code, AN_INITIATIVE);
    await evaluateAs(initiatives, code);
    await decideAs(initiatives, code);
    codes.push(code);
  }
  const hidden = await submitInitiative(initiatives.proposer, { title: { vi: "Sáng kiến chưa công khai" } });
  const origins = codes.toReversed();
  const code = await published(cast, [classified({ originInitiative: origins })]);
  const [result] = await findPublicResults([code]);
  expect(result?.content.originInitiativeCodes).toEqual(origins);
  expect(result && dataciteOf(result, "https://x.example")).toMatchObject({
    relatedIdentifiers: origins.map((origin) => ({ relatedIdentifier: `https://x.example/vi/initiatives/${origin}` })),
  });
  for (const origin of codes)
    expect((await findLife(null, origin))?.entries.map((entry) => entry.code)).toContain(code);
  const other = await draft(cast);
  const parts = [classified({ originInitiative: [codes[0] ?? "", hidden] })];
  expect(await save(cast.author, other, { parts, revision: await revisionOf(other) })).toMatchObject({
    ...{ code: "UNKNOWN_ORIGIN", field: "originInitiative" },
  });
  const { rows } = await pool().query("SELECT id FROM initiative WHERE code = $1", [hidden]);
  await expect(
    pool().query("UPDATE result SET origin_initiative_ids = ARRAY[$1::uuid] WHERE code = $2", [rows[0]?.id, other]),
  ).rejects.toThrow("UNKNOWN_ORIGIN");
});

test("a result names its initiative by the title only as long as that is public", async () => {
  const { proposer } = initiatives;
  const title = { vi: "Sáng kiến mở sớm rồi rút lại" };
  const words = { ...AN_INITIATIVE, title, opensEarly: true };
  const origin = await submitInitiative(proposer, words);
  await screenAs(initiatives, origin, words);
  const code = await published(cast, [classified({ originInitiative: [origin] })]);
  expect((await findResult(code))?.origins).toEqual([{ of: "initiatives", code: origin, title }]);
  expect((await withdraw(proposer, origin)).ok).toBe(true);
  expect((await findResult(code))?.origins).toEqual([]);
});

test("a partnership names the public results that come from it, and no other", async () => {
  const facts = await agreed();
  await signBy(facts);
  const { code: origin } = facts;
  const from = [classified({ originPartnership: [origin] })];
  const code = await published(cast, from);
  const kept = await draft(cast);
  expect((await save(cast.author, kept, { parts: from, revision: await revisionOf(kept) })).ok).toBe(true);
  await published(cast);
  const title = (await findResult(code))?.content.title;
  expect((await findMonitoredPartnership(origin))?.results).toEqual([{ code, title }]);
});

test("a result keeps the product code of the day on which it was recorded, and is found under both catalogues", async () => {
  const first = { organisationId: cast.school, resultType: "MATERIAL", language: "vi" } as const;
  const started = async (title: string, at: string) => {
    const outcome = await recordDraft(cast.author, { ...first, title }, new Date(at));
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.value.code;
  };
  const savedWith = (code: string, product: string) =>
    save(cast.author, code, { parts: [...REST, classified({ productCodes: [product] })], revision: 0 });
  // the last evening of the former catalogue in Vietnam, and the first minute of the one in force
  const former = await started("Màng lọc của danh mục cũ", "2026-06-30T16:59:00Z");
  const inForce = await started("Màng lọc của danh mục mới", "2026-06-30T17:00:00Z");
  expect(await savedWith(former, "21-S17")).toMatchObject({ code: "UNKNOWN_PRODUCT" });
  expect(await savedWith(inForce, "1131-08-03")).toMatchObject({ code: "UNKNOWN_PRODUCT" });
  expect(await savedWith(former, "1131-08-03")).toMatchObject({ ok: true });
  expect(await savedWith(inForce, "21-S17")).toMatchObject({ ok: true });
  expect(await findResult(former)).toMatchObject({ content: { productCodes: ["1131-08-03"] } });
  await makePublic([former, inForce]);
  const catalogue = await loadCatalogue();
  for (const product of ["1131-08-03", "21-S17"]) {
    const { items } = await listResults(catalogue, { product: [product] }, { limit: 50 });
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining([former, inForce]));
  }
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM result WHERE code = $1", [former]);
  const [document] = await currentDocuments(pool(), [{ type: "result", id: rows[0]?.id ?? "" }]);
  expect(document?.productCodes).toEqual(["1131-08-03", "21-S17"]);
});

/** The way to publication has tests of its own: here it is enough that they are public. */
async function makePublic(codes: readonly string[]): Promise<void> {
  await withoutGuards(["result"], async (client) => {
    await client.query(
      `UPDATE result SET state = 'PUBLISHED', submitted_at = now(), published_at = now(), verified_at = now(),
         verified_by_id = $2, verifier_organisation_id = $3, verification_note = 'Đã xem mẫu thử và biên bản.'
       WHERE code = ANY ($1)`,
      [codes, cast.officer.personId, cast.agency],
    );
  });
}
