import { beforeAll, describe, expect, test } from "vitest";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { agreeDraft } from "#app/domain/partnerships/agreements/agree-draft.server.ts";
import { recordShares } from "#app/domain/partnerships/agreements/record-shares.server.ts";
import { readAgreementFigures } from "#app/domain/partnerships/figures/queries.server.ts";
import { addMetric, recordReading } from "#app/domain/partnerships/performance/metrics.server.ts";
import { planMilestone } from "#app/domain/partnerships/performance/plan-milestone.server.ts";
import { reportMilestone } from "#app/domain/partnerships/performance/settle-milestone.server.ts";
import { addRisk } from "#app/domain/partnerships/risks/assess.server.ts";
import { addRiskSchema } from "#app/domain/partnerships/risks/risk.schema.ts";
import { recordTerms } from "#app/domain/partnerships/terms/record-terms.server.ts";
import * as item from "#app/routes/api/partnerships/item.ts";
import * as list from "#app/routes/api/partnerships/list.ts";
import * as risks from "#app/routes/api/partnerships/risks.ts";
import * as shares from "#app/routes/api/partnerships/shares.ts";
import { readRisks } from "#app/web/api/partnerships/risks.ts";
import { listPartnerships, readPartnership, readShares } from "#app/web/api/partnerships.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import {
  agreed,
  approve,
  must,
  negotiated,
  PRODUCT,
  signBy,
  terms,
  wholePeriods,
} from "../../domain/partnerships/people.ts";

withTestDatabase();

let signed: string;
let hidden: string[];

beforeAll(async () => {
  const facts = await agreed();
  await signBy(facts);
  signed = facts.code;
  hidden = [(await agreed()).code, (await negotiated()).code];
}, 30_000);

function readItem(code: string) {
  return get(item, `/partnerships/${code}`, { params: { code } });
}

function readSharesOf(query: string, code = signed) {
  return get(shares, `/partnerships/${code}/shares?${query}`, { params: { code } });
}

describe("partnerships, as programs read them", () => {
  test("the list holds what is signed, with its members by house", async () => {
    const { body } = await get(list, "/partnerships");
    expectDeclared(listPartnerships, body);
    expect(body).toMatchObject({
      items: [
        {
          code: signed,
          productCodes: [PRODUCT],
          members: [{ house: "ENTERPRISE" }, { house: "STATE" }, { house: "SCHOOL" }],
        },
      ],
      next: null,
    });
    expect((await get(list, "/partnerships?house=SCHOOL")).body).toMatchObject({ items: [] });
  });

  test.each(["house=HOME", "state=NEVER", "cursor=abc", "limit=0", "offset=1"])("%s is invalid", async (query) => {
    expect((await get(list, `/partnerships?${query}`)).response.status).toBe(422);
  });

  test("one with its agreement of each product; one that nobody signed yet is not there", async () => {
    const { body } = await readItem(signed);
    expectDeclared(readPartnership, body);
    expect(body).toMatchObject({
      code: signed,
      agreements: [{ product: PRODUCT, from: "2027-01-01", to: "2029-01-01" }],
    });
    for (const code of [...hidden, "DA-2026-9999", "SK-2026-0001", "DA-1"]) {
      expect((await readItem(code)).response.status).toBe(404);
      expect((await readSharesOf("asOf=2027-06-01", code)).response.status).toBe(404);
    }
  });

  test("one with its milestones, each with its steps, and its metrics, each with its readings", async () => {
    const facts = await agreed();
    await signBy(facts);
    const [lead, other] = facts.bodies;
    if (!lead || !other) throw new Error("nobody there");
    const memberId = facts.memberIds[1] ?? "";
    const { code } = facts;
    const planned = { title: "Bộ pin chạy thử", measure: "Biên bản chạy thử 72 giờ", weight: 40, dueOn: "2027-06-30" };
    must(await planMilestone(lead.actor, code, { ...planned, memberId }));
    const shown = { note: "Đã chạy thử đủ 72 giờ.", evidenceSha256: "b".repeat(64) };
    must(await reportMilestone(other.actor, code, { milestone: 1, ...shown }));
    const measured = { name: "Độ tinh khiết", unit: "%", direction: "AT_LEAST", target: "99.5" } as const;
    must(await addMetric(lead.actor, code, { ...measured, memberId }));
    const reading = { value: "99.62", reference: "Phiếu 34/PT", evidenceSha256: null };
    must(await recordReading(other.actor, code, { metric: 1, onDay: dayInVietnam(new Date()), ...reading }));
    const { body } = await readItem(code);
    expectDeclared(readPartnership, body);
    expect(body).toMatchObject({
      milestones: [
        { ...planned, number: 1, house: "STATE", state: "REPORTED", steps: [{ kind: "REPORTED", ...shown }] },
      ],
      metrics: [{ ...measured, number: 1, readings: [{ ...reading, verified: null }] }],
    });
    expect(JSON.stringify(body)).not.toContain(other.actor.personId);
  });

  test("one with its risk register, where what the members keep among themselves is withheld", async () => {
    const facts = await agreed();
    await signBy(facts);
    const [, other] = facts.bodies;
    if (!other) throw new Error("nobody there");
    const { code, memberIds } = facts;
    const typed = {
      ...{ category: "TECHNOLOGY", title: "Màng lọc hỏng sớm", probabilityPpm: "30", impactVnd: "40 tỷ" },
      ...{ mitigation: "Thử nghiệm ở hai phòng thí nghiệm.", ownerMemberId: memberIds[1], reviewOn: "30/06/2027" },
      reason: "Ba mẻ đầu chỉ đạt tám phần mười tuổi thọ.",
      allocation: memberIds.map((id, place) => ({ id, share: ["50", "30", "20"][place] ?? "" })),
    };
    must(await addRisk(other.actor, code, addRiskSchema.parse({ ...typed, isPublic: "on" })));
    must(await addRisk(other.actor, code, addRiskSchema.parse({ ...typed, title: "Điều giữ kín" })));
    const { body } = await get(risks, `/partnerships/${code}/risks`, { params: { code } });
    expectDeclared(readRisks, body);
    expect(body).toMatchObject({
      risks: [
        {
          ...{ number: 1, category: "TECHNOLOGY", house: "STATE", outcome: null, withheld: false },
          versions: [
            {
              ...{ version: 1, probabilityPpm: 300_000, impactVnd: "40000000000", reviewOn: "2027-06-30" },
              allocation: [{ house: "ENTERPRISE", ppm: 500_000 }, { ppm: 300_000 }, { ppm: 200_000 }],
            },
          ],
        },
        { number: 2, reviewOn: "2027-06-30", withheld: true, versions: [] },
      ],
    });
    expect(JSON.stringify(body)).not.toContain("Điều giữ kín");
    expect(JSON.stringify(body)).not.toContain(other.actor.personId);
    for (const absent of [...hidden, "DA-2026-9999", "SK-2026-0001"])
      expect((await get(risks, `/partnerships/${absent}/risks`, { params: { code: absent } })).response.status).toBe(
        404,
      );
  });

  test("the figures of the first page count what is signed out of all", async () => {
    expect(await readAgreementFigures()).toEqual({ signed: 3, all: 5, parties: 9, products: 1, partnerships: 3 });
  });
});

describe("shares", () => {
  test("profit that the parties keep confidential is withheld, and the answer says so", async () => {
    const facts = await negotiated();
    const [lead] = facts.bodies;
    if (!lead) throw new Error("nobody leads");
    await db().agreement.updateMany({
      where: { partnership: { code: facts.code } },
      data: { profitConfidential: true },
    });
    must(await recordShares(lead.actor, facts.code, PRODUCT, wholePeriods(facts.memberIds)));
    must(await recordTerms(lead.actor, { code: facts.code, productCode: PRODUCT }, terms(facts)));
    const { textSha256 } = must(await agreeDraft(lead.actor, facts.code, PRODUCT));
    await approve({ ...facts, textSha256 });
    await signBy({ ...facts, textSha256 });
    const { body } = await readSharesOf("asOf=2027-06-01", facts.code);
    expectDeclared(readShares, body);
    expect(body).toMatchObject({
      profit: null,
      withheld: [{ field: "profit", reason: "AGREED_CONFIDENTIAL", until: null }],
    });
    expect(JSON.stringify(body)).not.toContain("512345");
  });

  test("in force on a day: each list sums to the whole, in the order of parties", async () => {
    const { body } = await readSharesOf(`product=${PRODUCT}&asOf=2027-06-01`);
    expectDeclared(readShares, body);
    const { capital, risk, profit, ...rest } = readShares.answer.parse(body);
    expect(rest).toMatchObject({ product: PRODUCT, asOf: "2027-06-01", agreementVersion: 1 });
    expect(capital.paidIn).toBeNull();
    expect(capital.contractual.map((it) => [it.house, it.ppm])).toEqual([
      ["ENTERPRISE", 400_000],
      ["STATE", 350_000],
      ["SCHOOL", 250_000],
    ]);
    expect(risk.map((it) => it.ppm)).toEqual([333_334, 333_333, 333_333]);
    for (const lines of [capital.contractual, risk, profit ?? []]) {
      expect(lines.reduce((sum, it) => sum + it.ppm, 0)).toBe(1_000_000);
    }
    expect(body).not.toHaveProperty("withheld");
  });

  test("its first day counts, its end does not, and before it was signed nothing was known", async () => {
    expect((await readSharesOf("asOf=2027-01-01")).response.status).toBe(200);
    for (const query of ["asOf=2026-12-31", "asOf=2029-01-01", "asOf=2027-06-01&knownAt=2026-01-01T00:00:00Z"]) {
      const { response, body } = await readSharesOf(query);
      expect([response.status, body]).toMatchObject([404, { code: "NO_AGREEMENT_IN_FORCE" }]);
    }
    const unknown = await readSharesOf("asOf=2027-06-01&product=21-S01");
    expect(unknown.response.status).toBe(404);
  });

  test.each(["asOf=2027-02-30", "asOf=", "knownAt=yesterday", "knownAt=2026-01-01", "product=", "day=2027-01-01"])(
    "%s is invalid",
    async (query) => {
      expect((await readSharesOf(query)).response.status).toBe(422);
    },
  );
});
