import { beforeAll, describe, expect, test } from "vitest";
import { takeInterview } from "#app/domain/monitoring/field-work/interview.server.ts";
import { signVisit } from "#app/domain/monitoring/field-work/sign.server.ts";
import { writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import { asMonitor } from "#app/domain/monitoring/internal/as-monitor.server.ts";
import { readReportFacts } from "#app/domain/monitoring/internal/report/facts.server.ts";
import { drawReport, factsHash, keepReport } from "#app/domain/monitoring/internal/report/print.server.ts";
import { releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import { answerComments } from "#app/domain/monitoring/public-comment/answer.server.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { ruleOnComment } from "#app/domain/monitoring/public-comment/rule.server.ts";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { respond } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { findPrinted, findReport, listEditions } from "#app/domain/monitoring/report/queries.server.ts";
import type { ReportFacts } from "#app/domain/monitoring/report/report.ts";
import { reportPaper } from "#app/domain/monitoring/report/report-paper.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { done } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { anInterview, aVisit, SAID } from "#test/support/monitoring/field.ts";
import {
  aFront,
  confirmed,
  EVIDENCE,
  type Front,
  inField,
  laidOpen,
  move,
  must,
  publish,
  publishedCampaign,
  readAll,
} from "#test/support/monitoring/front.ts";
import { aSignal } from "#test/support/monitoring/opinion.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let director: Cast["representative"];
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  for (let made = 0; made < 2; made += 1) await published(cast);
  const post = {
    organisationId: cast.school,
    names: {},
    house: "SCHOOL",
    verified: true,
    post: "Hiệu trưởng",
  } as const;
  director = { ...cast.representative, affiliations: [post] };
}, 60_000);

const ANSWER = {
  acceptance: "PARTIALLY",
  reason: "Chưa có người làm việc này toàn thời gian.",
  plan: "Ban hành mẫu trả lời có mục lý do.",
  targetOn: "2027-03-31",
} as const;

/** Every word of a report. */
function wordsOf(facts: ReportFacts | null, lang: "vi" | "en" | "fr" = "en"): string {
  return facts ? JSON.stringify(reportPaper(facts, lang, new Date())) : "";
}

describe("the report of a campaign", () => {
  test("is a draft for its own body until the publication, and everybody's from then on", async () => {
    const code = await inField(front, 1);
    await readAll(front, code);
    const { finding } = await confirmed(front, code, cast.school);
    expect(await findReport(null, code)).toBeNull();
    expect(await findReport(director, code)).toBeNull();
    expect((await findReport(front.lead, code))?.findings.map((one) => one.code)).toEqual([finding]);
    expect(await listEditions(code)).toEqual([]);
    await publish(front, code);
    expect(await findReport(null, code)).toMatchObject({ state: "PUBLISHED" });
  });

  test("tells question, basis, population, seed, voices, findings, recommendations and what was not examined", async () => {
    const { code, finding, recommendation } = await publishedCampaign(front, cast.school, { completion: "LIMITED" });
    const facts = await findReport(null, code);
    const words = wordsOf(facts);
    for (const told of [
      "Luật Mặt trận Tổ quốc Việt Nam, Điều 26",
      "12/QĐ-MTTQ",
      facts?.samples[0]?.seed ?? "?",
      facts?.samples[0]?.populationSha256 ?? "?",
      finding,
      recommendation,
      "The addressee has not answered yet.",
      "Results): 1 of 2 subjects were not drawn",
      "Initiatives: planned, but no population was frozen",
      "100% (1/1)",
      "Biên bản kiểm tra tại chỗ, BB-01, trang 3 (A)",
    ])
      expect(words).toContain(told);
    expect(words).not.toContain(front.monitor.personId);
    expect(wordsOf(facts, "vi")).toContain("Những gì chưa xem xét");
  });

  test("is printed as it is published, in three languages, tagged, with each SHA-256 on the record; nobody changes it", async () => {
    const { code } = await publishedCampaign(front, cast.school);
    const [edition] = await listEditions(code);
    const entry = await db().recordEntry.findUniqueOrThrow({ where: { id: BigInt(edition?.entryNo ?? 0) } });
    expect(entry).toMatchObject({ kind: "campaign.report", subjectCode: code });
    for (const lang of LANGUAGES) {
      const found = await findPrinted(code, 1, lang);
      const pdf = Buffer.from(found?.pdf ?? []);
      expect([lang, sha256(pdf), pdf.subarray(0, 5).toString()]).toEqual([lang, edition?.hashes[lang], "%PDF-"]);
      expect(pdf.toString("latin1")).toMatch(/\/StructTreeRoot/);
      expect(JSON.parse(entry.payload).sha256[lang]).toBe(edition?.hashes[lang]);
    }
    const { id: campaignId } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    await expect(db().campaignReport.updateMany({ where: { campaignId }, data: { edition: 2 } })).rejects.toThrow(
      /denied/,
    );
    const [one] = await db().campaignReport.findMany({ where: { campaignId, language: "vi" } });
    const forged = { campaignId, edition: 2, language: "vi", madeAt: new Date(), entryId: entry.id };
    const pdf = Buffer.from(one?.pdf ?? []);
    await expect(db().campaignReport.create({ data: { ...forged, pdf, sha256: one?.sha256 ?? "" } })).rejects.toThrow(
      /REPORT_NOT_ON_RECORD/,
    );
  });

  test("is printed again with every answer as the campaign is closed; the first edition stays", async () => {
    const { code, recommendation } = await publishedCampaign(front, cast.school);
    must(await respond(director, recommendation, ANSWER));
    must(await move(front.lead, code, "FOLLOW_UP"));
    const seen = { onDay: "2026-11-20", note: "Đã xem hai mươi câu trả lời mới.", evidence: EVIDENCE } as const;
    must(await followUp(front.lead, recommendation, { ...seen, verdict: "CLOSED_IMPLEMENTED" }));
    const before = await findPrinted(code, 1, "vi");
    must(await move(front.lead, code, "CLOSED"));
    expect((await listEditions(code)).map(({ edition }) => edition)).toEqual([2, 1]);
    expect((await findPrinted(code, 1, "vi"))?.sha256).toBe(before?.sha256);
    expect((await findPrinted(code, 2, "vi"))?.sha256).not.toBe(before?.sha256);
    const words = wordsOf(await findReport(null, code));
    expect(words).toContain(`Partly accepted: ${ANSWER.reason} [Tiếng Việt]`);
    expect(words).toContain("Closed: implemented");
  });

  test("prints what was said of the facts and of the draft, the visits and public opinion, and nobody's name", async () => {
    const code = await inField(front, 1);
    const { id: unitId } = await db().sampleUnit.findFirstOrThrow({
      where: { drawn: 1, sample: { campaign: { code } } },
    });
    const visit = must(await writeVisit(front.monitor, code, aVisit(front, unitId))).code;
    for (const who of [front.monitor, front.second]) must(await signVisit(who, visit));
    must(await takeInterview(front.monitor, code, anInterview(unitId)));
    await readAll(front, code);
    const { finding } = await confirmed(front, code, cast.school);
    const signal = must(await writeSignal(front.monitor, aSignal(front.body, { about: code }))).code;
    must(await releaseSignal(front.lead, signal));
    await laidOpen(front, code, [finding], 1);
    const member = await anActor("Bà Lê Thị Mẫu");
    const said = { about: finding, text: "Tôi chờ bốn tháng mới có trả lời.", language: "vi" } as const;
    const kept = must(await commentOnDraft(member, code, said)).code;
    const other = must(
      await commentOnDraft(member, code, { ...said, about: "", text: "Quảng cáo một cửa hàng nào đó." }),
    ).code;
    must(await ruleOnComment(front.monitor, code, { comment: kept, keeps: true, ground: null, reason: "" }));
    const spam = { comment: other, keeps: false, ground: "SPAM", reason: "Quảng cáo, không nói về dự thảo." } as const;
    must(await ruleOnComment(front.monitor, code, spam));
    const answer = { comments: [kept], outcome: "TAKEN_UP" as const, text: "Đã nêu trong phần thực trạng." };
    must(await answerComments(front.second, code, answer));
    must(await move(front.lead, code, "PUBLISHED", new Date(Date.now() + 40 * 86_400_000)));
    const words = wordsOf(await findReport(null, code));
    for (const told of [
      ...[visit, "Nhà máy cơ khí Lam Giang", "interviews: 1", signal, "60.0%", "38.7% to 78.1%"],
      ...[kept, said.text, answer.text, "Taken up", other, spam.reason, "No comment received"],
    ])
      expect(words).toContain(told);
    for (const untold of [SAID, "Quảng cáo một cửa hàng nào đó.", member.name ?? "?"])
      expect(words).not.toContain(untold);
  });

  test("tells what stands at the step even where something changed while it was drawn; what was drawn before is not kept", async () => {
    const code = await inField(front, 1);
    const late = must(await writeSignal(front.monitor, aSignal(front.body, { about: code }))).code;
    await readAll(front, code);
    await laidOpen(front, code);
    const { id } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const before = await readReportFacts(db(), code);
    if (!before) throw new Error("no campaign");
    const stale = await drawReport(before, 1, new Date());
    const moving = move(front.lead, code, "PUBLISHED");
    const releasing = releaseSignal(front.lead, late);
    must(await moving);
    must(await releasing);
    const entry = await db().recordEntry.findFirstOrThrow({ where: { kind: "campaign.report", subjectCode: code } });
    const now = await readReportFacts(db(), code);
    const { publishedAt } = await db().opinionSignal.findUniqueOrThrow({ where: { code: late } });
    const step = await db().monitoringCampaign.findUniqueOrThrow({ where: { id } });
    // let go before the step it is told by the report; after it, public by itself and not in print
    const isTold = publishedAt !== null && step.publishedAt !== null && +publishedAt === +step.publishedAt;
    const told = now && (isTold ? now : { ...now, signals: [] });
    expect(JSON.parse(entry.payload).factsSha256).toBe(told && factsHash(told));
    const keeping = asMonitor(front.lead, { act: "campaign.move", code, leads: true }, async (tx, campaign) => {
      const by = { actor: front.lead, ownerOrganisationId: front.body };
      return (await keepReport(tx, campaign, { report: stale, by })) ?? done(null);
    });
    expect(await keeping).toMatchObject({ code: "REPORT_CHANGED" });
  });

  test("is no less than its campaign in the database: nothing is published without it", async () => {
    const code = await inField(front, 1);
    await readAll(front, code);
    await laidOpen(front, code);
    const { id: campaignId } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const bare = db().$transaction(async (tx) => {
      const step = {
        fromState: "PUBLIC_COMMENT",
        toState: "PUBLISHED",
        byId: front.lead.personId,
        post: "MONITOR_LEAD",
      } as const;
      await tx.campaignStep.create({ data: { campaignId, ...step } });
      await tx.monitoringCampaign.update({
        where: { id: campaignId },
        data: { state: "PUBLISHED", publishedAt: new Date() },
      });
    });
    await expect(bare).rejects.toThrow(/NO_REPORT/);
  });
});
