import { beforeAll, expect, test } from "vitest";
import { findAssessment, listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { readSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { differingAnswers, type TemplateAnswer } from "#app/domain/monitoring/assessments/template-answers.ts";
import { readReportFacts } from "#app/domain/monitoring/internal/report/facts.server.ts";
import { tallyOf } from "#app/domain/monitoring/report/report-questions.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { saveTemplate } from "#app/domain/monitoring/templates/save.server.ts";
import { templateSchema } from "#app/domain/monitoring/templates/template.schema.ts";
import * as assessment from "#app/routes/monitoring/found/assessment.tsx";
import { action as saveReading } from "#app/routes/monitoring/found/save-reading.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { aFront, aReading, type Front, laidOpen, move, must, planned } from "#test/support/monitoring/front.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

const YES: TemplateAnswer = { answer: "YES", note: "" };
const NO: TemplateAnswer = { answer: "NO", note: "Không có biên bản nào." };
const CODED = { verifiable: "YES", potential: "MODEST", completion: "LIMITED", earlyResults: "MODERATE" };
const REASONS = {
  ...{ rationale: "Đã xem hồ sơ và kiểm tra tại chỗ.", "evidence[0].title": "Biên bản", "evidence[0].grade": "A" },
};

let front: Front;
let cast: Cast;
let template: string;

beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
  const typed = {
    ...{ ownerId: front.body, reach: "OWN", name_vi: "Kết quả có được dùng không", copiedFrom: "" },
    ...{ questions: "Có biên bản không?\nĐến nơi có thấy không?", guidance: "Hoàn thành khi cả hai đều có." },
  };
  template = must(await saveTemplate(front.lead, null, templateSchema.parse(typed))).id;
});

/** A campaign in the field that was planned with the template, with one drawn subject. */
async function inFieldWithTemplate(): Promise<{ code: string; unitId: string }> {
  const code = await planned(front);
  await db().monitoringCampaign.update({ where: { code }, data: { templateId: template, templateNumber: 1 } });
  must(await move(front.lead, code, "APPROVED"));
  must(await drawSample(front.lead, code, { number: 1, method: "SIMPLE", stratumBy: null, size: 1 }));
  must(await move(front.lead, code, "FIELDWORK"));
  const [unit] = await listStandings(front.lead, code);
  return { code, unitId: unit?.unitId ?? "" };
}

test("every question of the template is answered by both readers; they stand beside each other, also in public", async () => {
  const { code, unitId } = await inFieldWithTemplate();
  for (const answers of [[], [YES], [YES, NO, NO]])
    expect(await readSubject(front.monitor, unitId, aReading({ answers }))).toMatchObject({ code: "ANSWERS_MISSING" });
  must(await readSubject(front.monitor, unitId, aReading({ answers: [YES, NO] })));
  const blind = await findAssessment(front.second, unitId);
  expect(blind?.guidance).toBe("Hoàn thành khi cả hai đều có.");
  expect([blind?.questions, blind?.readings]).toEqual([["Có biên bản không?", "Đến nơi có thấy không?"], []]);
  must(await readSubject(front.second, unitId, aReading({ answers: [YES, { answer: "PARTLY", note: "Một nửa." }] })));
  await laidOpen(front, code);
  must(await move(front.lead, code, "PUBLISHED"));
  const open = await findAssessment(null, unitId);
  const given = open?.readings.map((one) => one.answers) ?? [];
  expect(given).toMatchObject([
    [YES, NO],
    [YES, { answer: "PARTLY" }],
  ]);
  expect(differingAnswers(given[0] ?? [], given[1] ?? [])).toEqual([1]);
  const facts = await readReportFacts(db(), code);
  expect(facts?.template).toMatchObject({ number: 1, questions: open?.questions });
  expect([0, 1].map((place) => tallyOf(facts?.assessments ?? [], place))).toEqual([
    [1, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 1],
  ]);
  const entry = await db().recordEntry.findUniqueOrThrow({ where: { id: open?.seal?.entryNo ?? 0 } });
  expect([entry.kind, entry.subjectCode, entry.sha256]).toEqual(["assessment.published", code, open?.seal?.hash]);
  const told = JSON.parse(entry.payload);
  expect(told).toMatchObject({ about: open?.key, completion: "COMPLETE", readings: [{ answers: [YES, NO] }, {}] });
  expect(JSON.stringify(told)).not.toContain(front.monitor.personId);
  await expect(db().assessment.update({ where: { unitId }, data: { entryId: null } })).rejects.toThrow();
});

test("what one reader alone answered differs; nothing asked, nothing differs", () => {
  expect([differingAnswers([YES, NO], [YES]), differingAnswers([], [NO]), differingAnswers([], [])]).toEqual([
    [1],
    [0],
    [],
  ]);
});

test("the database takes no reading without the answers that its template asks for, whoever writes", async () => {
  const { unitId } = await inFieldWithTemplate();
  await db().assessment.create({ data: { unitId } });
  const { selfCompletion: _c, selfReport: _r, selfSource: _s, selfReportedOn: _o, ...reading } = aReading();
  const insert = (answers: unknown[]) =>
    db().reading.create({
      data: { ...reading, unitId, place: 1, readerId: front.monitor.personId, answers: answers as TemplateAnswer[] },
    });
  for (const wrong of [[], [YES], [YES, { answer: "NO", note: " " }], [YES, { answer: "MAYBE", note: "x" }]])
    await expect(insert(wrong)).rejects.toThrow(/TEMPLATE_ANSWERS/);
  await insert([YES, NO]);
});

test("a draft saves itself for its reader alone, comes back into the form, and goes with the reading", async () => {
  const { unitId } = await inFieldWithTemplate();
  const params = { unit: unitId };
  const path = `/vi/monitoring/assessments/${unitId}`;
  const half = { "answers[1].note": "Chưa xem", rationale: "Mới", verifiable: "YES" };
  const save = (fields: Record<string, string>, as = front.monitor) =>
    sendForm(saveReading, `${path}/save`, { ...fields, intent: "autosave" }, { as, params });
  expect((await save(half)).status).toBe(200);
  const read = async (as = front.monitor) => (await readPage(assessment.loader, path, { as, params })).data;
  expect(await read()).toMatchObject({ draft: { form: { values: half } } });
  expect(await read(front.second)).toMatchObject({ draft: null });
  const strange = await save({ rationale: "a\u0000b" });
  expect([strange.status, Object.keys(strange.form.errors)]).toEqual([422, ["rationale"]]);
  // without scripts a button saves it
  const more = { ...half, intent: "draft", rationale: "Mới xem một nửa" };
  expect((await sendForm(assessment.action, path, more, { as: front.monitor, params })).status).toBe(303);
  expect(await read()).toMatchObject({ draft: { form: { values: { rationale: "Mới xem một nửa" } } } });
  const bare = { ...CODED, ...REASONS, intent: "read", "answers[0].answer": "NO", "answers[1].note": "Chưa xem" };
  const short = await sendForm(assessment.action, path, bare, { as: front.monitor, params });
  expect([short.status, Object.keys(short.form.errors).toSorted()]).toEqual([
    422,
    ["answers[0].note", "answers[1].answer"],
  ]);
  const whole = { ...bare, "answers[0].note": "Không thấy", "answers[1].answer": "IN_WORDS" };
  expect((await sendForm(assessment.action, path, whole, { as: front.monitor, params })).status).toBe(303);
  expect(await db().readingDraft.count({ where: { unitId } })).toBe(0);
  expect((await save(half)).status).toBe(409);
  const outsider = await anActor("Đại diện", ["PARTY_REP"], cast.school);
  expect((await save(half, outsider)).status).toBe(403);
  expect(await db().securityEvent.count({ where: { personId: outsider.personId, act: "assessment.draft" } })).toBe(1);
  expect((await save(half, front.second)).status).toBe(200);
  must(await readSubject(front.second, unitId, aReading({ completion: "LIMITED", answers: [NO, NO] })));
  await expect(
    db().readingDraft.create({
      data: { unitId, readerId: front.monitor.personId, typed: {}, savedAt: new Date() },
    }),
  ).rejects.toThrow(/READ_ALREADY/);
});
