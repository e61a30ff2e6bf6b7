import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openAgreement } from "#app/domain/partnerships/agreements/open-agreement.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import type { SharePeriod } from "#app/domain/partnerships/agreements/share-table.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, body, column, must, type Negotiated, negotiated, PRODUCT, proposal, wholePeriods } from "../people.ts";

withTestDatabase();

const UNIT = 1_000_000;

async function stored({ code }: Negotiated) {
  const schedules = await db().shareSchedule.findMany({
    where: { agreement: { partnership: { code } } },
    select: { dimension: true, lines: { select: { ppm: true } } },
  });
  return schedules.map(({ dimension, lines }) => ({ dimension, total: lines.reduce((sum, { ppm }) => sum + ppm, 0) }));
}

function lead({ bodies }: Negotiated) {
  const [first] = bodies;
  if (!first) throw new Error("nobody leads");
  return first.actor;
}

describe("shares are recorded", () => {
  test("on all three dimensions at once, and again in the place of what stood there", async () => {
    const facts = await negotiated();
    for (let times = 0; times < 2; times += 1)
      expect(must(await recordShares(lead(facts), facts.code, PRODUCT, wholePeriods(facts.memberIds)))).toEqual({
        schedules: 3,
      });
    expect(await stored(facts)).toEqual(
      expect.arrayContaining(["CAPITAL", "RISK", "PROFIT"].map((dimension) => ({ dimension, total: UNIT }))),
    );
  });

  test("for several periods, each until the next one starts", async () => {
    const facts = await negotiated();
    const [first] = wholePeriods(facts.memberIds);
    if (!first) throw new Error();
    const periods = [first, { ...first, from: "2028-01-01" }];
    expect(must(await recordShares(lead(facts), facts.code, PRODUCT, periods))).toEqual({ schedules: 6 });
  });

  test("with a line of 0 for a member that was left out, because it signs too", async () => {
    const facts = await negotiated(["ENTERPRISE", "STATE", "SCHOOL", "OTHER"]);
    must(await recordShares(lead(facts), facts.code, PRODUCT, wholePeriods(facts.memberIds.slice(0, 3))));
    const lines = await db().shareLine.findMany({ where: { memberId: facts.memberIds[3] ?? "" } });
    expect(lines.map(({ ppm }) => ppm)).toEqual([0, 0, 0]);
  });

  test("exactly when they make 1 000 000 ppm on each dimension; else they are refused and nothing is stored", async () => {
    const facts = await negotiated();
    const share = fc.integer({ min: 0, max: UNIT });
    const whole = fc.tuple(share, share).map(([a, b]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      return [low, high - low, UNIT - high];
    });
    const loose = fc.array(fc.integer({ min: -10, max: UNIT }), { minLength: 3, maxLength: 3 });
    const any = fc.oneof(
      whole,
      whole,
      loose,
      whole.map(([a = 0, ...rest]) => [a + 1, ...rest]),
    );
    await fc.assert(
      fc.asyncProperty(any, any, any, async (capital, risk, profit) => {
        const before = await stored(facts);
        const shares = {
          CAPITAL: column(facts.memberIds, capital),
          RISK: column(facts.memberIds, risk),
          PROFIT: column(facts.memberIds, profit),
        };
        const outcome = await recordShares(lead(facts), facts.code, PRODUCT, [{ from: "2027-01-01", shares }]);
        const fits = [capital, risk, profit].every(
          (column) => column.every((ppm) => ppm >= 0) && column.reduce((a, b) => a + b, 0) === UNIT,
        );
        expect(outcome.ok).toBe(fits);
        expect((await stored(facts)).every(({ total }) => total === UNIT)).toBe(true);
        if (!fits) expect(await stored(facts)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("shares are refused", () => {
  test("with what is left to give, at the column where it is missing", async () => {
    const facts = await negotiated();
    const [period] = wholePeriods(facts.memberIds);
    if (!period) throw new Error();
    const short = {
      ...period,
      shares: { ...period.shares, RISK: column(facts.memberIds, [333_333, 333_333, 333_333]) },
    };
    expect(await recordShares(lead(facts), facts.code, PRODUCT, [short])).toEqual({
      ok: false,
      code: "SUM_NOT_100",
      field: "periods[0].risk",
      params: { total: 999_999, remainder: 1 },
    });
    expect(await stored(facts)).toEqual([]);
  });

  test("for periods out of order, outside the agreement, none at all or too many", async () => {
    const facts = await negotiated();
    const [period] = wholePeriods(facts.memberIds);
    if (!period) throw new Error();
    const from = (...days: string[]): SharePeriod[] => days.map((day) => ({ ...period, from: day }));
    const refused = async (periods: SharePeriod[]) => recordShares(lead(facts), facts.code, PRODUCT, periods);
    expect(await refused([])).toMatchObject({ code: "GAP" });
    expect(await refused(from("2027-01-02"))).toMatchObject({ code: "GAP" });
    expect(await refused(from("2027-01-01", "2027-01-01"))).toMatchObject({ code: "EMPTY_PERIOD" });
    expect(await refused(from("2027-01-01", "2029-01-01"))).toMatchObject({
      code: "EMPTY_PERIOD",
      field: "periods[1].from",
    });
    expect(await refused(Array.from({ length: 13 }, () => period))).toMatchObject({ code: "TOO_MANY_PERIODS" });
  });

  test("for somebody who is no member, twice, or only invited", async () => {
    const facts = await negotiated();
    const [period] = wholePeriods(facts.memberIds);
    const guest = await body("SCHOOL");
    if (!period) throw new Error();
    const refused = async (capital: { party: string; ppm: number }[]) =>
      recordShares(lead(facts), facts.code, PRODUCT, [{ ...period, shares: { ...period.shares, CAPITAL: capital } }]);
    expect(await refused([{ party: guest.organisationId, ppm: UNIT }])).toMatchObject({ code: "PARTY_UNKNOWN" });
    const [first = ""] = facts.memberIds;
    const twice = [
      { party: first, ppm: UNIT / 2 },
      { party: first, ppm: UNIT / 2 },
    ];
    expect(await refused(twice)).toMatchObject({ code: "DUPLICATE_PARTY" });
    expect(await stored(facts)).toEqual([]);
  });

  test("from anybody but the lead, and once the draft is agreed", async () => {
    const facts = await agreed();
    const [, state] = facts.bodies;
    if (!state) throw new Error();
    const periods = wholePeriods(facts.memberIds);
    expect(await recordShares(state.actor, facts.code, PRODUCT, periods)).toMatchObject({ code: "NOT_THE_LEAD" });
    expect(await recordShares(lead(facts), facts.code, PRODUCT, periods)).toMatchObject({ code: "SHARES_ARE_AGREED" });
    expect(await recordShares(lead(facts), facts.code, "21-S01", periods)).toMatchObject({ code: "ABSENT" });
  });
});

describe("an agreement", () => {
  const asked = {
    productCode: "21-S07",
    validFrom: "2027-01-01",
    validTo: "2028-01-01",
    hasStateMoney: false,
    profitConfidential: false,
  };

  test("is opened by the lead on a product of the catalogue in force, once each, within the partnership", async () => {
    const facts = await negotiated();
    const [, state] = facts.bodies;
    if (!state) throw new Error();
    const open = (more: Partial<typeof asked>) => openAgreement(lead(facts), facts.code, { ...asked, ...more });
    expect(await openAgreement(state.actor, facts.code, asked)).toMatchObject({ code: "NOT_THE_LEAD" });
    expect(await open({ productCode: PRODUCT })).toMatchObject({ code: "PRODUCT_TAKEN" });
    expect(await open({ productCode: "21-S99" })).toMatchObject({ code: "PRODUCT_NOT_IN_FORCE" });
    expect(await open({ validFrom: "2025-12-31" })).toMatchObject({
      code: "OUTSIDE_THE_PARTNERSHIP",
      field: "validFrom",
    });
    expect(await open({ validTo: "2029-01-02" })).toMatchObject({ code: "OUTSIDE_THE_PARTNERSHIP", field: "lastOn" });
    expect(await open({ hasStateMoney: true, profitConfidential: true })).toMatchObject({
      code: "CONFIDENTIAL_WITH_STATE_MONEY",
    });
    expect((await open({})).ok).toBe(true);
  });

  test("waits until all three houses are there", async () => {
    const alone = await body("ENTERPRISE");
    const { code } = must(await propose(alone.actor, proposal(alone.organisationId)));
    expect(await openAgreement(alone.actor, code, asked)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });
});
