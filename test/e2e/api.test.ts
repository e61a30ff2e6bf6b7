import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

describe("the API over HTTP", () => {
  let portal: TestPortal;
  let api: string;

  beforeAll(async () => {
    portal = await startTestPortal();
    api = `${portal.url}/api/v1`;
  });
  afterAll(() => portal?.stop());

  function simulate(kind: string, body: string, type = "application/json"): Promise<Response> {
    return fetch(`${api}/simulations/${kind}`, { method: "POST", headers: { "Content-Type": type }, body });
  }

  test("every read that needs nothing to be named answers, open to any origin, and is not sent twice", async () => {
    const description: { paths: Record<string, { get?: { parameters?: { required?: boolean }[] } }> } = await (
      await fetch(`${api}/openapi.json`)
    ).json();
    const reads = Object.entries(description.paths).flatMap(([path, { get }]) =>
      get && !path.includes("{") && !get.parameters?.some(({ required }) => required) ? [path] : [],
    );
    expect(reads.length).toBeGreaterThanOrEqual(8);
    for (const path of reads) {
      const answer = await fetch(api + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(answer.headers.get("Cache-Control")).toMatch(/^public, max-age=\d+$/);
      const etag = answer.headers.get("ETag") ?? "";
      const again = await fetch(api + path, { headers: { "If-None-Match": etag } });
      expect([path, again.status, await again.text()]).toEqual([path, 304, ""]);
      expect([path, (await fetch(api + path, { method: "HEAD" })).status]).toEqual([path, 200]);
    }
  });

  test("a browser elsewhere may read, and may send nothing", async () => {
    const asked = { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "GET" };
    const preflight = await fetch(`${api}/results`, { method: "OPTIONS", headers: asked });
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Methods")]).toEqual([204, "GET, HEAD"]);
    const sent = await simulate("amount", '{"text":"1 tỷ"}');
    expect([sent.status, sent.headers.get("Access-Control-Allow-Origin")]).toEqual([200, null]);
  });

  test("calculations answer as the cases say", async () => {
    const parts = await simulate("allocation", '{"total":"1000000007","weightsPpm":[400000,350000,250000]}');
    expect(await parts.json()).toEqual({ parts: ["400000003", "350000002", "250000002"] });
    expect(await (await simulate("amount", '{"text":"16.716,074 tỷ đồng"}')).json()).toEqual({ vnd: "16716074000000" });
  });

  test.each([
    ["a body of another type", () => simulate("amount", "x", "text/plain"), 415],
    ["a body that is no JSON", () => simulate("amount", "{"), 400],
    ["a body that is too large", () => simulate("amount", `"${"a".repeat(1_000_001)}"`), 413],
    ["an unknown kind", () => simulate("horoscope", "{}"), 404],
    ["another method", () => fetch(`${api}/results`, { method: "DELETE" }), 405],
    ["an address that nothing answers", () => fetch(`${api}/nothing/here`), 404],
    ["an address that holds NUL", () => fetch(`${api}/results/%00`), 400],
  ])("%s is a problem that names its request", async (_what, send, status) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status, requestId: answer.headers.get("X-Request-Id") });
  });
});
