import { beforeAll, describe, expect, test } from "vitest";
import { findExtensionDesk } from "#app/domain/extensions/queries.server.ts";
import { requestExtension } from "#app/domain/extensions/request-extension.server.ts";
import { answerFacts } from "#app/domain/monitoring/factual-check/answer.server.ts";
import { commentOnFacts } from "#app/domain/monitoring/factual-check/comment.server.ts";
import { findOwnCheck, listOwnChecks } from "#app/domain/monitoring/factual-check/queries.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { findFinding } from "#app/domain/monitoring/findings/queries.server.ts";
import { prepareRound } from "#app/domain/monitoring/public-comment/prepare.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { addWorkingDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import {
  aFront,
  aRound,
  confirmed,
  EVIDENCE,
  type Front,
  inField,
  move,
  must,
  readAll,
} from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let director: Cast["representative"];
let stranger: Cast["representative"];
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
  const { representative, school } = cast;
  const post = { organisationId: school, names: {}, house: "SCHOOL", verified: true, post: "Hiệu trưởng" } as const;
  director = { ...representative, affiliations: [post] };
  stranger = await anActor("Đại diện nơi khác", ["PARTY_REP"], front.body);
}, 60_000);

const WRONG = { correct: false, text: "Ba câu trả lời đã nêu lý do, theo công văn số 12." };
const RIGHT = { correct: true, text: "" };
const OLD = "Điều đã thấy, đối chiếu với điều phải có, viết đủ để ai cũng kiểm lại được.";
const TEXT = {
  title: "Trả lời muộn, không nêu lý do",
  ...{ criteria: OLD, condition: OLD, cause: OLD, effect: OLD },
};
const CORRECTED = { ...TEXT, condition: "Chín trên mười hai câu trả lời không nêu lý do; ba câu có nêu." };

function answer(accepted: boolean, text = accepted ? CORRECTED : TEXT) {
  const reason = "Đã xem công văn số 12 và đối chiếu từng câu trả lời.";
  return { organisationId: cast.school, accepted, reason, text };
}

/** A campaign whose one finding is before the school. */
async function inRound() {
  const code = await inField(front, 1);
  await readAll(front, code);
  const { finding } = await confirmed(front, code, cast.school);
  must(await move(front.lead, code, "DRAFT_REPORT"));
  must(await move(front.lead, code, "FACTUAL_CHECK"));
  must(await prepareRound(front.lead, code, aRound()));
  return { code, finding };
}

describe("the factual check", () => {
  test("opens once every finding is seconded, with a clock of ten working days for each body", async () => {
    const code = await inField(front, 1);
    const [unitId = ""] = await readAll(front, code);
    const finding = { ...TEXT, unitId, severity: "MINOR", evidence: EVIDENCE } as const;
    const drafted = must(await draftFinding(front.monitor, code, finding)).code;
    must(await move(front.lead, code, "DRAFT_REPORT"));
    expect(await move(front.lead, code, "FACTUAL_CHECK")).toMatchObject({ code: "FINDINGS_NOT_SECONDED" });
    must(await secondFinding(front.second, drafted, { secondNote: "Đã đọc lại chứng cứ, đồng ý." }));
    expect(await findOwnCheck(director, drafted)).toBeNull();
    must(await move(front.lead, code, "FACTUAL_CHECK"));
    const own = await findOwnCheck(director, drafted);
    const due = addWorkingDays(dayInVietnam(new Date()), 10, await loadCalendar(db()));
    expect(own).toMatchObject({ code: drafted, dueOn: due, comment: null, answer: null });
    expect((await listOwnChecks(director, code)).map((one) => one.code)).toEqual([drafted]);
    expect(await findOwnCheck(stranger, drafted)).toBeNull();
    expect(await findFinding(director, drafted)).toBeNull();
    const { id } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const owed = await db().obligation.findMany({ where: { subjectId: id, kind: "FACTUAL_CHECK" } });
    expect(owed.map((one) => one.debtorOrganisationId)).toContain(cast.school);
    // the record tells of the round, and nothing of a finding
    expect(await db().recordEntry.count({ where: { kind: "campaign.factual-check", subjectCode: code } })).toBe(1);
    expect(await db().recordEntry.count({ where: { subjectCode: drafted } })).toBe(0);
  });

  test("a body comments once, in time, and nobody comments for it; each try of others is kept", async () => {
    const { code, finding } = await inRound();
    const tries = () => db().securityEvent.count({ where: { act: "finding.comment", subjectCode: finding } });
    for (const actor of [stranger, front.monitor, front.lead])
      expect(await commentOnFacts(actor, finding, WRONG)).toMatchObject({ code: "NOT_THE_MONITORED_BODY" });
    expect(await tries()).toBe(3);
    const late = new Date(Date.now() + 60 * 86_400_000);
    expect(await commentOnFacts(director, finding, WRONG, late)).toMatchObject({ code: "FACTUAL_CHECK_OVER" });
    must(await commentOnFacts(director, finding, WRONG));
    expect(await commentOnFacts(director, finding, RIGHT)).toMatchObject({ code: "COMMENTED_ALREADY" });
    const { id } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectId: id, kind: "FACTUAL_CHECK" } });
    expect(owed).toMatchObject({ outcome: "COMMENTED" });
  });

  test("the monitored side cannot delay it: no extension, no pause, and it ends by itself", async () => {
    const { code, finding } = await inRound();
    const { id } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectId: id, kind: "FACTUAL_CHECK" } });
    const asked = { untilOn: "2027-02-01", reason: "Cần thêm thời gian để đọc." };
    expect(await requestExtension(director, owed.id, asked)).toMatchObject({ code: "NOBODY_ANSWERS" });
    expect((await findExtensionDesk(director, owed.id)).mayRequest).toBe(false);
    await expect(
      db().obligationPause.create({ data: { obligationId: owed.id, reason: "x", byRole: "MONITOR" } }),
    ).rejects.toThrow("FACTUAL_CHECK_NOT_DELAYED");
    expect(await move(front.lead, code, "PUBLIC_COMMENT")).toMatchObject({ code: "FACTUAL_CHECK_RUNS" });
    must(await move(front.lead, code, "PUBLIC_COMMENT", new Date(Date.now() + 60 * 86_400_000)));
    expect(await commentOnFacts(director, finding, WRONG)).toMatchObject({ code: "FACTUAL_CHECK_OVER" });
    const after = await db().obligation.findUniqueOrThrow({ where: { id: owed.id } });
    expect([after.doneAt, after.voidedAt]).toEqual([null, expect.any(Date)]);
  });

  test("an objection is answered before the round ends; accepted, the text changes and two read it again", async () => {
    const { code, finding } = await inRound();
    expect(await answerFacts(front.monitor, finding, answer(true))).toMatchObject({ code: "NOTHING_TO_ANSWER" });
    must(await commentOnFacts(director, finding, WRONG));
    expect(await move(front.lead, code, "PUBLIC_COMMENT")).toMatchObject({ code: "COMMENTS_NOT_ANSWERED" });
    expect(await answerFacts(director, finding, answer(true))).toMatchObject({ code: "NOT_A_MONITOR" });
    expect(await answerFacts(front.monitor, finding, answer(true, TEXT))).toMatchObject({ code: "TEXT_UNCHANGED" });
    expect(await answerFacts(front.monitor, finding, answer(false, CORRECTED))).toMatchObject({
      code: "TEXT_CHANGED_WITHOUT_REASON",
    });
    must(await answerFacts(front.second, finding, answer(true)));
    expect(await answerFacts(front.monitor, finding, answer(false))).toMatchObject({ code: "NOTHING_TO_ANSWER" });
    expect(await move(front.lead, code, "PUBLIC_COMMENT")).toMatchObject({ code: "FINDINGS_NOT_SECONDED" });
    const note = { secondNote: "Đã đọc lại phần sửa, đồng ý." };
    expect(await secondFinding(front.second, finding, note)).toMatchObject({ code: "WRITTEN_BY_YOU" });
    must(await secondFinding(front.monitor, finding, note));
    must(await confirmFinding(front.lead, finding));
    must(await move(front.lead, code, "PUBLIC_COMMENT"));
    must(await move(front.lead, code, "PUBLISHED", new Date(Date.now() + 60 * 86_400_000)));
    const read = await findFinding(null, finding);
    expect(read).toMatchObject({ state: "PUBLISHED", condition: CORRECTED.condition });
    expect(read?.checks).toMatchObject([
      { body: { id: cast.school }, comment: WRONG, answer: { accepted: true, former: { condition: OLD } } },
    ]);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { kind: "finding.published", subjectCode: finding },
    });
    expect(entry.payload).toContain(WRONG.text);
  });

  test("not accepted, the text stands; a body that finds the facts right asks for no answer", async () => {
    const objected = await inRound();
    must(await commentOnFacts(director, objected.finding, WRONG));
    must(await answerFacts(front.monitor, objected.finding, answer(false)));
    expect(await findFinding(front.lead, objected.finding)).toMatchObject({ state: "CONFIRMED", condition: OLD });
    must(await move(front.lead, objected.code, "PUBLIC_COMMENT"));
    const agreed = await inRound();
    must(await commentOnFacts(director, agreed.finding, RIGHT));
    must(await move(front.lead, agreed.code, "PUBLIC_COMMENT"));
  });

  test("what no body could check is not written during the round", async () => {
    const { code, finding } = await inRound();
    const fresh = { ...TEXT, unitId: "", severity: "MINOR", evidence: EVIDENCE } as const;
    expect(await draftFinding(front.monitor, code, fresh)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    const asked = { text: "Một kiến nghị đến sau khi đã hỏi.", addresseeId: cast.school, dueOn: "2027-06-30" } as const;
    expect(
      await recommend(front.monitor, finding, { ...asked, criticality: "IMPORTANT", priority: false }),
    ).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });
});

describe("the database alone refuses", () => {
  test("a change of the text without an accepted comment, a comment of others, and one that is late", async () => {
    const { code, finding } = await inRound();
    const { id } = await db().finding.findUniqueOrThrow({ where: { code: finding } });
    const key = { findingId: id, organisationId: cast.school };
    const change = db().finding.update({ where: { id }, data: { condition: CORRECTED.condition } });
    await expect(change).rejects.toThrow("FROZEN finding");
    const back = { state: "DRAFT", secondReaderId: null, secondNote: null, confirmedById: null } as const;
    await expect(db().finding.update({ where: { id }, data: back })).rejects.toThrow("FROZEN finding");
    const said = { ...key, correct: true, post: "Hiệu trưởng" };
    const ofOthers = db().factualComment.create({ data: { ...said, personId: front.lead.personId } });
    await expect(ofOthers).rejects.toThrow("NOT_THE_MONITORED_BODY");
    const late = { personId: director.personId, at: new Date(Date.now() + 60 * 86_400_000) };
    await expect(db().factualComment.create({ data: { ...said, ...late } })).rejects.toThrow("FACTUAL_CHECK_OVER");
    const campaign = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const step = { campaignId: campaign.id, fromState: "FACTUAL_CHECK", toState: "PUBLIC_COMMENT" } as const;
    await expect(
      db().campaignStep.create({ data: { ...step, byId: front.lead.personId, post: "MONITOR_LEAD" } }),
    ).rejects.toThrow("NOT_READY PUBLIC_COMMENT");
  });

  test("an accepted comment that corrects nothing, and a body, a comment or an answer changed afterwards", async () => {
    const { finding } = await inRound();
    must(await commentOnFacts(director, finding, WRONG));
    const { id } = await db().finding.findUniqueOrThrow({ where: { code: finding } });
    const key = { findingId: id, organisationId: cast.school };
    const reason = "Đã xem công văn số 12 và đối chiếu từng câu trả lời.";
    const signed = { reason, byId: front.monitor.personId, post: "MONITOR" };
    const former = { ...TEXT, language: "vi" };
    const accepted = db().factualAnswer.create({ data: { ...key, ...signed, accepted: true, former } });
    await expect(accepted).rejects.toThrow("NOT_CORRECTED");
    must(await answerFacts(front.monitor, finding, answer(false)));
    const where = { findingId_organisationId: key };
    const later = new Date("2030-01-01T00:00:00Z");
    await expect(db().factualCheck.update({ where, data: { dueOn: later } })).rejects.toThrow("permission denied");
    await expect(db().factualComment.update({ where, data: { text: "" } })).rejects.toThrow("permission denied");
    await expect(db().factualAnswer.delete({ where })).rejects.toThrow("permission denied");
  });
});
