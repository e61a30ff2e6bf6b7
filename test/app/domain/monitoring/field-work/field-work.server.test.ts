import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { interviewSchema } from "#app/domain/monitoring/field-work/field-work.schema.ts";
import { takeInterview, withdrawConsent } from "#app/domain/monitoring/field-work/interview.server.ts";
import { addPhotograph, choosePhotograph } from "#app/domain/monitoring/field-work/photograph.server.ts";
import {
  findFieldWork,
  findInterview,
  findPhotographFile,
  findVisit,
} from "#app/domain/monitoring/field-work/queries.server.ts";
import { signVisit } from "#app/domain/monitoring/field-work/sign.server.ts";
import { changeVisit, writeVisit } from "#app/domain/monitoring/field-work/visit.server.ts";
import { openFiles, readStored, storeUpload } from "#app/platform/files/files.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anInterview, aPicture, aVisit, SAID } from "#test/support/monitoring/field.ts";
import { aFront, type Front, inField, move, must, publish, readAll } from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let folder: string;
let front: Front;
let cast: Cast;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ba-nha-field-"));
  openFiles(folder);
  front = await aFront();
  cast = await gather();
  await published(cast);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A campaign in the field with its one drawn subject. */
async function field() {
  const code = await inField(front, 1);
  const { id: unitId } = await db().sampleUnit.findFirstOrThrow({
    where: { drawn: 1, sample: { campaign: { code } } },
  });
  return { code, unitId };
}

async function upload(bytes: Uint8Array, name = "anh.jpg") {
  return must(await storeUpload(new File([new Uint8Array(bytes)], name)));
}
const WORDS = {
  takenOn: "2026-11-02",
  caption: "Phòng thí nghiệm",
  alt: "Một chiếc bàn và hai máy đo",
  language: "vi",
} as const;

describe("the minutes of a visit", () => {
  test("are written by the team in the field, signed by who was there, and stand from the first signature on", async () => {
    const { code, unitId } = await field();
    const input = aVisit(front, unitId);
    expect(await writeVisit(front.lead, code, input)).toMatchObject({ code: "NOT_ON_THE_TEAM" });
    expect(await writeVisit(cast.representative, code, input)).toMatchObject({ code: "NOT_A_MONITOR" });
    const wrong = { ...input, present: [front.lead.personId] };
    expect(await writeVisit(front.monitor, code, wrong)).toMatchObject({
      code: "PRESENT_NOT_ON_TEAM",
      field: "present",
    });
    expect(await writeVisit(front.monitor, code, { ...input, onDay: "2030-01-01" })).toMatchObject({
      code: "VISITED_LATER",
    });
    expect(await writeVisit(front.monitor, code, { ...input, unitId: code })).toMatchObject({
      code: "NOT_IN_THE_SAMPLE",
    });
    const visit = must(await writeVisit(front.monitor, code, input)).code;
    must(await changeVisit(front.second, visit, { ...input, place: "Nhà máy số 2" }));
    must(await signVisit(front.monitor, visit));
    expect(await changeVisit(front.second, visit, input)).toMatchObject({ code: "SIGNED_ALREADY" });
    expect(await signVisit(front.monitor, visit)).toMatchObject({ code: "SIGNED_BY_YOU" });
    await readAll(front, code);
    expect(await move(front.lead, code, "DRAFT_REPORT")).toMatchObject({ code: "VISITS_NOT_SIGNED" });
    must(await signVisit(front.second, visit));
    must(await move(front.lead, code, "DRAFT_REPORT"));
    expect(await signVisit(front.second, visit)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    expect(await findVisit(front.lead, visit)).toMatchObject({ place: "Nhà máy số 2", isSigned: true });
    expect(await findVisit(null, visit)).toBeNull();
  });

  test("are public with the campaign where the team chose so, by posts without names, and their hash is on the record", async () => {
    const { code, unitId } = await field();
    const shown = must(await writeVisit(front.monitor, code, aVisit(front, unitId))).code;
    const inside = must(await writeVisit(front.monitor, code, { ...aVisit(front, unitId), isPublic: false })).code;
    for (const visit of [shown, inside])
      for (const who of [front.monitor, front.second]) must(await signVisit(who, visit));
    await readAll(front, code);
    expect((await findFieldWork(null, { campaign: code })).visits).toEqual([]);
    expect((await findFieldWork(cast.representative, { unitId })).visits).toEqual([]);
    await publish(front, code);
    expect((await findFieldWork(null, { campaign: code })).visits.map((one) => one.code)).toEqual([shown]);
    expect((await findFieldWork(null, { unitId })).visits).toHaveLength(1);
    expect(await findVisit(null, inside)).toBeNull();
    expect(JSON.stringify(await findVisit(null, shown))).not.toContain(front.monitor.name);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { kind: "campaign.field-work", subjectCode: code },
    });
    expect(entry.payload).toContain(inside);
    expect(entry.payload).not.toContain(aVisit(front, unitId).seen);
  });
});

describe("a photograph", () => {
  test("is shown as a copy without metadata; the original and its hash stay with the Front", async () => {
    const { code, unitId } = await field();
    const visit = must(await writeVisit(front.monitor, code, aVisit(front, unitId))).code;
    const bytes = await aPicture();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const original = await upload(bytes);
    must(await addPhotograph(front.monitor, visit, { original, ...WORDS, isPublic: true }));
    const hidden = await upload(await aPicture(90));
    must(await addPhotograph(front.second, visit, { original: hidden, ...WORDS, isPublic: true }));
    must(await choosePhotograph(front.second, visit, { number: 2, isPublic: false }));
    const [first, second] = (await findVisit(front.lead, visit))?.photographs ?? [];
    expect(first).toMatchObject({ originalSha256: sha256(bytes), width: 80, height: 60 });
    const id = first?.id ?? "";
    for (const who of [null, cast.representative]) expect(await findPhotographFile(who, id, "copy")).toBeNull();
    for (const who of [front.monitor, front.second]) must(await signVisit(who, visit));
    await readAll(front, code);
    await publish(front, code);
    const copy = await findPhotographFile(null, id, "copy");
    const content = copy && (await readStored(copy.sha256));
    const seen = Buffer.from(await new Response(content).arrayBuffer());
    const metadata = await sharp(seen).metadata();
    expect([metadata.format, metadata.exif, metadata.xmp, metadata.icc]).toEqual([
      "webp",
      undefined,
      undefined,
      undefined,
    ]);
    expect(seen.toString("latin1")).not.toContain("Máy ảnh mẫu");
    expect(await findPhotographFile(null, second?.id ?? "", "copy")).toBeNull();
    for (const who of [null, cast.representative]) expect(await findPhotographFile(who, id, "original")).toBeNull();
    expect(await findPhotographFile(front.lead, id, "original")).toMatchObject({ sha256: sha256(bytes) });
    expect(await choosePhotograph(front.second, visit, { number: 1, isPublic: false })).toMatchObject({
      code: "NOT_ALLOWED_FROM_STATE",
    });
  });

  test("that is none, is broken or comes from somebody else is refused and nothing is kept of it", async () => {
    const { code, unitId } = await field();
    const visit = must(await writeVisit(front.monitor, code, aVisit(front, unitId))).code;
    const pdf = await upload(Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"), "anh.pdf");
    const add = (original: typeof pdf, who = front.monitor) =>
      addPhotograph(who, visit, { original, ...WORDS, isPublic: true });
    expect(await add(pdf)).toMatchObject({ code: "IMAGE_TYPE", field: "file" });
    const whole = await aPicture();
    const cut = await upload(whole.subarray(0, whole.length / 2));
    expect(await add(cut)).toMatchObject({ code: "IMAGE_UNREADABLE", field: "file" });
    expect(await add(await upload(await aPicture()), cast.representative)).toMatchObject({ code: "NOT_A_MONITOR" });
    expect(await db().photograph.count({ where: { visit: { code: visit } } })).toBe(0);
  });
});

describe("an interview", () => {
  test("keeps no word without the consent to be recorded, and no name without that to be named", () => {
    const typed = { unitId: "x", onDay: "2026-11-02", withPost: "Tổ trưởng", language: "vi", summary: SAID, name: "" };
    const paths = (more: Record<string, string>) =>
      interviewSchema.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path[0]) ?? [];
    expect(paths({})).toEqual(["summary"]);
    expect(paths({ consentRecorded: "on", name: "Bà Mẫu" })).toEqual(["name"]);
    expect(paths({ consentRecorded: "on", consentNamed: "on", name: "Bà Mẫu" })).toEqual(["consentNamed"]);
    expect(paths({ consentRecorded: "on", consentQuoted: "on", consentNamed: "on", name: "Bà Mẫu" })).toEqual([]);
    expect(paths({ summary: "" })).toEqual([]);
  });

  test("is public where it may be quoted, under the name where that may be told, and never on the record", async () => {
    const { code, unitId } = await field();
    const take = (more: object) => takeInterview(front.monitor, code, { ...anInterview(unitId), ...more });
    const named = must(await take({ consentNamed: true, name: "Bà Nguyễn Thị Mẫu" })).code;
    const quoted = must(await take({})).code;
    const silent = must(await take({ consentQuoted: false })).code;
    await readAll(front, code);
    expect(await findInterview(null, named)).toBeNull();
    await publish(front, code);
    const work = await findFieldWork(null, { campaign: code });
    expect(work.interviews.map((one) => [one.code, one.name])).toEqual([
      [named, "Bà Nguyễn Thị Mẫu"],
      [quoted, null],
    ]);
    expect(work.silent).toBe(1);
    expect(await findInterview(null, silent)).toBeNull();
    expect(await db().recordEntry.count({ where: { payload: { contains: "Nguyễn Thị Mẫu" } } })).toBe(0);
    expect(await db().recordEntry.count({ where: { payload: { contains: SAID } } })).toBe(0);
    must(await withdrawConsent(front.second, named, { what: "NAME" }));
    expect(await findInterview(null, named)).toMatchObject({ name: null, summary: SAID });
    must(await withdrawConsent(front.lead, named, { what: "WORDS" }));
    expect(await withdrawConsent(front.lead, named, { what: "WORDS" })).toMatchObject({ code: "WITHDRAWN_ALREADY" });
    const tombstone = await findInterview(null, named);
    expect(tombstone).toMatchObject({ summary: "", withPost: "", wordsWithdrawnAt: expect.any(String) });
    expect((await db().interview.findUniqueOrThrow({ where: { code: named } })).summary).toBe("");
    expect(await withdrawConsent(cast.representative, quoted, { what: "WORDS" })).toMatchObject({
      code: "NOT_A_MONITOR",
    });
  });
});

describe("the database alone refuses", () => {
  test("minutes and photographs of others, and a change or a deletion of what is signed or published", async () => {
    const { code, unitId } = await field();
    const { id: campaignId } = await db().monitoringCampaign.findUniqueOrThrow({ where: { code } });
    const row = {
      code: "BB-2026-9999",
      campaignId,
      unitId,
      onDay: new Date("2026-11-02"),
      place: "Nhà máy",
      met: ["Giám đốc"],
    };
    const minutes = { ...row, seen: aVisit(front, unitId).seen, isPublic: true };
    const byOthers = db().fieldVisit.create({ data: { ...minutes, writtenById: cast.representative.personId } });
    await expect(byOthers).rejects.toThrow("NOT_A_MONITOR");
    const visit = must(await writeVisit(front.monitor, code, aVisit(front, unitId))).code;
    const original = await upload(await aPicture());
    must(await addPhotograph(front.monitor, visit, { original, ...WORDS, isPublic: true }));
    must(await signVisit(front.monitor, visit));
    const where = { code: visit };
    await expect(
      db().fieldVisit.update({ where, data: { seen: "Khác hẳn với điều đã ký trước đó." } }),
    ).rejects.toThrow("FROZEN field_visit");
    await expect(db().fieldVisit.delete({ where })).rejects.toThrow("permission denied");
    const presence = { where: { visit: { code: visit } } };
    await expect(db().fieldPresence.deleteMany(presence)).rejects.toThrow("FROZEN field_visit");
    must(await signVisit(front.second, visit));
    await readAll(front, code);
    await publish(front, code);
    const photo = await db().photograph.findFirstOrThrow({ where: { visit: { code: visit } } });
    const hide = db().photograph.update({ where: { id: photo.id }, data: { isPublic: false } });
    await expect(hide).rejects.toThrow("FROZEN photograph");
    const swap = db().photograph.update({ where: { id: photo.id }, data: { copySha256: photo.originalSha256 } });
    await expect(swap).rejects.toThrow("permission denied");
    await expect(db().photograph.delete({ where: { id: photo.id } })).rejects.toThrow("permission denied");
  });

  test("words or a name beyond the consent, other words afterwards, and words that come back", async () => {
    const { code, unitId } = await field();
    const interview = must(await takeInterview(front.monitor, code, anInterview(unitId))).code;
    const where = { code: interview };
    await expect(db().interview.update({ where, data: { name: "Bà Mẫu" } })).rejects.toThrow();
    await expect(db().interview.update({ where, data: { summary: "Những lời khác hẳn lời đã ghi." } })).rejects.toThrow(
      "FROZEN interview",
    );
    must(await withdrawConsent(front.monitor, interview, { what: "WORDS" }));
    await expect(db().interview.update({ where, data: { summary: SAID } })).rejects.toThrow();
    await expect(db().interview.delete({ where })).rejects.toThrow("permission denied");
  });
});
