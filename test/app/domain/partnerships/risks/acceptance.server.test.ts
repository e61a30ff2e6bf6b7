import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { decideSchema, sealSchema } from "#app/domain/partnerships/acceptance/acceptance.schema.ts";
import { askAcceptance, decideAcceptance } from "#app/domain/partnerships/acceptance/decide.server.ts";
import { findRiskFiles, listWaitingFiles } from "#app/domain/partnerships/acceptance/queries.server.ts";
import { joinSeal, sealFile } from "#app/domain/partnerships/acceptance/seal.server.ts";
import { proposeRun } from "#app/domain/partnerships/distributions/propose.server.ts";
import { allocateFunding } from "#app/domain/partnerships/funding/allocate.server.ts";
import { allocateSchema, paymentSchema } from "#app/domain/partnerships/funding/funding.schema.ts";
import { lossClaimFault } from "#app/domain/partnerships/funding/funding.ts";
import { recordPayment } from "#app/domain/partnerships/funding/record-payment.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { actorAt, approve, type Facts, NEW_YEAR, year } from "../distributions/runs.ts";
import { appraiser, body, must, PRODUCT } from "../people.ts";
import { mayConfirm, PASSWORD, running, withPasswords } from "./running.ts";

withTestDatabase();
withPasswords();

const CONTENT = {
  risk: "Vỏ bọc mới chưa từng chạy trong nước mặn quá 600 giờ.",
  criteria: "Mẫu thử qua 600 giờ\nHai phòng thí nghiệm độc lập cùng đo",
  procedure: "Họp hội đồng kỹ thuật của ba bên, ghi biên bản, giữ nhật ký thử.",
  decision: "Ba bên cùng chấp nhận làm tiếp với vỏ bọc mới.",
  password: PASSWORD,
};
const FOUND = {
  criteriaMet: ["1", "2"],
  procedureFollowed: "on",
  noFraud: "on",
  noMisuse: "on",
  decision: "ACCEPTED",
  reason: "Nhật ký thử và biên bản khớp với nội dung đã niêm phong.",
  lessons: "Cần thử đủ một mùa mặn trước khi đặt mua thiết bị.",
};

function seal(facts: Facts, who: Actor = actorAt(facts, 0)) {
  return sealFile(who, facts.code, sealSchema.parse(CONTENT));
}

async function lose(facts: Facts) {
  must(await proposeRun(actorAt(facts, 0), facts, year({ kind: "LOSS", loss: "30 tỷ" }), NEW_YEAR));
  await approve(facts, [0, 1]);
}

function ask(facts: Facts, authorityId: string, number = 1) {
  const loss = { productCode: PRODUCT, number };
  return askAcceptance(actorAt(facts, 2), facts.code, { file: 1, loss, authorityId });
}

function decide(facts: Facts, who: Actor, more: Record<string, unknown> = {}) {
  return decideAcceptance(who, facts.code, decideSchema.parse({ file: "1", ...FOUND, ...more }));
}

async function fileOf(code: string, mayRead = true) {
  const [file] = (await findRiskFiles(code, () => mayRead)).files;
  if (!file) throw new Error("no file");
  return file;
}

/** Sealed, lost, and put to a State body. */
async function asked() {
  const facts = await running();
  must(await seal(facts));
  await lose(facts);
  const authority = await appraiser();
  must(await ask(facts, authority.organisationId));
  return { ...facts, authority };
}

describe("a file of accepted risk", () => {
  test("is sealed before the outcome, with its hash alone on the public record", async () => {
    const facts = await running();
    const { textSha256 } = must(await seal(facts));
    const stored = await db().riskFile.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
    expect(sha256(stored.text)).toBe(textSha256);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { subjectCode: facts.code, kind: "risk-file.sealed" },
    });
    expect(JSON.parse(entry.payload)).toMatchObject({ number: 1, textSha256 });
    expect(entry.payload).not.toContain("vỏ bọc");
    expect((await fileOf(facts.code)).text).toMatchObject({ criteria: ["Mẫu thử qua 600 giờ", expect.anything()] });
    expect((await fileOf(facts.code, false)).text).toBeNull();
  });

  test("is sealed by other members too, each once and on the very text", async () => {
    const facts = await running();
    const { code } = facts;
    const { textSha256 } = must(await seal(facts));
    const join = { file: 1, textSha256, password: PASSWORD };
    expect(await joinSeal(actorAt(facts, 1), code, { ...join, textSha256: "0".repeat(64) })).toMatchObject({
      code: "TEXT_CHANGED",
    });
    expect(await joinSeal(actorAt(facts, 1), code, { ...join, password: "sai" })).toMatchObject({
      code: "PASSWORD_WRONG",
    });
    must(await joinSeal(actorAt(facts, 1), code, join));
    expect(await joinSeal(actorAt(facts, 1), code, join)).toMatchObject({ code: "ALREADY_SEALED" });
    const stranger = await body("SCHOOL");
    await mayConfirm();
    expect(await joinSeal(stranger.actor, code, join)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect((await fileOf(code)).seals.map(({ memberId }) => memberId)).toEqual(facts.memberIds.slice(0, 2));
  });

  test("cannot be sealed, nor joined, once a loss is calculated", async () => {
    const facts = await running();
    const { textSha256 } = must(await seal(facts));
    must(await proposeRun(actorAt(facts, 0), facts, year({ kind: "LOSS", loss: "30 tỷ" }), NEW_YEAR));
    expect(await seal(facts)).toMatchObject({ code: "OUTCOME_KNOWN" });
    const join = { file: 1, textSha256, password: PASSWORD };
    expect(await joinSeal(actorAt(facts, 1), facts.code, join)).toMatchObject({ code: "OUTCOME_KNOWN" });
  });

  test("is put to a State body that is no party, once, beside a loss that came after it", async () => {
    const facts = await running();
    must(await seal(facts));
    const authority = await appraiser();
    expect(await ask(facts, authority.organisationId)).toMatchObject({ code: "NO_LOSS_AFTER_SEAL", field: "loss" });
    await lose(facts);
    const own = facts.bodies[1]?.organisationId ?? "";
    expect(await ask(facts, own)).toMatchObject({ code: "AUTHORITY_UNFIT", field: "authorityId" });
    must(await ask(facts, authority.organisationId));
    expect(await ask(facts, authority.organisationId)).toMatchObject({ code: "ALREADY_ASKED" });
    expect(await listWaitingFiles(authority.actor)).toMatchObject([{ code: facts.code, number: 1 }]);
    expect(await listWaitingFiles(actorAt(facts, 0))).toEqual([]);
    const owed = await db().obligation.findFirstOrThrow({
      where: { subjectCode: facts.code, kind: "RISK_ACCEPTANCE" },
    });
    expect(owed).toMatchObject({ debtorOrganisationId: authority.organisationId, doneAt: null });
  });

  test("is accepted by nobody with a part in a party, and only where everything sealed was kept to", async () => {
    const facts = await asked();
    const { actor } = facts.authority;
    expect(await decide(facts, actorAt(facts, 0))).toMatchObject({ code: "NOT_THE_AUTHORITY" });
    const both = { ...actor, roles: [...actor.roles, ...actorAt(facts, 1).roles] };
    expect(await decide(facts, both)).toMatchObject({ code: "NOT_THE_AUTHORITY" });
    for (const lacking of [{ criteriaMet: ["1"] }, { procedureFollowed: "" }, { noFraud: "" }, { noMisuse: "" }])
      expect(await decide(facts, actor, lacking)).toMatchObject({ code: "ACCEPTANCE_UNFOUNDED", field: "decision" });
    must(await decide(facts, actor));
    expect(await decide(facts, actor)).toMatchObject({ code: "NO_OPEN_FILE" });
    expect((await fileOf(facts.code)).acceptance).toMatchObject({
      decision: "ACCEPTED",
      criteriaMet: [1, 2],
      // a third of the loss, on the State's body
      loss: { lossVnd: "30000000000", stateVnd: "9999990000" },
    });
    const owed = await db().obligation.findFirstOrThrow({
      where: { subjectCode: facts.code, kind: "RISK_ACCEPTANCE" },
    });
    expect(owed.outcome).toBe("accepted");
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { subjectCode: facts.code, kind: "risk-file.accepted" },
    });
    expect(JSON.parse(entry.payload)).toMatchObject({ lessons: FOUND.lessons, noFraud: true });
  });
});

test("a loss is claimed back from nobody without a loss, and from no school or enterprise once it was accepted", () => {
  expect(lossClaimFault([], "SCHOOL")).toBe("NO_LOSS");
  expect(lossClaimFault([{ accepted: true }], "SCHOOL")).toBe("LOSS_ACCEPTED");
  expect(lossClaimFault([{ accepted: true }], "ENTERPRISE")).toBe("LOSS_ACCEPTED");
  expect(lossClaimFault([{ accepted: true }], "STATE")).toBeNull();
  expect(lossClaimFault([{ accepted: true }, { accepted: false }], "SCHOOL")).toBeNull();
  expect(lossClaimFault([{ accepted: false }], "ENTERPRISE")).toBeNull();
});

test("the fund takes back what was not used, and not what was lost in good faith", async () => {
  const facts = await asked();
  const { organisationId, name, actor } = await body("STATE", "Quỹ của tỉnh");
  await db().roleGrant.create({ data: { personId: actor.personId, role: "FUND", organisationId } });
  const fund: Actor = { ...actor, roles: [{ role: "FUND", organisationId, organisationNames: { vi: name } }] };
  const typed = { source: "OTHER", budgetLine: "Khoản 101", allocatedVnd: "30 tỷ", reference: "QĐ 15/QĐ-BTC" };
  const { number: line } = must(await allocateFunding(fund, facts, allocateSchema.parse({ organisationId, ...typed })));
  const pay = (more: Record<string, string>) =>
    recordPayment(
      fund,
      facts,
      paymentSchema.parse({
        ...{ line: String(line), memberId: facts.memberIds[2], direction: "PAID", amountVnd: "9 tỷ" },
        ...{ onDay: "2026-04-20", reference: "UNC 77", ...more },
      }),
    );
  must(await pay({}));
  const back = { direction: "REFUNDED", amountVnd: "1 tỷ" };
  must(await pay({ ...back, ground: "LOSS" }));
  must(await decide(facts, facts.authority.actor));
  expect(await pay({ ...back, ground: "LOSS" })).toMatchObject({ code: "LOSS_ACCEPTED", field: "ground" });
  must(await pay({ ...back, ground: "WRONG_PURPOSE" }));
  const written = await db().fundingTransaction.findFirstOrThrow({ where: { refundGround: "LOSS" } });
  const { id: _id, ...row } = written;
  await expect(db().fundingTransaction.create({ data: { ...row, number: 9 } })).rejects.toThrow("LOSS_ACCEPTED");
  await expect(db().fundingTransaction.create({ data: { ...row, number: 9, refundGround: null } })).rejects.toThrow(
    "REFUND_GROUND",
  );
});

describe("the database refuses, whoever writes,", () => {
  test("a change of what was sealed, a text that is not its hash, and a seal after the outcome", async () => {
    const facts = await running();
    must(await seal(facts));
    await expect(pool().query("UPDATE risk_file SET text = 'khác'")).rejects.toThrow("permission denied");
    await expect(pool().query("DELETE FROM risk_seal")).rejects.toThrow("permission denied");
    const { id: partnershipId } = await db().partnership.findUniqueOrThrow({ where: { code: facts.code } });
    const data = { partnershipId, number: 2, text: "{}", textSha256: sha256("{}"), criteria: 1 };
    const wrong = db().riskFile.create({ data: { ...data, textSha256: "0".repeat(64) } });
    await expect(wrong).rejects.toThrow("risk_file");
    await expect(db().riskFile.create({ data })).rejects.toThrow("SEAL_MISSING");
    await lose(facts);
    await expect(db().riskFile.create({ data })).rejects.toThrow("OUTCOME_KNOWN");
    const backdated = { ...data, sealedAt: new Date("2026-02-01") };
    await expect(db().riskFile.create({ data: backdated })).rejects.toThrow("OUTCOME_KNOWN");
    const [file] = await db().riskFile.findMany();
    const late = { fileId: file?.id ?? "", memberId: facts.memberIds[1] ?? "", personId: actorAt(facts, 1).personId };
    await expect(db().riskSeal.create({ data: { ...late, post: "Giám đốc" } })).rejects.toThrow("OUTCOME_KNOWN");
  });

  test("a decision by a party, one without its findings, and a second one", async () => {
    const facts = await asked();
    const found = { criteriaMet: [1, 2], procedureFollowed: true, noFraud: true, noMisuse: true };
    const words = { reason: FOUND.reason, lessons: FOUND.lessons, post: "Giám đốc", decidedAt: new Date() };
    const write = (more: Record<string, unknown>) =>
      db().riskAcceptance.updateMany({
        where: { file: { partnership: { code: facts.code } } },
        data: { ...found, ...words, decision: "ACCEPTED", decidedById: facts.authority.actor.personId, ...more },
      });
    await expect(write({ decidedById: actorAt(facts, 1).personId })).rejects.toThrow("NOT_AN_AUTHORITY");
    await expect(write({ criteriaMet: [1] })).rejects.toThrow("CRITERIA_NOT_MET");
    await expect(write({ noMisuse: false })).rejects.toThrow("risk_acceptance");
    must(await decide(facts, facts.authority.actor, { decision: "REFUSED", criteriaMet: ["1"] }));
    await expect(write({})).rejects.toThrow("FROZEN");
  });
});
