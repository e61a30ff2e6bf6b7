import { beforeAll, describe, expect, test } from "vitest";
import { gapOf, mustExplain } from "#app/domain/monitoring/assessments/assessment.ts";
import { explainGap } from "#app/domain/monitoring/assessments/explain.server.ts";
import {
  findAssessment,
  listPublishedAssessments,
  listStandings,
  monitoringOf,
} from "#app/domain/monitoring/assessments/queries.server.ts";
import { readSubject, settleSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import {
  aFront,
  aReading,
  type Front,
  inField,
  move,
  must,
  planned,
  publishedCampaign,
  readAll,
} from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  for (let made = 0; made < 2; made += 1) await published(cast);
}, 60_000);

const TEXT = "Số liệu của chúng tôi tính cả phần đang nghiệm thu.";

async function unitIn(code: string): Promise<string> {
  const [first] = await listStandings(front.lead, code);
  return first?.unitId ?? "";
}

test("the gap between two voices counts levels of completion", () => {
  expect([gapOf("COMPLETE", "LIMITED"), gapOf("LIMITED", "COMPLETE"), gapOf(null, "COMPLETE")]).toEqual([2, -2, null]);
  expect([mustExplain(2), mustExplain(-2), mustExplain(1), mustExplain(null)]).toEqual([true, true, false, false]);
});

describe("a sampled subject", () => {
  test("is read by two different people of the team, the second without seeing the first", async () => {
    const unitId = await unitIn(await inField(front, 1));
    expect(await readSubject(front.lead, unitId, aReading())).toMatchObject({ code: "NOT_ON_THE_TEAM" });
    expect(must(await readSubject(front.monitor, unitId, aReading()))).toEqual({ place: 1, settled: false });
    expect(await readSubject(front.monitor, unitId, aReading())).toMatchObject({ code: "READ_BY_YOU" });
    expect((await findAssessment(front.second, unitId))?.readings).toEqual([]);
    expect(must(await readSubject(front.second, unitId, aReading()))).toEqual({ place: 2, settled: true });
    expect(await findAssessment(front.lead, unitId)).toMatchObject({
      codes: { completion: "COMPLETE" },
      resolution: null,
    });
    const again = db().reading.update({ where: { unitId_place: { unitId, place: 1 } }, data: { rationale: "Khác" } });
    await expect(again).rejects.toThrow(/permission denied/);
  });

  test("is not settled as its assessment begins, without its two readers, in the database either", async () => {
    const unitId = await unitIn(await inField(front, 1));
    const codes = {
      verifiable: true,
      potential: "SUBSTANTIAL",
      completion: "COMPLETE",
      earlyResults: "MODERATE",
    } as const;
    const settled = { ...codes, settledById: front.lead.personId, settledAt: new Date() };
    await expect(db().assessment.create({ data: { unitId, ...settled } })).rejects.toThrow(/TWO_READERS/);
    const early = await planned(front);
    const sample = await db().campaignSample.findFirstOrThrow({ where: { campaign: { code: early } } });
    const unit = await db().sampleUnit.findFirstOrThrow({ where: { sampleId: sample.id } });
    await expect(db().assessment.create({ data: { unitId: unit.id } })).rejects.toThrow(/NOT_ALLOWED_FROM_STATE/);
  });

  test("that was published tells both voices in lists, and neither readers nor their readings", async () => {
    const { code, unitId } = await publishedCampaign(front, cast.school);
    const [listed] = await listPublishedAssessments(code);
    const { subjectCode = "" } = listed ?? {};
    const [ofSubject] = (await monitoringOf("RESULT", subjectCode)).assessments.filter((one) => one.campaign === code);
    const told = JSON.stringify([listed, ofSubject, await findAssessment(null, unitId)]);
    expect(told).not.toContain(front.monitor.personId);
    expect(told).not.toContain(front.second.personId);
    for (const one of [listed, ofSubject]) expect(Object.keys(one ?? {})).not.toContain("readings");
  });

  test("on which the readers differ is settled by a lead with a reason, and keeps both readings", async () => {
    const code = await inField(front, 1);
    const unitId = await unitIn(code);
    must(await readSubject(front.monitor, unitId, aReading()));
    must(await readSubject(front.second, unitId, aReading({ completion: "LIMITED" })));
    expect((await findAssessment(front.lead, unitId))?.codes).toBeNull();
    expect(await move(front.lead, code, "DRAFT_REPORT")).toMatchObject({ code: "SUBJECTS_NOT_SETTLED" });
    const { verifiable, potential, earlyResults } = aReading();
    const settled = {
      verifiable,
      potential,
      earlyResults,
      completion: "LIMITED",
      resolution: "Chưa có biên bản nghiệm thu phần hai.",
    } as const;
    expect(await settleSubject(front.monitor, unitId, settled)).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    must(await settleSubject(front.lead, unitId, settled));
    const found = await findAssessment(front.lead, unitId);
    expect(found?.readings.map(({ completion }) => completion)).toEqual(["COMPLETE", "LIMITED"]);
    expect(found).toMatchObject({ codes: { completion: "LIMITED" }, resolution: settled.resolution });
    must(await move(front.lead, code, "DRAFT_REPORT"));
  });

  test("is nobody's to read before its campaign is published, and everybody's from then on", async () => {
    const code = await inField(front, 1);
    const [unitId = ""] = await readAll(front, code);
    expect(await findAssessment(null, unitId)).toBeNull();
    expect(await findAssessment(cast.representative, unitId)).toBeNull();
    const done = await publishedCampaign(front, cast.school);
    const found = await findAssessment(null, done.unitId);
    expect(found).toMatchObject({ selfCompletion: "COMPLETE", codes: { completion: "COMPLETE" } });
    const shown = (await monitoringOf("RESULT", found?.subjectCode ?? "")).assessments;
    expect(shown.map((one) => one.unitId)).toContain(done.unitId);
  });
});

describe("a gap of two levels", () => {
  test("opens a duty to explain at the publication, which the body that answers meets once", async () => {
    const { unitId } = await publishedCampaign(front, cast.school, { completion: "LIMITED" });
    const owed = await db().obligation.findFirstOrThrow({ where: { subjectId: unitId, kind: "GAP_EXPLANATION" } });
    expect(owed).toMatchObject({ debtorOrganisationId: cast.school, doneAt: null });
    const stranger = await anActor("Người ngoài");
    expect(await explainGap(stranger, unitId, { text: TEXT })).toMatchObject({ code: "NOT_THE_MONITORED_BODY" });
    must(await explainGap(cast.representative, unitId, { text: TEXT }));
    expect(await explainGap(cast.representative, unitId, { text: TEXT })).toMatchObject({ code: "EXPLAINED_ALREADY" });
    expect((await db().obligation.findUniqueOrThrow({ where: { id: owed.id } })).outcome).toBe("EXPLAINED");
    expect(await findAssessment(null, unitId)).toMatchObject({
      selfCompletion: "COMPLETE",
      codes: { completion: "LIMITED" },
      explanation: { text: TEXT },
    });
  });

  test("of one level or none opens nothing", async () => {
    const { unitId } = await publishedCampaign(front, cast.school, { completion: "SUBSTANTIAL" });
    expect(await db().obligation.count({ where: { subjectId: unitId } })).toBe(0);
    expect(await explainGap(cast.representative, unitId, { text: TEXT })).toMatchObject({ code: "NOTHING_TO_EXPLAIN" });
  });
});
