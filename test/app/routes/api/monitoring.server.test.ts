import { beforeAll, describe, expect, test } from "vitest";
import { makeAccessToken, revokeAccessToken } from "#app/domain/accounts/access-tokens/keep.server.ts";
import { listAccessTokens } from "#app/domain/accounts/access-tokens/queries.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import * as campaign from "#app/routes/api/monitoring/campaign.ts";
import * as campaigns from "#app/routes/api/monitoring/campaigns.ts";
import * as finding from "#app/routes/api/monitoring/finding.ts";
import * as findings from "#app/routes/api/monitoring/findings.ts";
import * as recommendation from "#app/routes/api/monitoring/recommendation.ts";
import * as recommendations from "#app/routes/api/monitoring/recommendations.ts";
import * as findingsCsv from "#app/routes/monitoring/exports/findings-csv.ts";
import * as lines from "#app/routes/record/json-lines.ts";
import { listCampaigns, readCampaign } from "#app/web/api/monitoring/campaigns.ts";
import { listFindings, readFinding, writeFinding } from "#app/web/api/monitoring/findings.ts";
import { listRecommendations, readRecommendation } from "#app/web/api/monitoring/recommendations.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { expectDeclared, get } from "#test/support/api-call.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { aFront, confirmed, type Front, inField, must, publishedCampaign } from "#test/support/monitoring/front.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { type Cast, gather, published } from "../../domain/results/cast.ts";

withTestDatabase();

const TEXT = "Một đoạn văn đủ dài để qua được mọi kiểm tra của biểu mẫu này.";
let front: Front;
let cast: Cast;
let open: Awaited<ReturnType<typeof publishedCampaign>>;
let hidden: Awaited<ReturnType<typeof confirmed>>;
let field: string;

beforeAll(async () => {
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: "https://ba-nha.example" }));
  front = await aFront();
  cast = await gather();
  await published(cast);
  open = await publishedCampaign(front, cast.school, { completion: "LIMITED", selfCompletion: "COMPLETE" });
  field = await inField(front, 1);
  hidden = await confirmed(front, field, cast.school);
}, 60_000);

async function codes(route: typeof findings | typeof recommendations, query: string): Promise<string[]> {
  const { body } = await get(route, `/x?${query}`);
  return listFindings.answer
    .or(listRecommendations.answer)
    .parse(body)
    .items.map((one) => one.code);
}

describe("what programs read of monitoring", () => {
  test("is what is published, whole and as declared; of a draft there is nothing", async () => {
    const { body: list } = await get(campaigns, "/x");
    expectDeclared(listCampaigns, list);
    expect(
      listCampaigns.answer
        .parse(list)
        .items.map(({ code }) => code)
        .sort(),
    ).toEqual([open.code, field].sort());
    const { body: whole } = await get(campaign, "/x", { params: { code: open.code } });
    expectDeclared(readCampaign, whole);
    expect(whole).toMatchObject({
      findings: [open.finding],
      recommendations: [open.recommendation],
      assessments: [{ gap: 2, verified: { completion: "LIMITED" }, selfReported: { completion: "COMPLETE" } }],
    });
    expect((await get(campaign, "/x", { params: { code: field } })).body).toMatchObject({
      findings: [],
      assessments: [],
    });
    const { body: found } = await get(finding, "/x", { params: { code: open.finding } });
    expectDeclared(readFinding, found);
    expect(found).toMatchObject({ addressees: [{ house: "SCHOOL" }], recommendations: [open.recommendation] });
    const { body: asked } = await get(recommendation, "/x", { params: { code: open.recommendation } });
    expectDeclared(readRecommendation, asked);
    expect(asked).toMatchObject({ status: "OPEN", progress: "NONE", overdue: false, answeredOn: null });
    for (const [route, code] of [
      [finding, hidden.finding],
      [recommendation, hidden.recommendation],
    ] as const)
      expect((await get(route, "/x", { params: { code } })).response.status).toBe(404);
    for (const name of [front.lead, front.monitor, front.second].map((actor) => actor.name ?? ""))
      expect(JSON.stringify([list, whole, found, asked])).not.toContain(name);
  });

  test("is narrowed by what is asked for, and answers 304 where nothing changed", async () => {
    const school = await db().organisation.findUniqueOrThrow({ where: { id: cast.school } });
    const addressee = `addressee=${school.scheme}-${encodeURIComponent(school.identifier)}`;
    expect(await codes(findings, `severity=MAJOR&campaign=${open.code}&${addressee}`)).toEqual([open.finding]);
    expect(await codes(findings, "addressee=VN-TIN-0")).toEqual([]);
    expect(await codes(recommendations, `${addressee}&status=OPEN&criticality=IMPORTANT&answered=false`)).toEqual([
      open.recommendation,
    ]);
    expect(await codes(recommendations, "overdue=true")).toEqual([]);
    expect((await get(recommendations, "/x?status=GONE")).response.status).toBe(422);
    const { response } = await get(findings, "/x");
    const headers = { "If-None-Match": response.headers.get("ETag") ?? "" };
    expect((await get(findings, "/x", { headers })).response.status).toBe(304);
  });

  test("as files: CSV with one line a finding, and the record as a line an entry, each without the draft", async () => {
    const csv = await textOf(findingsCsv);
    expect(
      csv
        .trim()
        .split("\r\n")
        .filter((line) => /^PH-/.test(line)),
    ).toHaveLength(1);
    const record = (await textOf(lines))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(record).toContainEqual(expect.objectContaining({ kind: "finding.published" }));
    expect(csv + JSON.stringify(record)).not.toContain(hidden.finding);
  });
});

async function textOf(route: { loader: (args: ReturnType<typeof pageArgs>) => Promise<Response> }): Promise<string> {
  return (await route.loader(pageArgs("/vi/x", null))).text();
}

describe("a program that writes a finding", () => {
  const draft = () => ({
    ...{ campaign: field, title: "Phát hiện gửi từ máy tính bảng", unitId: "", severity: "MINOR" },
    ...{ criteria: TEXT, condition: TEXT, cause: TEXT, effect: TEXT },
    evidence: [{ title: "Biên bản", reference: "BB-02", grade: "B" }],
  });

  async function tokenOf(actor: Actor): Promise<string> {
    const input = { tokenName: "Máy tính bảng", scopes: ["findings:write" as const], days: 30 };
    return must(await makeAccessToken(actor, input)).secret;
  }

  async function send(token: string, body: unknown, key = "key-00000001") {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}`, "Idempotency-Key": key };
    const url = "https://ba-nha.example/api/v1/monitoring/findings";
    const request = new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
    const context = { requestId: "r", clientAddress: "192.0.2.9", nonce: "" };
    const response = await findings.action({ request, params: {}, context });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }

  test("gets a code, the same for the same key, and no second finding", async () => {
    const token = await tokenOf(front.monitor);
    const one = await send(token, draft());
    expectDeclared(writeFinding, one.body);
    expect((await send(token, draft())).body).toEqual(one.body);
    expect(await db().finding.count({ where: { title: draft().title } })).toBe(1);
    expect(await send(token, { ...draft(), severity: "MAJOR" })).toMatchObject({
      status: 409,
      body: { code: "IDEMPOTENCY_KEY_REUSED" },
    });
  });

  test("is refused as the form is: at its place, by the rules, and to whoever is no monitor with a security event", async () => {
    const token = await tokenOf(front.monitor);
    const short = await send(token, { ...draft(), cause: "ngắn" }, "key-00000002");
    expect(short).toMatchObject({ status: 422, body: { errors: [{ path: "cause", code: "too_short" }] } });
    expect(await send(token, { ...draft(), colour: "red" }, "key-00000003")).toMatchObject({ status: 422 });
    const elsewhere = { ...draft(), campaign: open.code };
    expect(await send(token, elsewhere, "key-00000004")).toMatchObject({ body: { code: "NOT_ALLOWED_FROM_STATE" } });
    const lead = await send(await tokenOf(front.lead), draft(), "key-00000005");
    expect(lead).toMatchObject({ status: 403, body: { code: "NOT_ON_THE_TEAM" } });
    const outsider = await anActor("Đại diện", ["PARTY_REP"], cast.school);
    expect(await send(await tokenOf(outsider), { campaign: field })).toMatchObject({ status: 403 });
    expect(await db().securityEvent.findFirst({ where: { personId: outsider.personId } })).toMatchObject({
      act: "finding.draft",
      subjectCode: field,
      reason: "NOT_A_MONITOR",
    });
  });

  test("needs a token in force: none, a wrong one and one that was ended are a 401", async () => {
    const token = await tokenOf(front.second);
    const [own] = await listAccessTokens(front.second.personId);
    expect(own).toMatchObject({ name: "Máy tính bảng", lastUsedAt: null });
    expect((await send("x".repeat(43), draft())).status).toBe(401);
    expect((await send(token, draft(), "short")).status).toBe(400);
    await revokeAccessToken(front.monitor, own?.id ?? "");
    expect((await send(token, draft(), "key-00000006")).status).toBe(200);
    await revokeAccessToken(front.second, own?.id ?? "");
    expect((await send(token, draft(), "key-00000007")).status).toBe(401);
  });
});
