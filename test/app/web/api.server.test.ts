import { expect, test } from "vitest";
import { z } from "zod";
import { apiAction, apiLoader, onlyBy, parseQuery } from "#app/web/api.server.ts";
import { Problem } from "#app/web/problem.server.ts";

const context = { requestId: "r-1", clientAddress: "192.0.2.1", nonce: "" };

function args(request: Request) {
  return { request, params: {}, context };
}

function post(body: BodyInit, type = "application/json") {
  return args(new Request("http://portal/api", { method: "POST", body, headers: { "Content-Type": type } }));
}

const echo = apiAction(z.strictObject({ total: z.string() }), async ({ total }) => ({ total: BigInt(total) }));

test("a read carries an ETag, may be kept, and is open to any origin; asked again with the ETag it answers 304", async () => {
  const load = apiLoader(async () => ({ amountVnd: 9_007_199_254_740_993n, at: new Date(0) }));
  const first = await load(args(new Request("http://portal/api")));
  expect(await first.json()).toEqual({ amountVnd: "9007199254740993", at: "1970-01-01T00:00:00.000Z" });
  expect(first.headers.get("Cache-Control")).toBe("public, max-age=30");
  expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
  const etag = first.headers.get("ETag") ?? "";
  for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const again = await load(args(new Request("http://portal/api", { headers: { "If-None-Match": sent } })));
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
});

test("input that is wrong is answered place by place", async () => {
  const load = apiLoader(async ({ url }) => parseQuery(url, z.object({ limit: z.coerce.number().int().max(100) })));
  const answer = await load(args(new Request("http://portal/api?limit=200")));
  expect(answer.status).toBe(422);
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  expect(await answer.json()).toMatchObject({
    type: "urn:ba-nha:problem:INVALID_INPUT",
    status: 422,
    requestId: "r-1",
    errors: [{ path: "limit", code: "too_big" }],
  });
});

test("a body that is no JSON, of another type, too large or not as asked is refused with the right status", async () => {
  expect((await echo(post("{"))).status).toBe(400);
  expect((await echo(post(new Uint8Array([0x22, 0xff, 0x22])))).status).toBe(400);
  expect((await echo(post("{}", "text/plain"))).status).toBe(415);
  expect((await echo(post(`"${"a".repeat(1_000_001)}"`))).status).toBe(413);
  expect((await echo(post('{"total":1}'))).status).toBe(422);
  expect((await echo(post('{"total":"1","__proto__":{}}'))).status).toBe(422);
  const fine = await echo(post('{"total":"18"}', "application/json; charset=utf-8"));
  expect([fine.status, await fine.json(), fine.headers.get("Cache-Control")]).toEqual([
    200,
    { total: "18" },
    "no-store",
  ]);
});

test("a named problem keeps its name, a bug tells nothing of itself", async () => {
  const named = apiLoader(async () => {
    throw new Problem(404, { code: "NO_AGREEMENT_IN_FORCE" });
  });
  expect(await (await named(args(new Request("http://portal/api")))).json()).toMatchObject({
    status: 404,
    code: "NO_AGREEMENT_IN_FORCE",
  });
  const broken = apiLoader(async () => {
    throw new Error("secret");
  });
  const answer = await broken(args(new Request("http://portal/api")));
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain("secret");
  const away = apiLoader(async () => {
    throw Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  });
  const outage = await away(args(new Request("http://portal/api")));
  expect([outage.status, outage.headers.get("Retry-After")]).toEqual([503, "30"]);
});

test("a route that is read only says so", async () => {
  const refused = await onlyBy("GET")(post("{}"));
  expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
});
