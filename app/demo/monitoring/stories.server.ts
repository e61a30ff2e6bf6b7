import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import type { ReadingInput } from "#app/domain/monitoring/assessments/assessment.schema.ts";
import type { Completion } from "#app/domain/monitoring/assessments/assessment.ts";
import { explainGap } from "#app/domain/monitoring/assessments/explain.server.ts";
import { findAssessment, listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { readSubject, settleSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { campaignSchema } from "#app/domain/monitoring/campaigns/campaign.schema.ts";
import type { MonitoredType } from "#app/domain/monitoring/campaigns/campaign.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { joinTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { answerFacts } from "#app/domain/monitoring/factual-check/answer.server.ts";
import { commentOnFacts } from "#app/domain/monitoring/factual-check/comment.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import type { FollowUpInput } from "#app/domain/monitoring/recommendations/recommendation.schema.ts";
import { respond, tellProgress } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { tellFieldWork } from "./field-work.server.ts";
import { tellPublicComment } from "./public-comment.server.ts";
import { DAY_MS, daysBefore, move, type Stage } from "./stage.server.ts";
import { buildFront, shareReadings, templateNamed, workTogether } from "./together.server.ts";
import {
  ANSWER,
  CORRECTED_CONDITION,
  DECLARATION,
  EVIDENCE,
  EXPLANATION,
  FINDINGS,
  INITIATIVES_CAMPAIGN,
  OBJECTION,
  OBJECTION_ANSWER,
  PLAN,
  RATIONALES,
  RESULTS_CAMPAIGN,
  RESULTS_TEMPLATE,
  TEMPLATE,
  TEMPLATE_ANSWERS,
} from "./words.ts";

type Begun = { subjectType: MonitoredType; daysAgo: number; words: Record<string, string>; template?: string };

/** The Front's campaigns of the demonstration: one published and followed up, one in the field, one being planned. */
export function monitoringStories(people: DemoPeople, now = new Date()): ((until: Until) => Promise<void>)[] {
  const stage = (until: Until): Stage => ({ people, now, until });
  return [
    (until) => buildFront(stage(until), daysBefore(now, 130)),
    (until) => tellPublished(stage(until)),
    (until) => tellField(stage(until)),
    async (until) => void (await begin(stage(until), { subjectType: "PARTNERSHIP", daysAgo: 4, words: PLAN })),
  ];
}

/** A plan with its population and its team. Gives the code. */
async function begin(
  { people, now, until }: Stage,
  { subjectType, daysAgo, words, template = "" }: Begun,
): Promise<string> {
  const at = daysBefore(now, daysAgo);
  await until(at);
  const { monitor } = people.actors;
  const [role] = monitor.roles;
  const plan = campaignSchema.parse({
    ...words,
    template: await templateNamed(monitor, template),
    ownerId: role?.organisationId ?? "",
    subjectTypes: [subjectType],
    startsOn: dayInVietnam(daysBefore(now, daysAgo - 3)),
    endsOn: dayInVietnam(daysBefore(now, daysAgo - 40)),
  });
  const { code } = legally(await planCampaign(monitor, plan, at));
  const all = { subjectType, fromOn: null, toOn: null, provinceCode: "", house: null } as const;
  legally(await freezePopulation(monitor, code, all, at));
  const posts = { monitor: "Chuyên viên Ban Giám sát", secondMonitor: "Chuyên viên chính Ban Giám sát" };
  for (const key of ["monitor", "secondMonitor"] as const) {
    const member = { email: people.actors[key].email, post: posts[key], declaration: DECLARATION };
    legally(await joinTeam(monitor, code, member, at));
  }
  return code;
}

/** Brings a plan into the field with a sample. */
async function draw({ people, now, until }: Stage, code: string, { daysAgo, size }: { daysAgo: number; size: number }) {
  const { monitorLead } = people.actors;
  const at = daysBefore(now, daysAgo);
  await until(at);
  await move(monitorLead, code, "APPROVED", at);
  legally(await drawSample(monitorLead, code, { number: 1, method: "SIMPLE", stratumBy: null, size }, at));
  await move(monitorLead, code, "FIELDWORK", at);
}

const SELF: readonly Completion[] = ["COMPLETE", "SUBSTANTIAL", "COMPLETE", "COMPLETE"];
const FIRST: readonly Completion[] = ["COMPLETE", "SUBSTANTIAL", "LIMITED", "COMPLETE"];
const SECOND: readonly Completion[] = ["COMPLETE", "SUBSTANTIAL", "LIMITED", "SUBSTANTIAL"];

/** Two readers read the sample; on the last subject they differ, and the lead settles it. */
async function readSample({ people }: Stage, code: string, at: Date, most = 1_000): Promise<string[]> {
  const { monitor, secondMonitor, monitorLead } = people.actors;
  const standings = (await listStandings(monitorLead, code)).slice(0, most);
  for (const [place, { unitId }] of standings.entries()) {
    const first = FIRST[place % FIRST.length] ?? "LIMITED";
    const second = SECOND[place % SECOND.length] ?? "LIMITED";
    legally(await readSubject(monitor, unitId, reading(place, first, at), at));
    legally(await readSubject(secondMonitor, unitId, reading(place, second, at), at));
    if (first === second) continue;
    const { verifiable, potential, earlyResults } = reading(place, second, at);
    const codes = { verifiable, potential, earlyResults, completion: second };
    legally(await settleSubject(monitorLead, unitId, { ...codes, resolution: RATIONALES[1] }, at));
  }
  return standings.map(({ unitId }) => unitId);
}

function reading(place: number, completion: Completion, at: Date): ReadingInput {
  const isLimited = completion === "LIMITED";
  const answers = TEMPLATE_ANSWERS[completion === "COMPLETE" || completion === "SUBSTANTIAL" ? completion : "LIMITED"];
  return {
    ...{ verifiable: !isLimited, completion, evidence: EVIDENCE, answers: [...answers] },
    potential: "SUBSTANTIAL",
    earlyResults: isLimited ? "NO_NOTABLE" : "MODERATE",
    rationale: RATIONALES[isLimited ? 2 : completion === "COMPLETE" ? 0 : 1],
    selfCompletion: SELF[place % SELF.length] ?? null,
    selfReport: "Kết quả đã được đưa vào sử dụng tại các nơi nêu trong báo cáo.",
    ...{ selfSource: "Báo cáo sử dụng kết quả, quý III năm 2026", selfReportedOn: dayInVietnam(at) },
  };
}

async function tellPublished(stage: Stage) {
  const { people, now, until } = stage;
  const { monitor, monitorLead } = people.actors;
  const begun = {
    subjectType: "RESULT",
    daysAgo: 120,
    words: RESULTS_CAMPAIGN,
    template: RESULTS_TEMPLATE.name_vi,
  } as const;
  const code = await begin(stage, begun);
  await draw(stage, code, { daysAgo: 112, size: 4 });
  const [drawn] = await listStandings(monitorLead, code);
  await tellFieldWork(stage, code, drawn?.unitId ?? "");
  const readAt = daysBefore(now, 100);
  await until(readAt);
  const units = await readSample(stage, code, readAt);
  const gapped = units[2] ?? units[0] ?? "";
  const asked = (await findAssessment(monitor, gapped))?.body?.id ?? "";
  const { findings, codes } = await find(stage, code, { unitId: gapped, asked, at: readAt });
  const checkAt = daysBefore(now, 99);
  await until(checkAt);
  for (const to of ["DRAFT_REPORT", "FACTUAL_CHECK"] as const) await move(monitorLead, code, to, checkAt);
  await checkFacts(stage, findings, asked);
  await tellPublicComment(stage, code, { findings, asked });
  const at = daysBefore(now, 40);
  await until(at);
  for (const to of ["PUBLISHED", "FOLLOW_UP"] as const) await move(monitorLead, code, to, at);
  await answer(stage, { gapped, asked, codes });
}

/** Two findings with a recommendation each, read twice and confirmed. Gives their codes and those of the recommendations. */
async function find(
  { people, now }: Stage,
  campaign: string,
  { unitId, asked, at }: { unitId: string; asked: string; at: Date },
): Promise<{ findings: string[]; codes: string[] }> {
  const { monitor, secondMonitor, monitorLead } = people.actors;
  const findings: string[] = [];
  const codes: string[] = [];
  for (const [place, { recommendation, ...content }] of FINDINGS.entries()) {
    const finding = { ...content, unitId: place === 0 ? unitId : "", evidence: EVIDENCE };
    const { code } = legally(await draftFinding(monitor, campaign, finding, { at }));
    const dueOn = dayInVietnam(new Date(now.getTime() + 60 * DAY_MS));
    const input = {
      text: recommendation,
      addresseeId: asked,
      criticality: place === 0 ? "CRITICAL" : "IMPORTANT",
    } as const;
    codes.push(legally(await recommend(monitor, code, { ...input, priority: place === 0, dueOn }, at)).code);
    legally(await secondFinding(secondMonitor, code, { secondNote: "Đã đọc lại hồ sơ và chứng cứ, đồng ý." }));
    legally(await confirmFinding(monitorLead, code));
    findings.push(code);
  }
  return { findings, codes };
}

/** The body finds the facts of one finding wrong in a detail, which the Front corrects, and those of the other right. */
async function checkFacts({ people, now, until }: Stage, [first = "", second = ""]: readonly string[], asked: string) {
  const { monitor, secondMonitor, monitorLead } = people.actors;
  const representative = people.organisations.find(({ id }) => id === asked)?.representative;
  if (!representative) throw new Error("The demonstration asks nobody.");
  const saidAt = daysBefore(now, 93);
  await until(saidAt);
  legally(await commentOnFacts(representative, first, { correct: false, text: OBJECTION }, saidAt));
  legally(await commentOnFacts(representative, second, { correct: true, text: "" }, saidAt));
  const answeredAt = daysBefore(now, 85);
  await until(answeredAt);
  const { title, criteria, cause, effect } = FINDINGS[0];
  const text = { title, criteria, cause, effect, condition: CORRECTED_CONDITION };
  const reason = OBJECTION_ANSWER;
  legally(await answerFacts(monitor, first, { organisationId: asked, accepted: true, reason, text }, answeredAt));
  legally(await secondFinding(secondMonitor, first, { secondNote: "Đã đọc lại phần sửa, đồng ý." }));
  legally(await confirmFinding(monitorLead, first));
}

/** The body answers the first recommendation and explains the gap; the second stays without an answer. */
async function answer(
  { people, now, until }: Stage,
  { gapped, asked, codes }: { gapped: string; asked: string; codes: readonly string[] },
) {
  const [first] = codes;
  const body = people.organisations.find(({ id }) => id === asked);
  if (!body || first === undefined) throw new Error("The demonstration asks nobody.");
  const { representative } = body;
  const at = daysBefore(now, 28);
  await until(at);
  const targetOn = dayInVietnam(new Date(now.getTime() + 30 * DAY_MS));
  legally(await respond(representative, first, { ...ANSWER, targetOn }, at));
  const progressNote = "Đang thu lại biên bản từ hai nơi sử dụng.";
  legally(await tellProgress(representative, first, { progress: "IN_ACTION", progressNote }, at));
  legally(await explainGap(representative, gapped, { text: EXPLANATION }, at));
  const seenAt = daysBefore(now, 12);
  await until(seenAt);
  const seen: FollowUpInput = {
    onDay: dayInVietnam(seenAt),
    note: "Đã nhận biên bản của một trong hai nơi sử dụng; nơi thứ hai chưa có.",
    evidence: EVIDENCE,
    verdict: "OPEN_PARTIALLY_ADDRESSED",
  };
  legally(await followUp(people.actors.monitor, first, seen, seenAt));
}

/** A campaign in the field with bodies of three levels: one subject is read by both, others are given and wait, one is not given. */
async function tellField(stage: Stage) {
  const begun = {
    subjectType: "INITIATIVE",
    daysAgo: 25,
    words: INITIATIVES_CAMPAIGN,
    template: TEMPLATE.name_vi,
  } as const;
  const code = await begin(stage, begun);
  await workTogether(stage, code, daysBefore(stage.now, 24));
  await draw(stage, code, { daysAgo: 18, size: 5 });
  await shareReadings(stage, code, daysBefore(stage.now, 17));
  const at = daysBefore(stage.now, 6);
  await stage.until(at);
  await readSample(stage, code, at, 1);
}
