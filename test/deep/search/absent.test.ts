import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const MOST_PAGES = 400;
/** Nobody listens there. */
const ABSENT = "http://127.0.0.1:9";
const SEARCHES = [
  "q=dat+hiem",
  "q=semicondutor&type=result",
  "q=&trl=7-9&sort=newest&from=01/01/2026",
  "q=l%C3%A0m+sao+thu+h%E1%BB%93i+nam+ch%C3%A2m",
];

let portal: TestPortal;

beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", MEILISEARCH_URL: ABSENT });
}, 300_000);
afterAll(() => portal?.stop());

async function get(path: string) {
  const answer = await fetch(portal.url + path, { redirect: "manual" });
  return { status: answer.status, text: await answer.text(), type: answer.headers.get("Content-Type") ?? "" };
}

test("a Meilisearch that is absent for the whole run degrades search and nothing else: every page that is linked answers", {
  timeout: 600_000,
}, async () => {
  const seen = new Set(["/vi", "/en", "/fr"]);
  const failed: string[] = [];
  for (const path of seen) {
    const { status, text, type } = await get(path);
    if (status >= 400) failed.push(`${status} ${path}`);
    if (!type.startsWith("text/html")) continue;
    for (const [, href = ""] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = href.replaceAll("&amp;", "&");
      if (seen.size < MOST_PAGES && !next.includes("/sign-")) seen.add(next);
    }
  }
  expect(failed).toEqual([]);
  expect(seen.size).toBe(MOST_PAGES);
});

test("searches are answered by PostgreSQL, and say so", async () => {
  for (const search of SEARCHES) {
    const page = await get(`/en/search?${search}`);
    expect([search, page.status]).toEqual([search, 200]);
    expect(page.text).toContain("The main search engine is away.");
    expect((await get(`/en/search.atom?${search}`)).status).toBe(200);
  }
  const { status, text } = await get("/api/v1/search?q=dat+hiem&from=2026-01-01");
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ engine: "postgres", degraded: true })]);
  const ready = await get("/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([200, { status: "ready", degraded: ["search"] }]);
});
