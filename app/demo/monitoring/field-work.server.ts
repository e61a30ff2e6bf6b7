import { legally } from "#app/demo/accounts.server.ts";
import { drawnPicture } from "#app/demo/results/pictures.ts";
import { takeInterview } from "#app/domain/monitoring/field-work/interview.server.ts";
import { addPhotograph } from "#app/domain/monitoring/field-work/photograph.server.ts";
import { signVisit } from "#app/domain/monitoring/field-work/sign.server.ts";
import { writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { storeUpload } from "#app/platform/files/files.server.ts";
import { daysBefore, type Stage } from "./stage.server.ts";
import { INTERVIEW, PHOTOGRAPH, VISIT } from "./words.ts";

/** The team visits one sampled subject: signed minutes with a photograph, and an interview that may be quoted. */
export async function tellFieldWork({ people, now, until }: Stage, code: string, unitId: string) {
  const { monitor, secondMonitor } = people.actors;
  const at = daysBefore(now, 106);
  await until(at);
  const onDay = dayInVietnam(daysBefore(now, 107));
  const present = [monitor.personId, secondMonitor.personId];
  const minutes = { ...VISIT, met: [...VISIT.met], unitId, onDay, present, language: "vi" as const, isPublic: true };
  const visit = legally(await writeVisit(monitor, code, minutes, at)).code;
  const original = legally(await storeUpload(await drawnPicture(7, "noi-su-dung.png")));
  const photograph = { ...PHOTOGRAPH, original, takenOn: onDay, language: "vi", isPublic: true } as const;
  legally(await addPhotograph(secondMonitor, visit, photograph, at));
  for (const who of [monitor, secondMonitor]) legally(await signVisit(who, visit, at));
  const consent = { consentRecorded: true, consentQuoted: true, consentNamed: false, name: null } as const;
  legally(await takeInterview(monitor, code, { ...INTERVIEW, ...consent, unitId, onDay, language: "vi" }, at));
}
