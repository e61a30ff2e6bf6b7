import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import { explainGap } from "#app/domain/monitoring/assessments/explain.server.ts";
import { findAssessment, listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { answerFacts } from "#app/domain/monitoring/factual-check/answer.server.ts";
import { commentOnFacts } from "#app/domain/monitoring/factual-check/comment.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import type { FollowUpInput } from "#app/domain/monitoring/recommendations/recommendation.schema.ts";
import { respond, tellProgress } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { findPublicResults } from "#app/domain/results/queries.server.ts";
import { tellFieldWork } from "./field-work.server.ts";
import { tellOpenRound } from "./open-round.server.ts";
import { tellSubjectOpinion } from "./opinion.server.ts";
import { tellPublicComment } from "./public-comment.server.ts";
import { DAY_MS, daysBefore, move, type Stage } from "./stage.server.ts";
import { begin, draw, readSample } from "./steps.server.ts";
import { buildFront, shareReadings, workTogether } from "./together.server.ts";
import {
  ANSWER,
  CORRECTED_CONDITION,
  EVIDENCE,
  EXPLANATION,
  FINDINGS,
  INITIATIVES_CAMPAIGN,
  OBJECTION,
  OBJECTION_ANSWER,
  PLAN,
  RESULTS_CAMPAIGN,
  RESULTS_TEMPLATE,
  TEMPLATE,
} from "./words.ts";

/** The Front's campaigns of the demonstration: one published and followed up, one whose draft lies open, one in the field, one being planned. */
export function monitoringStories(people: DemoPeople, now = new Date()): ((until: Until) => Promise<void>)[] {
  const stage = (until: Until): Stage => ({ people, now, until });
  return [
    (until) => buildFront(stage(until), daysBefore(now, 130)),
    (until) => tellPublished(stage(until)),
    (until) => tellOpenRound(stage(until)),
    (until) => tellField(stage(until)),
    async (until) => void (await begin(stage(until), { subjectType: "PARTNERSHIP", daysAgo: 4, words: PLAN })),
  ];
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
  const drawnCodes = await Promise.all(
    units.map(async (unit) => (await findAssessment(monitor, unit))?.subjectCode ?? ""),
  );
  // Chance drew them: one may have been withdrawn since.
  const [subject] = (await findPublicResults(drawnCodes)).filter(({ state }) => state !== "WITHDRAWN");
  if (subject) await tellSubjectOpinion(stage, subject.code);
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
