import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decideAs, evaluateAs, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";
import { aCast } from "#test/support/initiative-cast.ts";
import { agreed, signBy } from "../app/domain/partnerships/people.ts";
import { gather, published } from "../app/domain/results/cast.ts";

const MOST_BYTES = 60_000;
const LISTS = [
  "",
  "/initiatives",
  "/partnerships",
  "/results",
  "/search?q=pin",
  "/catalogue",
  "/obligations",
  "/record",
];

type Sent = { status: number; bytes: number; text: string };

describe("what a page costs its reader", () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await startTestPortal();
    setEnvironment(readEnvironment({ NODE_ENV: "test" }));
    openDatabase(portal.database.appUrl);
    await fill();
    await closeDatabase();
  });
  afterAll(() => portal?.stop());

  test.each(LISTS)("/vi%s is light, and brings no framework", async (path) => {
    await expectLight(`/vi${path}`);
  });

  test.each(["initiatives", "partnerships", "results"])("so is one of the %s", async (area) => {
    const { text } = await read(`${portal.url}/vi/${area}`, "identity");
    const href = new RegExp(`href="(/vi/${area}/[A-Z]{2}-\\d{4}-\\d+)"`).exec(text)?.[1];
    if (!href) throw new Error(`The list shows none of the ${area}.`);
    await expectLight(href);
  });

  /** Page, stylesheets and scripts as they cross the line, compressed; without images and fonts. */
  async function expectLight(path: string): Promise<void> {
    const page = await read(portal.url + path, "identity");
    expect(page.status).toBe(200);
    // schema.org is data: no browser runs it
    const scripts = [...page.text.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map((match) => match[0]);
    expect(scripts).toEqual(['<script type="module" src="/enhance.js">']);
    expect(page.text).not.toContain("modulepreload");
    const styles = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(styles).toHaveLength(1);
    const parts = [path, ...styles, "/enhance.js"];
    const sent = await Promise.all(parts.map((part) => read(portal.url + part, "gzip")));
    const bytes = sent.reduce((sum, part) => sum + part.bytes, 0);
    expect(bytes, `bytes of ${path}: ${sent.map((part) => part.bytes).join(" + ")}`).toBeLessThanOrEqual(MOST_BYTES);
  }
});

/** Enough of everything for a full page of each list. */
async function fill(): Promise<void> {
  const cast = await aCast();
  const decided = await submitInitiative(cast.proposer);
  await screenAs(cast, decided);
  await evaluateAs(cast, decided);
  await decideAs(cast, decided);
  for (let made = 0; made < 25; made += 1) await submitInitiative(cast.proposer);
  for (let made = 0; made < 6; made += 1) await signBy(await agreed());
  const own = await gather();
  for (let made = 0; made < 12; made += 1) await published(own);
}

/** Reads without a browser's cache; `bytes` are those of the body as sent. */
function read(url: string, encoding: "gzip" | "identity"): Promise<Sent> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, bytes: body.length, text: body.toString() });
      });
      response.on("error", reject);
    }).on("error", reject);
  });
}
