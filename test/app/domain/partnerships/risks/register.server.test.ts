import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { addRisk, closeRisk, reviewRisk } from "#app/domain/partnerships/risks/assess.server.ts";
import { findRisks } from "#app/domain/partnerships/risks/queries.server.ts";
import { addRiskSchema, reviewRiskSchema } from "#app/domain/partnerships/risks/risk.schema.ts";
import { contractAgainstRegister, riskForThePublic } from "#app/domain/partnerships/risks/risk.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, must, signBy } from "../people.ts";

withTestDatabase();

const NOTE = "Rủi ro đã được xử lý bằng nguồn cung thứ hai.";

async function signed() {
  const facts = await agreed();
  await signBy(facts);
  const [lead, other] = facts.bodies;
  if (!lead || !other) throw new Error();
  return { ...facts, lead, other };
}
type Facts = Awaited<ReturnType<typeof signed>>;

/** Case K: what the register of docs/domain.md holds, in the order State, school, enterprise. */
const CASE_K = [
  { category: "TECHNOLOGY", probabilityPpm: "30", impactVnd: "40 tỷ", parts: ["40", "20", "40"] },
  { category: "REVENUE", probabilityPpm: "25", impactVnd: "60 tỷ", parts: ["20", "10", "70"] },
] as const;

function typed({ memberIds }: Facts, more: Record<string, unknown> = {}) {
  const { parts = ["50", "30", "20"], ...rest } = more;
  if (!Array.isArray(parts)) throw new Error("parts");
  return {
    category: "TECHNOLOGY",
    title: "Màng lọc không đạt tuổi thọ đã định",
    isPublic: "on",
    probabilityPpm: "30",
    impactVnd: "40 tỷ",
    mitigation: "Thử nghiệm gia tốc ở hai phòng thí nghiệm độc lập.",
    ownerMemberId: memberIds[1],
    reviewOn: "30/06/2027",
    reason: "Ba mẻ đầu chỉ đạt tám phần mười tuổi thọ.",
    allocation: memberIds.map((id, place) => ({ id, share: parts[place] ?? "" })),
    ...rest,
  };
}

function add(facts: Facts, more: Record<string, unknown> = {}, who: Actor = facts.other.actor) {
  return addRisk(who, facts.code, addRiskSchema.parse(typed(facts, more)));
}

function review(facts: Facts, more: Record<string, unknown> = {}) {
  return reviewRisk(facts.lead.actor, facts.code, reviewRiskSchema.parse({ risk: "1", ...typed(facts, more) }));
}

async function reviewsOwed(code: string) {
  const owed = await db().obligation.findMany({
    where: { subjectCode: code, kind: "RISK_REVIEW" },
    orderBy: { openedAt: "asc" },
  });
  return owed.map(({ doneAt, voidedAt, dueOn, debtorOrganisationId }) => ({
    state: doneAt ? "done" : voidedAt ? "void" : "open",
    dueOn: dueOn.toISOString().slice(0, 10),
    debtorOrganisationId,
  }));
}

describe("a risk", () => {
  test("is put into the register by a member, whose owner owes a review", async () => {
    const facts = await signed();
    const { code, other, memberIds } = facts;
    expect(must(await add(facts))).toEqual({ number: 1 });
    const [risk] = await findRisks(code);
    expect(risk).toMatchObject({ number: 1, category: "TECHNOLOGY", closedAt: null, reviewOn: "2027-06-30" });
    expect(risk?.versions[0]).toMatchObject({ probabilityPpm: 300_000, impactVnd: "40000000000" });
    expect(risk?.versions[0]?.allocation).toEqual([
      { party: memberIds[0], ppm: 500_000 },
      { party: memberIds[1], ppm: 300_000 },
      { party: memberIds[2], ppm: 200_000 },
    ]);
    expect(await reviewsOwed(code)).toEqual([
      { state: "open", dueOn: "2027-06-30", debtorOrganisationId: other.organisationId },
    ]);
  });

  test("is refused where its parts make no whole, its owner is no party or its review is not ahead", async () => {
    const facts = await signed();
    expect(await add(facts, { parts: ["50", "30", "19,9999"] })).toMatchObject({
      code: "RISK_NOT_WHOLE",
      field: "allocation[0].share",
    });
    expect(await add(facts, { ownerMemberId: crypto.randomUUID() })).toMatchObject({ code: "NOT_A_PARTY" });
    expect(await add(facts, { reviewOn: "2026-01-01" })).toMatchObject({ code: "DUE_IN_THE_PAST", field: "reviewOn" });
    const stranger = (await signed()).lead.actor;
    expect(await add(facts, {}, stranger)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await findRisks(facts.code)).toEqual([]);
  });

  test("is reviewed without losing what was thought before, and closed once", async () => {
    const facts = await signed();
    const { code } = facts;
    must(await add(facts));
    must(await review(facts, { probabilityPpm: "10", reviewOn: "31/12/2027" }));
    const [risk] = await findRisks(code);
    expect(risk?.versions.map(({ probabilityPpm }) => probabilityPpm)).toEqual([100_000, 300_000]);
    expect((await reviewsOwed(code)).map(({ state }) => state)).toEqual(["done", "open"]);
    must(await closeRisk(facts.lead.actor, code, { risk: 1, outcome: "MITIGATED", note: NOTE }));
    expect((await reviewsOwed(code)).map(({ state }) => state)).toEqual(["done", "void"]);
    expect(await review(facts)).toMatchObject({ code: "RISK_CLOSED" });
    expect(await closeRisk(facts.lead.actor, code, { risk: 2, outcome: "LAPSED", note: NOTE })).toMatchObject({
      code: "NO_SUCH_RISK",
    });
  });

  test("that the parties keep among themselves is not told on the public record nor to the public", async () => {
    const facts = await signed();
    must(await add(facts, { isPublic: "", title: "Đối tác cung ứng có thể rút" }));
    const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: facts.code, kind: "risk.added" } });
    expect(JSON.stringify(entry.payload)).not.toContain("rút");
    expect(JSON.stringify(entry.payload)).toContain("assessmentSha256");
    const [risk] = await findRisks(facts.code);
    expect(risk && riskForThePublic(risk)).toMatchObject({ category: "TECHNOLOGY", versions: [], closeNote: null });
  });
});

test("the register justifies shares by expected loss over the risks still open", async () => {
  const facts = await signed();
  const { memberIds, code } = facts;
  for (const risk of CASE_K) must(await add(facts, { ...risk, parts: [...risk.parts] }));
  const contract = [400_000, 100_000, 500_000].map((ppm, place) => ({ party: memberIds[place] ?? "", ppm }));
  // 12 bn × 40/20/40 and 15 bn × 20/10/70
  const both = contractAgainstRegister(contract, await findRisks(code));
  expect(both?.rows.map(({ expectedLossVnd }) => expectedLossVnd)).toEqual([
    7_800_000_000n,
    3_900_000_000n,
    15_300_000_000n,
  ]);
  expect(both?.rows.map(({ registerPpm }) => registerPpm)).toEqual([288_889, 144_444, 566_667]);
  expect(both?.distancePpm).toBe(111_111);
  must(await closeRisk(facts.lead.actor, code, { risk: 2, outcome: "LAPSED", note: NOTE }));
  const one = contractAgainstRegister(contract, await findRisks(code));
  expect(one?.rows.map(({ registerPpm }) => registerPpm)).toEqual([400_000, 200_000, 400_000]);
  must(await closeRisk(facts.lead.actor, code, { risk: 1, outcome: "OCCURRED", note: NOTE }));
  expect(contractAgainstRegister(contract, await findRisks(code))).toBeNull();
});

describe("the database refuses, whoever writes,", () => {
  async function added() {
    const facts = await signed();
    must(await add(facts));
    const risk = await db().riskItem.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    const person = facts.lead.actor.personId;
    return { ...facts, risk, person };
  }

  function versionOf({ risk, memberIds, person }: Awaited<ReturnType<typeof added>>, version: number, parts: number[]) {
    return db().$transaction([
      db().riskVersion.create({
        data: {
          ...{ riskId: risk.id, version, title: "Rủi ro khác", isPublic: true, probabilityPpm: 1, impactVnd: 1n },
          ...{ mitigation: "Không có", reason: "Không có", ownerMemberId: memberIds[0] ?? "" },
          ...{ reviewOn: new Date("2027-06-30"), recordedById: person },
        },
      }),
      db().riskAllocation.createMany({
        data: parts.map((ppm, place) => ({ riskId: risk.id, version, memberId: memberIds[place] ?? "", ppm })),
      }),
    ]);
  }

  test("an allocation one ppm short, a version out of turn and a change of what was said", async () => {
    const facts = await added();
    await expect(versionOf(facts, 2, [500_000, 499_999])).rejects.toThrow("RISK_NOT_WHOLE");
    await expect(versionOf(facts, 3, [500_000, 500_000])).rejects.toThrow("RISK_VERSION");
    await expect(pool().query("UPDATE risk_version SET probability_ppm = 1")).rejects.toThrow("permission denied");
    await expect(pool().query("UPDATE risk_item SET number = 7")).rejects.toThrow("permission denied");
    const { risk, memberIds } = facts;
    await expect(
      db().riskAllocation.create({ data: { riskId: risk.id, version: 1, memberId: memberIds[0] ?? "", ppm: 1 } }),
    ).rejects.toThrow("FROZEN");
  });

  test("a risk without an assessment, a speaker of nobody, and anything after it is closed", async () => {
    const facts = await added();
    const { risk, code, person } = facts;
    const { id: partnershipId } = await db().partnership.findUniqueOrThrow({ where: { code } });
    await expect(db().riskItem.create({ data: { partnershipId, number: 2, category: "LAW" } })).rejects.toThrow(
      "RISK_NOT_ASSESSED",
    );
    const stranger = (await signed()).lead.actor.personId;
    await expect(versionOf({ ...facts, person: stranger }, 2, [1_000_000])).rejects.toThrow("NOT_A_SPEAKER");
    must(await closeRisk(facts.lead.actor, code, { risk: 1, outcome: "LAPSED", note: NOTE }));
    await expect(versionOf(facts, 2, [1_000_000])).rejects.toThrow("RISK_CLOSED");
    const closed = { outcome: "OCCURRED", closeNote: NOTE, closedById: person, closedAt: new Date() } as const;
    await expect(db().riskItem.update({ where: { id: risk.id }, data: closed })).rejects.toThrow("FROZEN");
  });
});
