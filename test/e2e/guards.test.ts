import { request } from "node:http";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

let portal: TestPortal;

beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(async () => portal?.stop());

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

/** Sends exactly what is asked: `fetch` would put many of these right. */
function send({
  method = "GET",
  path = "/vi",
  headers = {},
  body,
}: Sent): Promise<{ status: number; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(portal.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, setHost: !("Host" in headers) }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

test.each<[string, number, Sent]>([
  ["TRACE", 405, { method: "TRACE" }],
  ["PUT", 405, { method: "PUT", body: "a" }],
  ["a host that is not ours", 421, { headers: { Host: "elsewhere.example" } }],
  ["a host that is none", 421, { headers: { Host: "a b" } }],
  ["an address that does not decode", 400, { path: "/vi/%ff" }],
  ["NUL in an address", 400, { path: "/vi?q=%00" }],
  ["an address without end", 400, { path: `/vi?q=${"a".repeat(5_000)}` }],
  [
    "a form without a length",
    411,
    { method: "POST", headers: { ...FORM, "Transfer-Encoding": "chunked" }, body: "a=b" },
  ],
  ["a form that is too long", 413, { method: "POST", headers: { ...FORM, "Content-Length": "9000000" } }],
  ["a form of a strange type", 415, { method: "POST", headers: { "Content-Type": "text/weird" }, body: "a" }],
  [
    "a form from elsewhere",
    403,
    { method: "POST", headers: { ...FORM, Origin: "https://elsewhere.example" }, body: "a=b" },
  ],
  ["a page that does not exist", 404, { path: "/vi/nowhere" }],
  ["a language that does not exist", 404, { path: "/de/initiatives" }],
  ["another page's data by its route", 403, { path: "/vi/initiatives?_data=nope" }],
  ["the manifest of lazy routes", 404, { path: "/__manifest?p=/vi" }],
  ["a source map", 404, { path: "/assets/root.js.map" }],
  ["a hidden file", 404, { path: "/.env" }],
])("%s is answered %i, with the headers of every answer", async (_title, status, sent) => {
  const answer = await send(sent);
  expect(answer.status).toBe(status);
  expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers["content-security-policy"]).toContain("object-src 'none'");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers["x-powered-by"]).toBeUndefined();
});

test("a forged host or protocol of a proxy changes nothing", async () => {
  const answer = await send({ headers: { "X-Forwarded-Host": "elsewhere.example", "X-Forwarded-Proto": "https" } });
  expect(answer.status).toBe(200);
});

test("the entrance leads to the reader's language, Vietnamese by default", async () => {
  const to = async (languages: string) =>
    (await send({ path: "/", headers: { "Accept-Language": languages } })).headers["location"];
  expect(await to("fr-CA,fr;q=0.9,en;q=0.8")).toBe("/fr");
  expect(await to("de,en;q=0.5")).toBe("/en");
  expect(await to("de")).toBe("/vi");
  expect(await to("")).toBe("/vi");
});

test("a mail that was given up shows as degraded, and the portal stays ready", async () => {
  const readiness = async () => (await fetch(`${portal.url}/readyz`)).json();
  expect(await readiness()).toEqual({ status: "ready", degraded: [] });
  const client = new pg.Client({ connectionString: portal.database.ownerUrl });
  await client.connect();
  await client.query("INSERT INTO outbox (topic, payload, attempts) VALUES ('mail', '{}', 10)");
  await client.end();
  expect(await readiness()).toEqual({ status: "ready", degraded: ["mail"] });
});
