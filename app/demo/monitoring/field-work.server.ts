import sharp from "sharp";
import { legally } from "#app/demo/accounts.server.ts";
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
  const original = legally(await storeUpload(new File([new Uint8Array(await drawnPicture())], "xuong-lap-rap.png")));
  const photograph = { ...PHOTOGRAPH, original, takenOn: onDay, language: "vi", isPublic: true } as const;
  legally(await addPhotograph(secondMonitor, visit, photograph, at));
  for (const who of [monitor, secondMonitor]) legally(await signVisit(who, visit, at));
  const consent = { consentRecorded: true, consentQuoted: true, consentNamed: false, name: null } as const;
  legally(await takeInterview(monitor, code, { ...INTERVIEW, ...consent, unitId, onDay, language: "vi" }, at));
}

const WIDTH = 960;
const HEIGHT = 600;

/** A drawing that stands for a photograph: a hall with three machines under a light sky, pixel by pixel. */
function drawnPicture(): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const [red, green, blue] = colourAt(x, y);
      pixels.writeUInt8(red, (y * WIDTH + x) * 3);
      pixels.writeUInt8(green, (y * WIDTH + x) * 3 + 1);
      pixels.writeUInt8(blue, (y * WIDTH + x) * 3 + 2);
    }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

function colourAt(x: number, y: number): readonly [number, number, number] {
  const roof = 110 + Math.abs((x % 320) - 160) / 2;
  if (y < roof) return [214, 226, 232];
  if (y < roof + 14) return [168, 35, 26];
  if (y > 500) return [142, 132, 116];
  const inMachine = x % 320 > 90 && x % 320 < 230;
  if (inMachine && y > 330) return (x + y) % 40 < 4 ? [236, 232, 223] : [68, 105, 125];
  return y > 200 && y < 280 && x % 80 > 20 ? [185, 207, 221] : [236, 232, 223];
}
