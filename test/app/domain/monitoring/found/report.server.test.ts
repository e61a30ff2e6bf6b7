import { beforeAll, describe, expect, test } from "vitest";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { respond } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { findPrinted, findReport, listEditions } from "#app/domain/monitoring/report/queries.server.ts";
import type { ReportFacts } from "#app/domain/monitoring/report/report.ts";
import { reportPaper } from "#app/domain/monitoring/report/report-paper.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
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
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let director: Cast["representative"];
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  for (let made = 0; made < 2; made += 1) await published(cast);
  const post = { organisationId: cast.school, name: "", house: "SCHOOL", verified: true, post: "Hiệu trưởng" } as const;
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
