import { legally } from "#app/demo/accounts.server.ts";
import type { ReadingInput } from "#app/domain/monitoring/assessments/assessment.schema.ts";
import type { Completion } from "#app/domain/monitoring/assessments/assessment.ts";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { readSubject, settleSubject } from "#app/domain/monitoring/assessments/read.server.ts";
import { campaignSchema } from "#app/domain/monitoring/campaigns/campaign.schema.ts";
import type { MonitoredType } from "#app/domain/monitoring/campaigns/campaign.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { joinTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { daysBefore, move, type Stage } from "./stage.server.ts";
import { templateNamed } from "./together.server.ts";
import { DECLARATION, EVIDENCE, RATIONALES, TEMPLATE_ANSWERS } from "./words.ts";

type Begun = { subjectType: MonitoredType; daysAgo: number; words: Record<string, string>; template?: string };

/** A plan with its population and its team. Gives the code. */
export async function begin(
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
export async function draw(
  { people, now, until }: Stage,
  code: string,
  { daysAgo, size }: { daysAgo: number; size: number },
) {
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
export async function readSample({ people }: Stage, code: string, at: Date, most = 1_000): Promise<string[]> {
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
