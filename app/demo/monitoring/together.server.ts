import { type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { assignReadings } from "#app/domain/monitoring/assignments/assign.server.ts";
import { answerInvitation, inviteBody } from "#app/domain/monitoring/bodies/invite.server.ts";
import { placeBody } from "#app/domain/monitoring/bodies/place.server.ts";
import { joinTeam } from "#app/domain/monitoring/campaigns/team.server.ts";
import { listTemplates } from "#app/domain/monitoring/templates/queries.server.ts";
import { saveTemplate } from "#app/domain/monitoring/templates/save.server.ts";
import { templateSchema } from "#app/domain/monitoring/templates/template.schema.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { DAY_MS, type Stage } from "./stage.server.ts";
import { DECLARATION, RESULTS_TEMPLATE, TEMPLATE } from "./words.ts";

/** The provincial body stands below the central one, the commune's below it; the central one shares templates with both. */
export async function buildFront({ people, until }: Stage, at: Date): Promise<void> {
  await until(at);
  const { monitorLead, provinceLead, communeLead } = people.actors;
  const central = codeOf(people, "lang-mau");
  const province = codeOf(people, "ben-mo");
  legally(await placeBody(provinceLead, province, { parentCode: central }, at));
  legally(await placeBody(communeLead, codeOf(people, "goc-da"), { parentCode: province }, at));
  const ownerId = idOf(people, "lang-mau");
  for (const one of [TEMPLATE, RESULTS_TEMPLATE])
    legally(await saveTemplate(monitorLead, null, templateSchema.parse({ ...one, ownerId }), at));
}

/** A template that a monitor reads, as a plan names it. */
export async function templateNamed(monitor: Actor, name: string): Promise<string> {
  const found = (await listTemplates(monitor)).find((one) => one.name.vi === name);
  return found ? `${found.id} ${found.number}` : "";
}

/** Both are invited to a campaign, accept, and send somebody into its team. */
export async function workTogether({ people, until }: Stage, code: string, at: Date): Promise<void> {
  await until(at);
  const { monitorLead, provinceLead, communeLead } = people.actors;
  const invited = [
    { lead: provinceLead, key: "ben-mo", post: "Trưởng Ban Giám sát Mặt trận tỉnh" },
    { lead: communeLead, key: "goc-da", post: "Chủ tịch Mặt trận xã" },
  ] as const;
  for (const { lead, key, post } of invited) {
    legally(await inviteBody(monitorLead, code, { bodyId: idOf(people, key) }, at));
    legally(await answerInvitation(lead, code, { accepted: true, note: "" }, at));
    legally(await joinTeam(monitorLead, code, { email: lead.email, post, declaration: DECLARATION }, at));
  }
}

/** All but the last subject of a sample are given to two readers each. */
export async function shareReadings({ people, now, until }: Stage, code: string, at: Date): Promise<void> {
  await until(at);
  const { monitor, secondMonitor, monitorLead, provinceLead, communeLead } = people.actors;
  const [first, second, third, fourth] = await listStandings(monitorLead, code);
  const given = [
    { unit: first, readers: [monitor, secondMonitor], inDays: -4 },
    { unit: second, readers: [monitor, provinceLead], inDays: -2 },
    { unit: third, readers: [provinceLead, monitor], inDays: 6 },
    { unit: fourth, readers: [communeLead, secondMonitor], inDays: 20 },
  ] as const;
  for (const { unit, readers, inDays } of given) {
    if (!unit) continue;
    const [one, two] = readers;
    const readOn = dayInVietnam(new Date(now.getTime() + inDays * DAY_MS));
    const pair = { firstId: one.personId, secondId: two.personId, readOn, assignmentReason: "" };
    legally(await assignReadings(monitorLead, code, { unitIds: [unit.unitId], ...pair }, at));
  }
}

function idOf(people: DemoPeople, key: string): string {
  return people.organisations.find((one) => one.key === key)?.id ?? "";
}

function codeOf(people: DemoPeople, key: string): string {
  return people.organisations.find((one) => one.key === key)?.code ?? "";
}
