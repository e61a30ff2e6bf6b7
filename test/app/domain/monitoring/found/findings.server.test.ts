import { beforeAll, describe, expect, test } from "vitest";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { FINDING_STEPS, nextFindingState } from "#app/domain/monitoring/findings/finding.ts";
import { addErratum, confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { findFinding, listFindings } from "#app/domain/monitoring/findings/queries.server.ts";
import { mayLead } from "#app/domain/monitoring/monitoring.policy.ts";
import { escalateAnswers } from "#app/domain/monitoring/recommendations/escalate.server.ts";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { findRecommendation, listAddressees } from "#app/domain/monitoring/recommendations/queries.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import { respond, tellProgress } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast, anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import {
  aFront,
  confirmed,
  EVIDENCE,
  type Front,
  inField,
  move,
  must,
  publishedCampaign,
} from "#test/support/monitoring/front.ts";
import { databasePairs, tablePairs } from "#test/support/state-table.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let director: Cast["representative"];
let steeringBody: string;
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  ({ steeringBody } = await aCast());
  await published(cast);
  const { representative, school } = cast;
  const post = { organisationId: school, names: {}, house: "SCHOOL", verified: true, post: "Hiệu trưởng" } as const;
  director = { ...representative, affiliations: [post] };
}, 60_000);

const NOTE = "Đã đọc lại chứng cứ, đồng ý với phát hiện.";
const ANSWER = {
  acceptance: "ACCEPTED",
  reason: "",
  plan: "Ban hành mẫu trả lời có mục lý do.",
  targetOn: "2027-03-31",
} as const;
const SEEN = { onDay: "2026-11-20", note: "Đã xem hai mươi câu trả lời mới.", evidence: EVIDENCE } as const;

test("the database lets a finding move as the table does, and no other way", () => {
  expect(databasePairs("finding")).toEqual(tablePairs(FINDING_STEPS));
});

describe("a finding", () => {
  test("is seconded by another than its author and confirmed by a lead", async () => {
    const campaign = await inField(front, 1);
    const text = "Một đoạn văn đủ dài cho một phần của phát hiện.";
    const content = { criteria: text, condition: text, cause: text, effect: text, evidence: EVIDENCE };
    const input = { title: "Một phát hiện", unitId: "", severity: "MINOR", ...content } as const;
    const { code } = must(await draftFinding(front.monitor, campaign, input));
    expect(await confirmFinding(front.lead, code)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    expect(await secondFinding(front.monitor, code, { secondNote: NOTE })).toMatchObject({ code: "WRITTEN_BY_YOU" });
    must(await secondFinding(front.second, code, { secondNote: NOTE }));
    expect(await confirmFinding(front.second, code)).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    must(await confirmFinding(front.lead, code));
    expect(await findFinding(null, code)).toBeNull();
    expect(await findFinding(director, code)).toBeNull();
    const early = db().finding.update({ where: { code }, data: { state: "PUBLISHED", publishedAt: new Date() } });
    await expect(early).rejects.toThrow(/CAMPAIGN_NOT_PUBLISHED/);
  });

  test("offers its next step to who may take it, and to nobody else", async () => {
    const campaign = await inField(front, 1);
    const text = "Một đoạn văn đủ dài cho một phần của phát hiện.";
    const content = { criteria: text, condition: text, cause: text, effect: text, evidence: EVIDENCE };
    const input = { title: "Một phát hiện", unitId: "", severity: "MINOR", ...content } as const;
    const { code } = must(await draftFinding(front.monitor, campaign, input));
    const outside = await anActor("Người giám sát ngoài đoàn", ["MONITOR"], front.body);
    const offered = async (who: typeof outside) => {
      const found = await findFinding(who, code);
      return found && nextFindingState(found, mayLead(who, found));
    };
    expect(await Promise.all([front.monitor, front.second, outside, front.lead].map(offered))).toEqual([
      null,
      "SECOND_READ",
      null,
      null,
    ]);
    must(await secondFinding(front.second, code, { secondNote: NOTE }));
    expect(await Promise.all([front.monitor, front.second, outside, front.lead].map(offered))).toEqual([
      null,
      null,
      null,
      "CONFIRMED",
    ]);
    expect(JSON.stringify(await findFinding(front.lead, code))).not.toContain(front.monitor.personId);
  });

  test("once published keeps its text and is corrected by an erratum of a lead alone", async () => {
    const { finding } = await publishedCampaign(front, cast.school);
    const erratum = { erratum: "Ngày trong phần thực trạng là 03/10/2026." };
    expect(await addErratum(director, finding, erratum)).toMatchObject({ code: "NOT_A_MONITOR" });
    must(await addErratum(front.lead, finding, erratum));
    expect(await findFinding(null, finding)).toMatchObject({ state: "PUBLISHED", errata: [{ text: erratum.erratum }] });
    await expect(db().finding.update({ where: { code: finding }, data: { effect: "Không có" } })).rejects.toThrow(
      /FROZEN finding/,
    );
    await expect(db().finding.delete({ where: { code: finding } })).rejects.toThrow(/denied/);
    expect((await listFindings(null)).map(({ code }) => code)).toContain(finding);
  });

  test("becomes public with its campaign, together with the clocks of its addressee and the record", async () => {
    const campaign = await inField(front, 1);
    const { recommendation } = await confirmed(front, campaign, cast.school);
    expect(await db().obligation.count({ where: { subjectCode: recommendation } })).toBe(0);
    const done = await publishedCampaign(front, cast.school);
    const clocks = await db().obligation.findMany({
      where: { subjectCode: done.recommendation },
      orderBy: { kind: "asc" },
    });
    expect(clocks.map(({ kind, debtorOrganisationId }) => [kind, debtorOrganisationId])).toEqual([
      ["RECOMMENDATION", cast.school],
      ["RECOMMENDATION_RESPONSE", cast.school],
    ]);
    const entries = await db().recordEntry.findMany({
      where: { subjectCode: { in: [done.finding, done.recommendation] } },
    });
    expect(entries.map(({ kind }) => kind).sort()).toEqual(["finding.published", "recommendation.issued"]);
  });
});

describe("a recommendation", () => {
  test("is answered by its addressee, signed by a post; its status stays the Front's", async () => {
    const { recommendation } = await publishedCampaign(front, cast.school);
    expect(await respond(front.monitor, recommendation, ANSWER)).toMatchObject({ code: "NOT_THE_MONITORED_BODY" });
    expect(await respond(cast.representative, recommendation, ANSWER)).toMatchObject({ code: "POST_MISSING" });
    must(await respond(director, recommendation, ANSWER));
    must(await tellProgress(director, recommendation, { progress: "CLAIMED_DONE", progressNote: "Đã xong toàn bộ." }));
    const back = { progress: "ACKNOWLEDGED", progressNote: "Đã tiếp nhận lại." } as const;
    expect(await tellProgress(director, recommendation, back)).toMatchObject({ code: "PROGRESS_BACKWARDS" });
    expect(await findRecommendation(null, recommendation)).toMatchObject({
      status: "OPEN",
      progress: "CLAIMED_DONE",
      responses: [{ acceptance: "ACCEPTED", post: "Hiệu trưởng" }],
    });
    const own = db().recommendation.update({ where: { code: recommendation }, data: { status: "CLOSED_IMPLEMENTED" } });
    await expect(own).rejects.toThrow(/NO_FOLLOW_UP/);
  });

  test("is closed by a follow-up of the Front; not implemented by a lead's alone; then its campaign can close", async () => {
    const { code, recommendation } = await publishedCampaign(front, cast.school);
    const failed = { ...SEEN, verdict: "CLOSED_NOT_IMPLEMENTED" } as const;
    expect(await followUp(director, recommendation, failed)).toMatchObject({ code: "NOT_A_MONITOR" });
    expect(await followUp(front.monitor, recommendation, failed)).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    must(await followUp(front.monitor, recommendation, { ...SEEN, verdict: "OPEN_PARTIALLY_ADDRESSED" }));
    must(await move(front.lead, code, "FOLLOW_UP"));
    expect(await move(front.lead, code, "CLOSED")).toMatchObject({ code: "RECOMMENDATIONS_OPEN" });
    must(await followUp(front.lead, recommendation, failed));
    const clock = await db().obligation.findFirstOrThrow({
      where: { subjectCode: recommendation, kind: "RECOMMENDATION" },
    });
    expect(clock.outcome).toBe("CLOSED_NOT_IMPLEMENTED");
    expect(
      await tellProgress(director, recommendation, { progress: "IN_ACTION", progressNote: "Đang làm tiếp." }),
    ).toMatchObject({
      code: "RECOMMENDATION_CLOSED",
    });
    must(await move(front.lead, code, "CLOSED"));
  });

  test("that is closed owes no answer any more, and is not brought before the steering body", async () => {
    const { recommendation } = await publishedCampaign(front, cast.school);
    must(await followUp(front.monitor, recommendation, { ...SEEN, verdict: "CLOSED_IMPLEMENTED" }));
    const clocks = await db().obligation.findMany({ where: { subjectCode: recommendation } });
    expect(clocks.map(({ kind, doneAt, voidedAt }) => [kind, doneAt !== null, voidedAt !== null]).sort()).toEqual([
      ["RECOMMENDATION", true, false],
      ["RECOMMENDATION_RESPONSE", false, true],
    ]);
    await escalateAnswers(new Date(Date.now() + 60 * 86_400_000));
    expect(await findRecommendation(null, recommendation)).toMatchObject({ escalatedAt: null });
    const late = db().recommendation.update({ where: { code: recommendation }, data: { escalatedAt: new Date() } });
    await expect(late).rejects.toThrow(/CLOSED_OWES/);
  });

  test("that is closed by itself in the database leaves no clock running", async () => {
    const { recommendation } = await publishedCampaign(front, cast.school);
    const { id } = await db().recommendation.findUniqueOrThrow({ where: { code: recommendation } });
    const verdict = "CLOSED_IMPLEMENTED" as const;
    const closed = db().$transaction(async (tx) => {
      const signed = { byId: front.monitor.personId, post: "MONITOR", language: "vi" };
      const onDay = new Date("2026-11-20");
      await tx.followUp.create({
        data: { recommendationId: id, onDay, note: SEEN.note, evidence: EVIDENCE, verdict, ...signed },
      });
      await tx.recommendation.update({ where: { id }, data: { status: verdict } });
    });
    await expect(closed).rejects.toThrow(/CLOSED_OWES/);
  });

  test("is added as long as nobody seconded its finding, and to a body of the sample alone", async () => {
    const campaign = await inField(front, 1);
    const { finding } = await confirmed(front, campaign, cast.school);
    const asked = { text: "Nêu lý do trong mọi câu trả lời.", criticality: "IMPORTANT", priority: false } as const;
    const late = { ...asked, addresseeId: cast.school, dueOn: "2027-06-30" };
    expect(await recommend(front.monitor, finding, late)).toMatchObject({ code: "FINDING_READ" });
    const text = "Một đoạn văn đủ dài cho một phần của phát hiện.";
    const content = { criteria: text, condition: text, cause: text, effect: text, evidence: EVIDENCE };
    const input = { title: "Một phát hiện", unitId: "", severity: "MINOR", ...content } as const;
    const { code } = must(await draftFinding(front.monitor, campaign, input));
    const stranger = await anOrganisation("ENTERPRISE", "Công ty ngoài mẫu");
    const astray = { ...late, addresseeId: stranger };
    expect(await recommend(front.monitor, code, astray)).toMatchObject({ code: "ADDRESSEE_UNKNOWN" });
    const { id: findingId } = await db().finding.findUniqueOrThrow({ where: { code } });
    const written = { ...asked, dueOn: new Date("2027-06-30"), createdById: front.monitor.personId };
    await expect(
      db().recommendation.create({ data: { ...written, findingId, code: "KN-2099-0001", addresseeId: stranger } }),
    ).rejects.toThrow(/ADDRESSEE_UNKNOWN/);
    const { id: seconded } = await db().finding.findUniqueOrThrow({ where: { code: finding } });
    await expect(
      db().recommendation.create({
        data: { ...written, findingId: seconded, code: "KN-2099-0002", addresseeId: cast.school },
      }),
    ).rejects.toThrow(/FINDING_READ/);
    expect((await listAddressees(campaign)).map(({ id }) => id)).toContain(cast.school);
  });

  test("without an answer in time comes before the steering body, once, in public", async () => {
    const { recommendation } = await publishedCampaign(front, cast.school);
    const later = new Date(Date.now() + 60 * 86_400_000);
    expect(await escalateAnswers()).toBe(0);
    expect(await escalateAnswers(later)).toBeGreaterThan(0);
    expect(await escalateAnswers(later)).toBe(0);
    const owed = await db().obligation.findFirstOrThrow({
      where: { subjectCode: recommendation, kind: "RESPONSE_ESCALATION" },
    });
    expect(owed.debtorOrganisationId).toBe(steeringBody);
    expect((await findRecommendation(null, recommendation))?.escalatedAt).not.toBeNull();
    must(await respond(director, recommendation, ANSWER, later));
    expect((await db().obligation.findUniqueOrThrow({ where: { id: owed.id } })).outcome).toBe("ANSWERED");
  });
});

test("a stranger who tries to answer leaves a security event", async () => {
  const { recommendation } = await publishedCampaign(front, cast.school);
  const stranger = await anActor("Người ngoài");
  expect(await respond(stranger, recommendation, ANSWER)).toMatchObject({ code: "NOT_THE_MONITORED_BODY" });
  const event = await db().securityEvent.findFirstOrThrow({ where: { personId: stranger.personId } });
  expect(event).toMatchObject({ act: "recommendation.respond", subjectCode: recommendation });
});
