import { legally } from "#app/demo/accounts.server.ts";
import { releaseSignal } from "#app/domain/monitoring/opinion/release.server.ts";
import { writeSignal } from "#app/domain/monitoring/opinion/write.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { daysBefore, type Stage } from "./stage.server.ts";
import { OPINION, SUBJECT_OPINION } from "./words.ts";

/** A survey of people who use the results, let go by the lead: public with its campaign. */
export async function tellOpinion({ people, now, until }: Stage, code: string) {
  const { monitor, monitorLead } = people.actors;
  const at = daysBefore(now, 60);
  await until(at);
  const [role] = monitor.roles;
  const period = { fromOn: dayInVietnam(daysBefore(now, 90)), toOn: dayInVietnam(daysBefore(now, 66)) };
  const { figures, ...words } = OPINION;
  const content = { ...words, figures: [...figures], ownerId: role?.organisationId ?? "", about: code, several: false };
  const signal = legally(await writeSignal(monitor, { ...content, ...period, language: "vi" }, at));
  legally(await releaseSignal(monitorLead, signal.code, at));
}

/** What people who use a monitored result told the Front at meetings; it stands on the page of that result. */
export async function tellSubjectOpinion({ people, now, until }: Stage, subject: string) {
  const { monitor, monitorLead } = people.actors;
  const at = daysBefore(now, 20);
  await until(at);
  const [role] = monitor.roles;
  const period = { fromOn: dayInVietnam(daysBefore(now, 32)), toOn: dayInVietnam(daysBefore(now, 24)) };
  const { figures, ...words } = SUBJECT_OPINION;
  const content = { ...words, figures: [...figures], ownerId: role?.organisationId ?? "", about: subject };
  const signal = legally(await writeSignal(monitor, { ...content, ...period, language: "vi" }, at));
  legally(await releaseSignal(monitorLead, signal.code, at));
}
