import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { BULK_KINDS } from "#app/domain/initiatives/bulk/bulk.ts";
import { closeDatabase, openDatabase, pool } from "#prisma/client.server.ts";
import { formShape, hostileBodies } from "#test/setup/hostile-bodies.ts";
import { startTestPortal, type TestPortal } from "#test/setup/portal.ts";

const PAST_THE_GUARD = new Set([301, 302, 303, 401, 403]);

let portal: TestPortal;
/** one cookie for each account of the demonstration, and none for a visitor */
let visitors: string[];
let subjects: Record<string, string[]>;

beforeAll(async () => {
  portal = await startTestPortal({ DEMO: "on", LIMITS: NO_LIMITS });
  openDatabase(portal.database.appUrl);
  chooseSessionCookie(portal.url);
  const { rows } = await pool().query<{ id: string }>(
    "SELECT id FROM person WHERE email_confirmed_at IS NOT NULL ORDER BY created_at LIMIT 15",
  );
  const cookies = await Promise.all(rows.map(({ id }) => openSession(id)));
  visitors = ["", ...cookies.map((cookie) => cookie.split(";")[0] ?? "")];
  subjects = await readSubjects();
});

afterAll(async () => {
  await closeDatabase();
  await portal?.stop();
});

const REPORTED = "SELECT code FROM comment c WHERE EXISTS (SELECT FROM moderation m WHERE m.comment_id = c.id) LIMIT 3";
const NO_LIMITS = "sign-in=100000/60,sign-up=100000/60,comment=100000/60";

test("whatever is posted to any form of the portal is answered below 500", { timeout: 600_000 }, async () => {
  const failures: string[] = [];
  let sent = 0;
  for (const pattern of await actionPatterns()) {
    for (const [turn, address] of addresses(pattern).entries()) {
      for (const cookie of await whoMayTry(address, turn)) {
        const page = await ask(address, cookie);
        const shape = formShape(await page.text());
        // The first two addresses of a form get every body, those that follow every other one in turns.
        const bodies = hostileBodies(shape).filter((_body, place) => turn < 2 || (place + turn) % 2 === 0);
        for (const { title, type, body } of bodies) {
          const answer = await ask(address, cookie, { method: "POST", body, headers: { "Content-Type": type } });
          sent += 1;
          if (answer.status >= 500) failures.push(`${answer.status} ${address}: ${title}`);
          await answer.arrayBuffer();
        }
      }
    }
  }
  expect(failures).toEqual([]);
  expect(sent).toBeGreaterThan(200);
});

test("a form from elsewhere is refused and changes nothing", { timeout: 120_000 }, async () => {
  const before = await checksum();
  for (const pattern of await actionPatterns()) {
    const [address = ""] = addresses(pattern);
    for (const origin of ["https://elsewhere.example", "null", "garbage"]) {
      const headers = {
        Origin: origin,
        "Content-Type": "application/x-www-form-urlencoded",
        "Sec-Fetch-Site": "cross-site",
      };
      const answer = await fetch(portal.url + address, { method: "POST", body: "a=b", headers, redirect: "manual" });
      expect([answer.status, address]).toEqual([403, address]);
    }
  }
  expect(await checksum()).toBe(before);
});

/** Every address that takes a form, from the route table that is served. */
async function actionPatterns(): Promise<string[]> {
  const build: ServerBuild = await import(pathToFileURL(path.resolve("build/server/index.js")).href);
  return Object.values(build.routes)
    .filter((route) => route && "action" in route.module && route.module.action !== undefined)
    .map((route) => `/${route?.path ?? ""}`)
    .filter((pattern) => !pattern.includes("*") && !pattern.startsWith("/api/"));
}

/** Addresses of a pattern: real subjects, one that does not exist, one that is malformed. */
function addresses(pattern: string): string[] {
  if (!/:(?!lang)/.test(pattern)) return [pattern.replace(":lang", "vi")];
  const kind = Object.keys(subjects).find((word) => pattern.includes(word)) ?? "initiatives";
  const real = subjects[kind] ?? [];
  const codes = [...real.slice(0, 6), "SK-2026-999999", "x%27--"];
  return codes.map((code) =>
    pattern
      .replace(":lang", "vi")
      .replace(/:product\b/, "21-S18")
      .replace(/:step\b/, "solution")
      .replace(/:act\b/, BULK_KINDS[codes.indexOf(code) % BULK_KINDS.length] ?? "")
      .replace(/:[a-z]+\??/gi, code),
  );
}

/** Who gets past the guard of an address, others at every turn: two at the first addresses of a form, one at each that follows. */
async function whoMayTry(address: string, turn: number): Promise<string[]> {
  const allowed: string[] = [];
  const most = turn < 2 ? 2 : 1;
  const from = (2 * turn) % visitors.length;
  for (const cookie of [...visitors.slice(from), ...visitors.slice(0, from)]) {
    const answer = await ask(address, cookie, {
      method: "POST",
      body: "",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    await answer.arrayBuffer();
    if (!PAST_THE_GUARD.has(answer.status)) allowed.push(cookie);
    if (allowed.length === most) break;
  }
  return allowed;
}

async function ask(address: string, cookie: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, ...(cookie ? { Cookie: cookie } : {}), Origin: portal.url };
  const send = () => fetch(portal.url + address, { ...init, headers, redirect: "manual" });
  // A body that is refused unread ends its connection; the client may learn that with its next request only.
  return send().catch((error: unknown) => {
    if (
      error instanceof Error &&
      error.cause instanceof Error &&
      "code" in error.cause &&
      error.cause.code === "ECONNRESET"
    )
      return send();
    throw error;
  });
}

async function readSubjects(): Promise<Record<string, string[]>> {
  const one = async (sql: string) => (await pool().query<{ code: string }>(sql)).rows.map(({ code }) => code);
  const initiatives = await one("SELECT DISTINCT ON (state) code FROM initiative ORDER BY state, code");
  const [partnerships, results, organisations] = await Promise.all([
    one("SELECT DISTINCT ON (state) code FROM partnership ORDER BY state, code"),
    one("SELECT DISTINCT ON (state) code FROM result ORDER BY state, code"),
    one("SELECT id AS code FROM organisation ORDER BY created_at LIMIT 3"),
  ]);
  const comments = await one("SELECT code FROM comment ORDER BY stance DESC, code LIMIT 4");
  return { organisations, partnerships, results, comments, moderation: await one(REPORTED), initiatives };
}

/** Changes when any table that a form may write to changes. */
async function checksum(): Promise<string> {
  const { rows } = await pool().query<{ state: string }>(`
    SELECT concat_ws(',', (SELECT count(*) FROM person), (SELECT count(*) FROM initiative), (SELECT sum(revision) FROM initiative),
      (SELECT count(*) FROM record_entry), (SELECT count(*) FROM outbox), (SELECT count(*) FROM partnership),
      (SELECT count(*) FROM result), (SELECT count(*) FROM comment), (SELECT count(*) FROM session)) AS state`);
  return rows[0]?.state ?? "";
}
