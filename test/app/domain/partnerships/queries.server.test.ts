import pg from "pg";
import { expect, test } from "vitest";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { sharesAsOf } from "#app/domain/partnerships/agreements/queries.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { findInsidePartnership, listOwnPartnerships } from "#app/domain/partnerships/members/queries.server.ts";
import { countPartnerships, findPublicPartnership, listPartnerships } from "#app/domain/partnerships/queries.server.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";
import { agreed, approve, body, must, negotiated, PRODUCT, signBy, terms, wholePeriods } from "./people.ts";

withTestDatabase({ each: true });

const RISK = [333_334, 333_333, 333_333];

test("the shares of a day are those in force on it, and none before the agreement begins or after it ends", async () => {
  const facts = await agreed();
  await signBy(facts);
  const on = (asOf: string) => sharesAsOf({ code: facts.code, asOf, knownAt: null });
  const found = must(await on("2028-12-31"));
  expect(found).toMatchObject({ product: PRODUCT, agreementVersion: 1, since: "2027-01-01", until: "2029-01-01" });
  expect(found.risk.map(({ ppm }) => ppm)).toEqual(RISK);
  expect(found.capital.paidIn).toBeNull();
  for (const day of ["2026-12-31", "2029-01-01"])
    expect(await on(day)).toMatchObject({ code: "NO_AGREEMENT_IN_FORCE" });
});

test("nothing is known of shares before they were recorded and signed", async () => {
  const facts = await agreed();
  const early = { code: facts.code, asOf: "2027-06-01", knownAt: null };
  expect(await sharesAsOf(early)).toMatchObject({ code: "NO_AGREEMENT_IN_FORCE" });
  await signBy(facts);
  const yesterday = new Date(Date.now() - 86_400_000);
  expect(await sharesAsOf({ ...early, knownAt: yesterday })).toMatchObject({ code: "NO_AGREEMENT_IN_FORCE" });
  expect((await sharesAsOf(early)).ok).toBe(true);
});

test("what was superseded is still what was known then", async () => {
  const facts = await agreed();
  await signBy(facts);
  const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  // An amendment as a later piece of the portal will write it: the owner writes its traces past the guards.
  for (const table of ["share_schedule", "share_line", "agreement"])
    await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  await owner.query("UPDATE agreement SET agreed_at = $1, signed_at = $1", [day(-30)]);
  await owner.query("UPDATE share_schedule SET recorded_at = $1", [day(-30)]);
  await owner.query("UPDATE share_schedule SET superseded_at = $1 WHERE dimension = 'RISK'", [day(-10)]);
  await owner.query(
    `INSERT INTO share_schedule (agreement_id, dimension, valid_from, valid_to, recorded_at)
     SELECT agreement_id, dimension, valid_from, valid_to, superseded_at FROM share_schedule WHERE dimension = 'RISK'`,
  );
  await owner.query(
    `INSERT INTO share_line SELECT s.id, m.id, CASE m.position WHEN 1 THEN 1000000 ELSE 0 END
     FROM share_schedule s, partnership_member m WHERE s.dimension = 'RISK' AND s.superseded_at IS NULL`,
  );
  await owner.end();
  const riskKnown = async (knownAt: Date | null) =>
    must(await sharesAsOf({ code: facts.code, asOf: "2027-06-01", knownAt })).risk.map(({ ppm }) => ppm);
  expect(await riskKnown(day(-11))).toEqual(RISK);
  expect(await riskKnown(day(-9))).toEqual([1_000_000, 0, 0]);
  expect(await riskKnown(null)).toEqual([1_000_000, 0, 0]);
  expect(await sharesAsOf({ code: facts.code, asOf: "2027-06-01", knownAt: day(-31) })).toMatchObject({ ok: false });
});

test("a product must be named where a partnership has several agreements, and confidential profit is withheld", async () => {
  const facts = await agreed();
  await signBy(facts);
  const [lead] = facts.bodies;
  if (!lead) throw new Error();
  const second = "21-S07";
  const opened = {
    productCode: second,
    validFrom: "2027-01-01",
    validTo: "2029-01-01",
    hasStateMoney: false,
    profitConfidential: true,
  };
  must(await openAgreement(lead.actor, facts.code, opened));
  must(await recordShares(lead.actor, facts.code, second, wholePeriods(facts.memberIds)));
  must(await recordTerms(lead.actor, { code: facts.code, productCode: second }, terms(facts)));
  const { textSha256 } = must(await agreeDraft(lead.actor, facts.code, second));
  await approve({ ...facts, productCode: second, textSha256 });
  await signBy({ ...facts, productCode: second, textSha256 });
  const asked = { code: facts.code, asOf: "2027-06-01", knownAt: null };
  expect(await sharesAsOf(asked)).toMatchObject({ code: "PRODUCT_NEEDED" });
  const found = must(await sharesAsOf({ ...asked, product: second }));
  expect(found.profit).toBeNull();
  expect(found.withheld).toEqual([{ field: "profit", reason: "AGREED_CONFIDENTIAL", until: null }]);
  const page = await findPublicPartnership(facts.code);
  const confidential = page?.agreements.find(({ productCode }) => productCode === second);
  expect(confidential?.schedules.map(({ dimension }) => dimension)).toEqual(["CAPITAL", "RISK"]);
});

test("before its first signature a partnership shows its code and state alone, and stands in no list", async () => {
  const facts = await agreed();
  const [lead, state] = facts.bodies;
  const stranger = await body("SCHOOL");
  if (!lead || !state) throw new Error();
  expect(await findPublicPartnership(facts.code)).toMatchObject({
    code: facts.code,
    title: {},
    members: [],
    agreements: [],
  });
  expect((await listPartnerships({}, { limit: 10 })).items).toEqual([]);
  expect(await findInsidePartnership(stranger.actor, facts.code)).toBeNull();
  const inside = await findInsidePartnership(state.actor, facts.code);
  expect(inside?.agreements[0]?.schedules).toHaveLength(3);
  expect((await listOwnPartnerships(state.actor)).map(({ code }) => code)).toEqual([facts.code]);
});

test("the list pages by cursor, filters and counts what each value would leave", async () => {
  const codes: string[] = [];
  for (let times = 0; times < 3; times += 1) {
    const facts = await agreed();
    await signBy(facts);
    codes.unshift(facts.code);
  }
  await negotiated();
  const seen: string[] = [];
  for (let after: string | null = null, page = 0; page < 4; page += 1) {
    const { items, next } = await listPartnerships({}, { limit: 1, after });
    seen.push(...items.map(({ code }) => code));
    after = next;
    if (!after) break;
  }
  expect(seen).toEqual(codes);
  const { items } = await listPartnerships(
    { house: ["ENTERPRISE"], product: [PRODUCT] },
    { limit: 10, after: "Unsinn" },
  );
  expect(items).toHaveLength(3);
  expect((await listPartnerships({ house: ["STATE"] }, { limit: 10 })).items).toEqual([]);
  const counts = await countPartnerships({ house: ["STATE"] });
  expect(counts).toEqual([{ facet: "house", value: "ENTERPRISE", count: 3 }]);
});
