import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, ROLES, type Role } from "#app/domain/accounts/actor.ts";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { listRefusedTries } from "#app/domain/monitoring/refusals/queries.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, db, openDatabase } from "#prisma/client.server.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import {
  aFront,
  aPlan,
  confirmed,
  type Front,
  inField,
  move,
  must,
  planned,
  publishedCampaign,
  readAll,
} from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../app/domain/results/cast.ts";

/** Everybody but the Front: every other role, in the monitored body, and somebody of it without a role. */
const OTHERS: readonly Role[] = ROLES.filter((role) => role !== "MONITOR" && role !== "MONITOR_LEAD");
const WITHOUT_BODY: readonly Role[] = ["ADMIN", "AUDITOR"];
const TEXT = "Một đoạn văn đủ dài để qua được mọi kiểm tra của biểu mẫu này.";

let portal: TestPortal;
let front: Front;
let cast: Cast;
let owner: pg.Client;
const codes = {
  plan: "",
  field: "",
  unit: "",
  draft: "",
  finding: "",
  recommendation: "",
  published: "",
  round: "",
  checked: "",
};
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
  codes.plan = await planned(front);
  codes.field = await inField(front, 1);
  codes.unit = (await db().sampleUnit.findFirstOrThrow({ where: { drawn: 1 } })).id;
  codes.draft = (await confirmed(front, codes.field, cast.school)).finding;
  const done = await publishedCampaign(front, cast.school);
  Object.assign(codes, { finding: done.finding, recommendation: done.recommendation, published: done.code });
  codes.round = await inField(front, 1);
  await readAll(front, codes.round);
  codes.checked = (await confirmed(front, codes.round, cast.school)).finding;
  for (const to of ["DRAFT_REPORT", "FACTUAL_CHECK"] as const) must(await move(front.lead, codes.round, to));
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

type Try = [what: string, path: () => string, fields: Record<string, string>];

const APPROVAL = { approvalNumber: "1/QĐ", approvedOn: "01/11/2026" };
const CODING = { verifiable: "YES", potential: "MODEST", completion: "LIMITED", earlyResults: "MODERATE" };
const EVIDENCE = { "evidence[0].title": "Biên bản", "evidence[0].grade": "A" };
const FINDING = {
  title: "Một phát hiện",
  criteria: TEXT,
  condition: TEXT,
  cause: TEXT,
  effect: TEXT,
  severity: "MINOR",
};
function campaign(code: string, end = "manage"): string {
  return `/vi/monitoring/campaigns/${code}/${end}`;
}

/** Every act that makes, alters, hides or delays a monitoring object. */
const TRIES: readonly Try[] = [
  ["plan a campaign", () => campaign("new", "").slice(0, -1), { title_vi: TEXT }],
  ["change a plan", () => campaign(codes.plan, "edit"), { title_vi: TEXT }],
  ["approve a campaign", () => campaign(codes.plan), { intent: "move", to: "APPROVED", ...APPROVAL }],
  ["move a campaign", () => campaign(codes.field), { intent: "move", to: "DRAFT_REPORT" }],
  ["close a campaign", () => campaign(codes.published), { intent: "move", to: "CLOSED" }],
  ["join the team", () => campaign(codes.plan), { intent: "team", email: "a@b.vn", post: "Trưởng", declaration: TEXT }],
  [
    "send somebody away",
    () => campaign(codes.field),
    { intent: "leave", person: "00000000-0000-0000-0000-000000000000" },
  ],
  ["freeze a population", () => campaign(codes.plan), { intent: "population", subjectType: "RESULT" }],
  ["draw a sample", () => campaign(codes.plan), { intent: "draw", number: "1", method: "SIMPLE", size: "1" }],
  [
    "code a subject",
    () => `/vi/monitoring/assessments/${codes.unit}`,
    { intent: "read", ...CODING, rationale: TEXT, ...EVIDENCE },
  ],
  [
    "settle a subject",
    () => `/vi/monitoring/assessments/${codes.unit}`,
    { intent: "settle", ...CODING, resolution: TEXT },
  ],
  ["write a finding", () => campaign(codes.field, "findings/new"), { ...FINDING, ...EVIDENCE }],
  ["second a finding", () => `/vi/monitoring/findings/${codes.draft}`, { intent: "second", secondNote: TEXT }],
  ["confirm a finding", () => `/vi/monitoring/findings/${codes.draft}`, { intent: "confirm" }],
  ["open a factual check", () => campaign(codes.field), { intent: "move", to: "FACTUAL_CHECK" }],
  ["end a factual check", () => campaign(codes.round), { intent: "move", to: "PUBLIC_COMMENT" }],
  [
    "answer a comment on facts",
    () => `/vi/monitoring/findings/${codes.checked}`,
    { intent: "answer", organisationId: "00000000-0000-0000-0000-000000000000", verdict: "NOT_ACCEPTED", reason: TEXT },
  ],
  ["correct a finding", () => `/vi/monitoring/findings/${codes.finding}`, { intent: "erratum", erratum: TEXT }],
  [
    "recommend",
    () => `/vi/monitoring/findings/${codes.draft}`,
    { intent: "recommend", text: TEXT, criticality: "CRITICAL", dueOn: "01/06/2030" },
  ],
  [
    "close a recommendation",
    () => `/vi/monitoring/recommendations/${codes.recommendation}`,
    { intent: "follow-up", onDay: "01/11/2026", note: TEXT, verdict: "CLOSED_IMPLEMENTED", ...EVIDENCE },
  ],
  ["do what no form does", () => `/vi/monitoring/findings/${codes.finding}`, { intent: "delete" }],
];

const KEPT = [
  ...["monitoring_campaign", "campaign_step", "campaign_member", "campaign_sample", "sample_unit", "assessment"],
  ...["assessment_reading", "gap_explanation", "finding", "finding_erratum", "recommendation", "campaign_report"],
  ...["factual_check", "factual_comment", "factual_answer"],
  ...[
    "recommendation_response",
    "progress_step",
    "follow_up",
    "obligation",
    "obligation_pause",
    "obligation_extension",
  ],
];

/** A hash over every row of monitoring and of the clocks. */
async function checksum(): Promise<string> {
  const parts = await Promise.all(
    KEPT.map(async (table) => {
      const { rows } = await owner.query(
        `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${table} t`,
      );
      return `${table} ${rows[0].sum}`;
    }),
  );
  return parts.join("\n");
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
        const answer = await send(cookie, path(), fields);
        expect([name, answer.status]).toEqual([name, 403]);
        expect([name, await db().securityEvent.count(events)]).toEqual([name, known + 1]);
      }
      expect(await checksum()).toBe(before);
      const read = await listRefusedTries(front.monitor, people.length);
      expect(read.map(({ reason }) => reason)).toEqual(people.map(() => "NOT_A_MONITOR"));
    },
  );
});

test("what is not public yet is a 404 for each of them, as what does not exist", async () => {
  const hidden = [
    `/vi/monitoring/campaigns/${codes.plan}`,
    `/vi/monitoring/findings/${codes.draft}`,
    `/vi/monitoring/findings/${codes.checked}`,
    `/vi/monitoring/campaigns/${codes.field}/report`,
    `/vi/monitoring/campaigns/${codes.field}/report/1.pdf`,
    `/vi/monitoring/assessments/${codes.unit}`,
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
  /** Everybody but a representative of the body that the finding is about: of that body in other roles, of others, the Front. */
  async function others(): Promise<[string, Actor, string][]> {
    const stranger = await anActor("Đại diện nơi khác", ["PARTY_REP"], front.body);
    const more: [string, Actor][] = [
      ["stranger", stranger],
      ["monitor", front.monitor],
    ];
    const withCookies = more.map(
      async ([name, actor]): Promise<[string, Actor, string]> => [name, actor, await cookieOf(actor)],
    );
    return [...people.filter(([name]) => name !== "PARTY_REP"), ...(await Promise.all(withCookies))];
  }

  test("nobody but the body reads or comments: a 404, a 403, and a security event that the Front reads", async () => {
    const before = await checksum();
    for (const [name, actor, cookie] of await others()) {
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
