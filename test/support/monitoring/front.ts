import type { Actor } from "#app/domain/accounts/actor.ts";
import type { ReadingInput } from "#app/domain/monitoring/assessments/assessment.schema.ts";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { readSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { type CampaignInput, campaignSchema } from "#app/domain/monitoring/campaigns/campaign.schema.ts";
import type { CampaignState } from "#app/domain/monitoring/campaigns/campaign.ts";
import { moveCampaign } from "#app/domain/monitoring/campaigns/move.server.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { joinTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { prepareRound } from "#app/domain/monitoring/public-comment/prepare.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { anActor, anOrganisation } from "../initiative-cast.ts";

/** A body of the Front: a lead and two monitors. */
export type Front = { body: string; lead: Actor; monitor: Actor; second: Actor };

/** Something went on that the test takes for granted. */
export function must<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${outcome.field ?? ""}`);
  return outcome.value;
}

export async function aFront(): Promise<Front> {
  const body = await anOrganisation("OTHER", "Ban Giám sát Mặt trận Lam Giang");
  return {
    body,
    lead: await anActor("Trưởng đoàn", ["MONITOR_LEAD"], body),
    monitor: await anActor("Người giám sát thứ nhất", ["MONITOR"], body),
    second: await anActor("Người giám sát thứ hai", ["MONITOR"], body),
  };
}

export function aPlan(ownerId: string, more: Record<string, unknown> = {}): CampaignInput {
  return campaignSchema.parse({
    ownerId,
    title_vi: "Giám sát việc trả lời sáng kiến",
    question_vi: "Các cơ quan có trả lời sáng kiến đúng hạn và có lý do không?",
    scope_vi: "Các sáng kiến đã công khai trong năm 2026.",
    legalBasis: "Luật Mặt trận Tổ quốc Việt Nam, Điều 26",
    subjectTypes: ["INITIATIVE", "RESULT"],
    method: "OGP",
    startsOn: "2026-11-01",
    endsOn: "2026-12-15",
    ...more,
  });
}

export const DECLARATION = "Tôi không thuộc bên được giám sát nào, kể cả trong ba năm trước.";

/** Everything narrowed to nothing: all public subjects of a kind. */
export function everything(subjectType: "INITIATIVE" | "PARTNERSHIP" | "RESULT" | "OBLIGATION") {
  return { subjectType, fromOn: null, toOn: null, provinceCode: "", house: null };
}

export function join(front: Front, code: string, who: Actor) {
  return joinTeam(front.monitor, code, { email: who.email, post: "Thành viên", declaration: DECLARATION });
}

export function move(actor: Actor, code: string, to: CampaignState, at = new Date()) {
  const approval = to === "APPROVED" ? { approvalNumber: "12/QĐ-MTTQ", approvedOn: "2026-10-30" } : null;
  return moveCampaign(actor, code, { to, note: "", ...(approval ?? { approvalNumber: "", approvedOn: null }) }, at);
}

/** A campaign with a frozen population of results and a team of two, not approved yet. */
export async function planned(front: Front): Promise<string> {
  const { code } = must(await planCampaign(front.monitor, aPlan(front.body)));
  must(await freezePopulation(front.monitor, code, everything("RESULT")));
  must(await join(front, code, front.monitor));
  must(await join(front, code, front.second));
  return code;
}

/** The same in the field work, with a simple sample of that size. */
export async function inField(front: Front, size: number): Promise<string> {
  const code = await planned(front);
  must(await move(front.lead, code, "APPROVED"));
  must(await drawSample(front.lead, code, { number: 1, method: "SIMPLE", stratumBy: null, size }));
  must(await move(front.lead, code, "FIELDWORK"));
  return code;
}

export const EVIDENCE = [{ title: "Biên bản kiểm tra tại chỗ", reference: "BB-01, trang 3", grade: "A" as const }];

/** One reader's coding of a subject; by default all is verified complete, and the body says so too. */
export function aReading(more: Partial<ReadingInput> = {}): ReadingInput {
  return {
    ...{ verifiable: true, potential: "SUBSTANTIAL", completion: "COMPLETE", earlyResults: "MODERATE" },
    ...{ rationale: "Đã xem hồ sơ và kiểm tra tại chỗ, có biên bản.", evidence: EVIDENCE, answers: [] },
    ...{ selfCompletion: "COMPLETE", selfReport: "Đã xong.", selfSource: "Báo cáo số 5", selfReportedOn: "2026-10-01" },
    ...more,
  };
}

/** Two people read every drawn subject alike. */
export async function readAll(front: Front, code: string, more: Partial<ReadingInput> = {}): Promise<string[]> {
  const drawn = await listStandings(front.lead, code);
  for (const { unitId } of drawn) {
    must(await readSubject(front.monitor, unitId, aReading(more)));
    must(await readSubject(front.second, unitId, aReading(more)));
  }
  return drawn.map(({ unitId }) => unitId);
}

/** A confirmed finding with one recommendation to a body. */
export async function confirmed(
  front: Front,
  campaign: string,
  addresseeId: string,
  title = "Trả lời muộn, không nêu lý do",
) {
  const text = "Điều đã thấy, đối chiếu với điều phải có, viết đủ để ai cũng kiểm lại được.";
  const content = { criteria: text, condition: text, cause: text, effect: text, evidence: EVIDENCE };
  const finding = { title, unitId: "", severity: "MAJOR", ...content } as const;
  const { code } = must(await draftFinding(front.monitor, campaign, finding));
  const asked = {
    text: "Nêu lý do trong mọi câu trả lời gửi người nộp.",
    addresseeId,
    criticality: "IMPORTANT",
  } as const;
  const recommendation = must(await recommend(front.monitor, code, { ...asked, priority: true, dueOn: "2027-06-30" }));
  must(await secondFinding(front.second, code, { secondNote: "Đã đọc lại chứng cứ, đồng ý với phát hiện." }));
  must(await confirmFinding(front.lead, code));
  return { finding: code, recommendation: recommendation.code };
}

/** Days ago, such that what was opened then is over now: the factual check is opened first, the public comment after it. */
export const CHECKED_DAYS_AGO = 70;
export const OPENED_DAYS_AGO = 40;

export function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

/** What a lead lays open: a summary, a question, and the findings of these codes. */
export function aRound(findings: string[] = []) {
  return {
    summary: { vi: "Đoàn đã xem các hồ sơ trong mẫu và thấy trả lời còn muộn, nhiều khi không nêu lý do." },
    questions: [{ vi: "Bạn có nhận được trả lời kèm lý do không?" }],
    findings,
  };
}

/** From the field work to the end of the public comment: in the factual check nobody comments. */
export async function laidOpen(front: Front, code: string, findings: string[] = [], openedDaysAgo = OPENED_DAYS_AGO) {
  must(await move(front.lead, code, "DRAFT_REPORT"));
  must(await move(front.lead, code, "FACTUAL_CHECK", daysAgo(CHECKED_DAYS_AGO)));
  must(await prepareRound(front.lead, code, aRound(findings)));
  must(await move(front.lead, code, "PUBLIC_COMMENT", daysAgo(openedDaysAgo)));
}

/** From the field work to the publication: nobody says anything before. */
export async function publish(front: Front, code: string): Promise<void> {
  await laidOpen(front, code);
  must(await move(front.lead, code, "PUBLISHED"));
}

/** A published campaign over one result with a finding and a recommendation to a body. */
export async function publishedCampaign(front: Front, addresseeId: string, more: Partial<ReadingInput> = {}) {
  const code = await inField(front, 1);
  const [unitId = ""] = await readAll(front, code, more);
  const codes = await confirmed(front, code, addresseeId);
  await publish(front, code);
  return { code, unitId, ...codes };
}
