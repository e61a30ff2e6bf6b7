import { legally } from "#app/demo/accounts.server.ts";
import { findAssessment } from "#app/domain/monitoring/assessments/queries.server.ts";
import { commentOnFacts } from "#app/domain/monitoring/factual-check/comment.server.ts";
import { draftFinding } from "#app/domain/monitoring/findings/draft.server.ts";
import { confirmFinding, secondFinding } from "#app/domain/monitoring/findings/move.server.ts";
import { commentOnDraft } from "#app/domain/monitoring/public-comment/comment.server.ts";
import { prepareRound } from "#app/domain/monitoring/public-comment/prepare.server.ts";
import { ruleOnComment } from "#app/domain/monitoring/public-comment/rule.server.ts";
import { recommend } from "#app/domain/monitoring/recommendations/recommend.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { LOCAL_CAMPAIGN, LOCAL_COMMENT, LOCAL_FINDING, LOCAL_RECOMMENDATION, LOCAL_ROUND } from "./open-round-words.ts";
import { DAY_MS, daysBefore, move, type Stage } from "./stage.server.ts";
import { begin, draw, readSample } from "./steps.server.ts";
import { EVIDENCE, RESULTS_TEMPLATE } from "./words.ts";

/**
 * A campaign whose draft lies open since a few days: fifteen working days are three weeks at least, so anybody who starts
 * the demonstration within a fortnight can comment. Every body asked has commented, so the factual check is over whatever holidays fell in it.
 */
export async function tellOpenRound(stage: Stage): Promise<void> {
  const { people, now, until } = stage;
  const { monitor, secondMonitor, monitorLead } = people.actors;
  const begun = { subjectType: "RESULT", daysAgo: 58, words: LOCAL_CAMPAIGN } as const;
  const code = await begin(stage, { ...begun, template: RESULTS_TEMPLATE.name_vi });
  await draw(stage, code, { daysAgo: 52, size: 4 });
  const readAt = daysBefore(now, 38);
  await until(readAt);
  const units = await readSample(stage, code, readAt);
  const unitId = units[2] ?? units[0] ?? "";
  const asked = (await findAssessment(monitor, unitId))?.body?.id ?? "";
  const representative = people.organisations.find(({ id }) => id === asked)?.representative;
  const commenter = people.scientists[1];
  if (!representative || !commenter) throw new Error("The demonstration asks nobody.");
  const content = { ...LOCAL_FINDING, unitId, evidence: EVIDENCE };
  const finding = legally(await draftFinding(monitor, code, content, { at: readAt })).code;
  const dueOn = dayInVietnam(new Date(now.getTime() + 90 * DAY_MS));
  const asks = { text: LOCAL_RECOMMENDATION, addresseeId: asked, criticality: "IMPORTANT", priority: false } as const;
  legally(await recommend(monitor, finding, { ...asks, dueOn }, readAt));
  legally(await secondFinding(secondMonitor, finding, { secondNote: "Đã đọc lại biên bản và gọi lại nơi sử dụng." }));
  legally(await confirmFinding(monitorLead, finding));
  const checkAt = daysBefore(now, 30);
  await until(checkAt);
  for (const to of ["DRAFT_REPORT", "FACTUAL_CHECK"] as const) await move(monitorLead, code, to, checkAt);
  const agreedAt = daysBefore(now, 22);
  await until(agreedAt);
  legally(await commentOnFacts(representative, finding, { correct: true, text: "" }, agreedAt));
  const openedAt = daysBefore(now, 5);
  await until(openedAt);
  legally(await prepareRound(monitorLead, code, { ...LOCAL_ROUND, findings: [finding] }, openedAt));
  await move(monitorLead, code, "PUBLIC_COMMENT", openedAt);
  const saidAt = daysBefore(now, 3);
  await until(saidAt);
  const said = { about: finding, text: LOCAL_COMMENT, language: "vi" } as const;
  const comment = legally(await commentOnDraft(commenter, code, said, saidAt)).code;
  const keptAt = daysBefore(now, 2);
  await until(keptAt);
  legally(await ruleOnComment(monitor, code, { comment, keeps: true, ground: null, reason: "" }, keptAt));
}
