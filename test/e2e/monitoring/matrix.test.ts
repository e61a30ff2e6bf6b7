import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAccessToken } from "#app/domain/accounts/access-tokens/keep.server.ts";
import { type Actor, ROLES, type Role } from "#app/domain/accounts/actor.ts";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { listRefusedTries } from "#app/domain/monitoring/refusals/queries.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, db, openDatabase } from "#prisma/client.server.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { aPicture } from "#test/support/monitoring/field.ts";
import { aFront, aPlan, type Front, must } from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../app/domain/results/cast.ts";
import { fillCodes } from "./objects.ts";
import { ANSWERS, API_TRIES, campaign, codes, KEPT, TEXT, TRIES } from "./tries.ts";

/** Everybody but the Front: every other role, in the monitored body, and somebody of it without a role. */
const OTHERS: readonly Role[] = ROLES.filter((role) => role !== "MONITOR" && role !== "MONITOR_LEAD");
const WITHOUT_BODY: readonly Role[] = ["ADMIN", "AUDITOR"];

let portal: TestPortal;
let front: Front;
let cast: Cast;
let owner: pg.Client;
const people: [string, Actor, string][] = [];

beforeAll(async () => {
  portal = await startTestPortal();
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: portal.url }));
  openDatabase(portal.database.appUrl);
  chooseSessionCookie(portal.url);
  owner = new pg.Client({ connectionString: portal.database.ownerUrl });
  await owner.connect();
  front = await aFront();
  cast = await gather();
  await published(cast);
  await fillCodes(front, cast);
  for (const role of OTHERS) {
    const actor = await anActor(role, [role], WITHOUT_BODY.includes(role) ? undefined : cast.school);
    people.push([role, actor, await cookieOf(actor)]);
  }
  const nobody = await anActor("Không có vai trò");
  people.push(["nobody", nobody, await cookieOf(nobody)]);
}, 120_000);

afterAll(async () => {
  await owner?.end();
  await closeDatabase();
  await portal?.stop();
});

async function cookieOf(actor: Actor): Promise<string> {
  return (await openSession(actor.personId)).split(";")[0] ?? "";
}

/** A hash over every row of monitoring and of the clocks. */
async function checksum(): Promise<string> {
  const parts = KEPT.map(
    (table) => `(SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${table} t) AS ${table}`,
  );
  const { rows } = await owner.query(`SELECT ${parts.join(", ")}`);
  return JSON.stringify(rows[0]);
}

function send(cookie: string, path: string, fields: Record<string, string>): Promise<Response> {
  const headers = { Cookie: cookie, Origin: portal.url, "Content-Type": "application/x-www-form-urlencoded" };
  return fetch(portal.url + path, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(fields) });
}

describe("no role of a monitored body, no administrator and no moderator can", () => {
  test.each(TRIES)(
    "%s: a 403, nothing changed, and a security event that the Front reads",
    async (_what, path, fields) => {
      const before = await checksum();
      for (const [name, actor, cookie] of people) {
        const events = { where: { personId: actor.personId } };
        const known = await db().securityEvent.count(events);
        const answer = await send(cookie, path(), fields());
        expect([name, answer.status]).toEqual([name, 403]);
        expect([name, await db().securityEvent.count(events)]).toEqual([name, known + 1]);
      }
      expect(await checksum()).toBe(before);
      const read = await listRefusedTries(front.monitor, people.length);
      expect(read.map(({ reason }) => reason)).toEqual(people.map(() => "NOT_A_MONITOR"));
    },
  );
});

/** Everybody but a representative of the monitored body: in its other roles, of other bodies, and the Front itself. */
async function allOthers(): Promise<[string, Actor, string][]> {
  const stranger = await anActor("Đại diện nơi khác", ["PARTY_REP"], front.body);
  const more = await Promise.all(
    [["stranger", stranger] as const, ["monitor", front.monitor] as const].map(
      async ([name, actor]): Promise<[string, Actor, string]> => [name, actor, await cookieOf(actor)],
    ),
  );
  return [...people.filter(([name]) => name !== "PARTY_REP"), ...more];
}

describe("in the name of the monitored body nobody but its representative can", () => {
  test.each(ANSWERS)("%s: a 403, nothing changed, and a security event", async (_what, path, fields) => {
    const others = await allOthers();
    const before = await checksum();
    for (const [name, actor, cookie] of others) {
      const events = { where: { personId: actor.personId, reason: "NOT_THE_MONITORED_BODY" } };
      const known = await db().securityEvent.count(events);
      expect([name, (await send(cookie, path(), fields())).status]).toEqual([name, 403]);
      expect([name, await db().securityEvent.count(events)]).toEqual([name, known + 1]);
    }
    expect(await checksum()).toBe(before);
  });
});

test.each(API_TRIES)(
  "a program with the token of any of them is refused at %s: nothing changed, and a security event",
  async (path, fields) => {
    const before = await checksum();
    for (const [name, actor] of people) {
      const input = { tokenName: "Chương trình", scopes: ["findings:write" as const], days: 30 };
      const { secret } = must(await makeAccessToken(actor, input));
      const known = await db().securityEvent.count({ where: { personId: actor.personId } });
      const key = { "Content-Type": "application/json", "Idempotency-Key": "key-0001" };
      const headers = { Authorization: `Bearer ${secret}`, ...key };
      const answer = await fetch(portal.url + path, { method: "POST", headers, body: JSON.stringify(fields()) });
      expect([name, answer.status]).toEqual([name, 403]);
      expect(await db().securityEvent.count({ where: { personId: actor.personId } })).toBe(known + 1);
    }
    expect(await checksum()).toBe(before);
  },
);

test("what is not public yet is a 404 for each of them, as what does not exist", async () => {
  const hidden = [
    `/vi/monitoring/campaigns/${codes.plan}`,
    `/vi/monitoring/findings/${codes.draft}`,
    `/vi/monitoring/findings/${codes.checked}`,
    `/vi/monitoring/campaigns/${codes.field}/report`,
    `/vi/monitoring/campaigns/${codes.field}/report/1.pdf`,
    `/vi/monitoring/assessments/${codes.unit}`,
    `/vi/monitoring/visits/${codes.visit}`,
    `/vi/monitoring/interviews/${codes.interview}`,
    `/vi/monitoring/campaigns/${codes.field}/field-work`,
    `/vi/monitoring/opinion/${codes.signal}`,
    "/vi/monitoring/findings/PH-2026-9999",
  ];
  for (const [name, , cookie] of people)
    for (const path of hidden) {
      const answer = await fetch(portal.url + path, { headers: { Cookie: cookie } });
      expect([name, path, answer.status]).toEqual([name, path, 404]);
    }
});

describe("in the factual check", () => {
  const path = () => `/vi/monitoring/findings/${codes.checked}/factual-check`;
  const said = { facts: "NOT_CORRECT", text: TEXT };

  test("nobody but the body reads or comments: a 404, a 403, and a security event that the Front reads", async () => {
    const before = await checksum();
    for (const [name, actor, cookie] of await allOthers()) {
      const read = await fetch(portal.url + path(), { headers: { Cookie: cookie } });
      expect([name, read.status]).toEqual([name, 404]);
      const events = { where: { personId: actor.personId, act: "finding.comment" } };
      expect([name, (await send(cookie, path(), said)).status]).toEqual([name, 403]);
      expect([name, await db().securityEvent.count(events)]).toEqual([name, 1]);
    }
    expect(await checksum()).toBe(before);
    expect((await listRefusedTries(front.monitor, 1))[0]).toMatchObject({ reason: "NOT_THE_MONITORED_BODY" });
  });

  test("a representative reads its own finding alone, comments once, and what was typed stays where it is short", async () => {
    const [, , cookie] = people.find(([name]) => name === "PARTY_REP") ?? ["", front.lead, ""];
    const read = await fetch(portal.url + path(), { headers: { Cookie: cookie } });
    expect([read.status, read.headers.get("cache-control")]).toEqual([200, expect.stringContaining("private")]);
    const short = await send(cookie, path(), { facts: "NOT_CORRECT", text: "Chưa đúng ạ" });
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining("Chưa đúng ạ")]);
    const own = await fetch(`${portal.url}/vi/monitoring/campaigns/${codes.round}`, { headers: { Cookie: cookie } });
    expect(await own.text()).toContain(path());
    const open = await fetch(`${portal.url}/vi/monitoring/campaigns/${codes.round}`);
    expect(await open.text()).not.toContain(codes.checked);
    const seen = await send(cookie, path(), said);
    expect(seen.status).toBe(409); // this one's profile names no post
  });
});

describe("in the public comment", () => {
  const path = () => campaign(codes.laid, "public-comment");
  const read = async (end: string, cookie = "") => {
    const answer = await fetch(portal.url + end, { headers: cookie ? { Cookie: cookie } : {} });
    return { status: answer.status, text: await answer.text() };
  };

  test("everybody reads the draft, members comment, and what waits is on no page but the Front's", async () => {
    const anybody = await read(path());
    expect(anybody.status).toBe(200);
    expect(anybody.text).toContain("Đoàn đã xem các hồ sơ trong mẫu");
    expect(anybody.text).not.toContain(codes.comment);
    const [, , cookie] = people.find(([name]) => name === "PARTY_REP") ?? ["", front.lead, ""];
    const words = { about: "", language: "vi", text: "Ngắn" };
    const short = await send(cookie, path(), words);
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining("Ngắn")]);
    const text = "Chúng tôi đã trả lời trong hạn, có công văn kèm theo.";
    expect((await send(cookie, path(), { ...words, text })).status).toBe(303);
    expect((await send(cookie, path(), { ...words, text })).status).toBe(409);
    expect((await read(path(), cookie)).text).toContain(text);
    expect((await read(path())).text).not.toContain(text);
    const desk = `${path()}/desk`;
    expect((await read(desk, cookie)).status).toBe(403);
    const front1 = await read(desk, await cookieOf(front.monitor));
    expect(front1.text).toContain("Người của bên được giám sát");
    expect(front1.text).toContain(text);
  });

  test("the Front keeps and answers by its forms; a withholding without its ground comes back with what was typed", async () => {
    const cookie = await cookieOf(front.monitor);
    const desk = `${path()}/desk`;
    const bare = await send(cookie, desk, { intent: "rule", comment: codes.comment, ruling: "WITHHOLD", reason: TEXT });
    expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining(TEXT)]);
    expect((await send(cookie, desk, { intent: "rule", comment: codes.comment, ruling: "KEEP" })).status).toBe(303);
    const answer = { intent: "answer", comments: codes.comment, outcome: "NOTED", text: "Đã ghi nhận ý kiến này." };
    expect((await send(cookie, desk, answer)).status).toBe(303);
    const shown = await read(path());
    expect(shown.text).toContain(codes.comment);
    expect(shown.text).toContain("Đã ghi nhận ý kiến này.");
    const strange = await send(cookie, desk, { ...answer, comments: "GY-2026-9999" });
    expect(strange.status).toBe(409);
    expect((await read(campaign("DG-2026-9999", "public-comment"))).status).toBe(404);
    expect((await read(campaign(codes.field, "public-comment"))).status).toBe(404);
  });
});

test("the team writes minutes, adds a photograph and signs by its forms; the original is downloaded by its own body alone", async () => {
  const cookie = await cookieOf(front.monitor);
  const fresh = campaign(codes.field, "visits/new");
  const typed = { unitId: codes.unit, onDay: "02/11/2026", place: "Nhà máy số 1", met: "Giám đốc\nTổ trưởng" };
  const lists = { present: front.monitor.personId, language: "vi", isPublic: "on" };
  const short = await send(cookie, fresh, { ...typed, ...lists, seen: "Ngắn quá" });
  expect([short.status, await short.text()]).toEqual([422, expect.stringContaining("Ngắn quá")]);
  const made = await send(cookie, fresh, { ...typed, ...lists, seen: TEXT });
  const visit = made.headers.get("location") ?? "";
  expect([made.status, visit]).toEqual([303, expect.stringMatching(/^\/vi\/monitoring\/visits\/BB-/)]);
  const body = new FormData();
  const said = { takenOn: "02/11/2026", caption: "Máy đang chạy", alt: "Một máy lớn", language: "vi", isPublic: "on" };
  for (const [name, value] of Object.entries(said)) body.set(name, value);
  body.set("file", new Blob([new Uint8Array(await aPicture())]), "anh.jpg");
  const headers = { Cookie: cookie, Origin: portal.url };
  const added = await fetch(`${portal.url}${visit}/photographs`, { method: "POST", redirect: "manual", headers, body });
  expect(added.status).toBe(303);
  const page = await (await fetch(portal.url + visit, { headers })).text();
  const photo = /\/vi\/monitoring\/photographs\/[0-9a-f-]{36}/.exec(page)?.[0] ?? "";
  const copy = await fetch(`${portal.url}${photo}/copy`, { headers });
  expect([copy.status, copy.headers.get("content-type"), copy.headers.get("cache-control")]).toEqual([
    200,
    "image/webp",
    "private, no-store",
  ]);
  expect((await fetch(`${portal.url}${photo}/original`, { headers })).headers.get("content-disposition")).toContain(
    "attachment",
  );
  for (const [name, , theirs] of people)
    for (const which of ["copy", "original"]) {
      const answer = await fetch(`${portal.url}${photo}/${which}`, { headers: { Cookie: theirs } });
      expect([name, which, answer.status]).toEqual([name, which, 404]);
    }
  expect((await send(cookie, visit, { intent: "sign" })).status).toBe(303);
  expect((await send(cookie, `${visit}/edit`, { ...typed, ...lists, seen: TEXT })).status).toBe(409);
});

test("the pages of the Front offer an act to who may do it alone", async () => {
  const read = async (actor: Actor, path: string) => {
    const answer = await fetch(portal.url + path, { headers: { Cookie: await cookieOf(actor) } });
    return { status: answer.status, text: await answer.text() };
  };
  const fresh = campaign(codes.field, "findings/new");
  expect([(await read(front.monitor, fresh)).status, (await read(front.lead, fresh)).status]).toEqual([200, 404]);
  const manage = campaign(codes.field);
  expect((await read(front.monitor, manage)).text).toContain(fresh);
  expect((await read(front.lead, manage)).text).not.toContain(fresh);
  const { code } = must(await planCampaign(front.lead, aPlan(front.body)));
  expect((await read(front.lead, campaign(code))).text).not.toContain('value="move"');
  expect((await read(front.lead, campaign(codes.plan))).text).toContain('value="move"');
});

test("the refused tries are read by the Front and the auditor alone", async () => {
  const path = `${portal.url}/vi/monitoring/refused-tries`;
  const monitor = await fetch(path, { headers: { Cookie: await cookieOf(front.monitor) } });
  expect(monitor.status).toBe(200);
  expect(await monitor.text()).toContain("finding.delete");
  for (const [name, , cookie] of people) {
    const answer = await fetch(path, { headers: { Cookie: cookie } });
    expect([name, answer.status]).toEqual([name, name === "AUDITOR" ? 200 : 403]);
  }
});
