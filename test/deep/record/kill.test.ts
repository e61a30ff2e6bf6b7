import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseSessionCookie, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { closeDatabase, openDatabase, pool } from "#prisma/client.server.ts";
import { freshDatabase, type TestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";

const CHANGES = 5_000;
const CLIENTS = 8;
const PORT = "3921";
const url = `http://localhost:${PORT}`;

let database: TestDatabase;
let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await freshDatabase();
  openDatabase(database.appUrl);
  chooseSessionCookie(url);
  folder = await mkdtemp(path.join(tmpdir(), "ba-nha-record-kill-"));
  env = {
    ...{ NODE_ENV: "test", PATH: process.env["PATH"] ?? "", PORT, DEMO: "off", LOG_LEVEL: "fatal" },
    ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, DATA_FOLDER: folder },
  };
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
  await rm(folder, { recursive: true });
});

const start = {
  portal: () => spawn(process.execPath, ["app/start.mjs", "--built"], { env, stdio: "ignore" }),
  sealer: () => spawn(process.execPath, ["--import", "tsx", "test/deep/record/sealer.ts"], { env, stdio: "ignore" }),
};

/** Keeps a process running and kills it at random moments, until it is told to stop; answers how often. */
async function killAgainAndAgain(name: keyof typeof start, everyMs: [number, number], goesOn: () => boolean) {
  let kills = 0;
  let child: ChildProcess = start[name]();
  while (goesOn()) {
    await pause(randomInt(...everyMs));
    child.kill("SIGKILL");
    kills += 1;
    child = start[name]();
    if (name === "portal") await ready();
  }
  return { kills, child };
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(100);
  }
  throw new Error("not ready");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Registers an organisation until the portal says that it is there; a lost answer may have been a success. */
async function register(cookie: string, identifier: string): Promise<void> {
  const body = new URLSearchParams({
    ...{ nameVi: `Đơn vị ${identifier}`, house: "ENTERPRISE", scheme: "VN-TIN", identifier },
    ...{ provinceCode: "01", post: "Giám đốc" },
  });
  for (let tries = 0; tries < 2_000; tries += 1) {
    const answer = await fetch(`${url}/vi/organisations/new`, {
      ...{ method: "POST", body, redirect: "manual" },
      headers: { Origin: url, Cookie: cookie },
    }).catch(() => null);
    await answer?.arrayBuffer().catch(() => null);
    if (answer?.status === 302) return;
    if (answer?.status === 422 && tries > 0) return; // its identifier is taken: by the try whose answer was lost
    if (answer && answer.status >= 400 && answer.status < 500) throw new Error(`refused: ${answer.status}`);
    await pause(50);
  }
  throw new Error(`never accepted: ${identifier}`);
}

/** Keeps every head that the portal told while it was being killed. */
async function witness(goesOn: () => boolean): Promise<Map<number, string>> {
  const heads = new Map<number, string>();
  while (goesOn()) {
    const answer = await fetch(`${url}/api/v1/record/head`).catch(() => null);
    const told = answer?.ok ? await answer.json().catch(() => null) : null;
    if (told?.head) {
      const { size, note } = told.head;
      expect(heads.get(size) ?? note, `two heads over ${size} entries`).toBe(note);
      heads.set(size, note);
    }
    await pause(30);
  }
  return heads;
}

function verify(heads: string[]): Promise<{ code: number | null; said: string }> {
  const files = heads.flatMap((file) => ["--head", file]);
  const args = ["tools/verify-record/verify.mjs", url, "--memory", path.join(folder, "seen"), ...files];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

test("kills of the portal and of a sealer in 5,000 changes leave no change without its entry, no entry without its change, and one tree", {
  timeout: 1_500_000,
}, async () => {
  let works = true;
  const goesOn = () => works;
  const portal = killAgainAndAgain("portal", [1_500, 6_000], goesOn);
  const sealer = killAgainAndAgain("sealer", [1_000, 4_000], goesOn);
  const watching = witness(goesOn);
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      const cookie = (await openSession((await anActor(`Người ${client}`)).personId)).split(";")[0] ?? "";
      for (let n = client; n < CHANGES; n += CLIENTS) await register(cookie, String(7_000_000_000 + n));
    }),
  );
  works = false;
  const [{ kills, child }, other, heads] = await Promise.all([portal, sealer, watching]);
  other.child.kill("SIGKILL");
  await ready();
  await expect.poll(unsealed, { timeout: 120_000, interval: 500 }).toBe(0);

  const { rows } = await pool().query<{ wrong: string }>(UNMATCHED);
  expect(rows).toEqual([]);
  expect(await count("SELECT count(*)::int AS n FROM organisation WHERE scheme = 'VN-TIN'")).toBe(CHANGES);
  expect(await count("SELECT (max(leaf_index) + 1 - count(*))::int AS n FROM record_leaf")).toBe(0);
  expect(
    await count("SELECT (SELECT count(*) FROM record_entry)::int - (SELECT count(*) FROM record_leaf)::int AS n"),
  ).toBe(0);
  const kept: string[] = [];
  for (const [size, note] of heads) {
    const file = path.join(folder, `${size}.txt`);
    await writeFile(file, note);
    kept.push(file);
  }
  const { code, said } = await verify(kept);
  expect(code, said).toBe(0);
  child.kill("SIGTERM");
  console.info(`${kills} kills of the portal, ${other.kills} of the sealer, ${heads.size} heads kept\n${said}`);
  expect(Math.min(kills, other.kills, heads.size)).toBeGreaterThan(5);
});

function unsealed(): Promise<number> {
  return count("SELECT count(*)::int AS n FROM record_unsealed");
}

async function count(sql: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(sql);
  return rows[0]?.n ?? -1;
}

/** Organisations and roles without exactly one entry, and entries without what they tell of. */
const UNMATCHED = `
  SELECT coalesce(o.code, e.subject_code) AS wrong
  FROM (SELECT scheme || '-' || identifier AS code FROM organisation WHERE scheme = 'VN-TIN') AS o
    FULL JOIN (SELECT subject_code, count(*) AS entries FROM record_entry WHERE kind = 'ORGANISATION_CREATED' GROUP BY 1) AS e
      ON e.subject_code = o.code
  WHERE o.code IS NULL OR e.entries IS DISTINCT FROM 1
  UNION ALL
  SELECT coalesce(g.id::text, e.subject_code)
  FROM (SELECT id FROM role_grant WHERE role = 'PARTY_REP') AS g
    FULL JOIN (SELECT subject_code, count(*) AS entries FROM record_entry WHERE kind = 'ROLE_GRANTED' GROUP BY 1) AS e
      ON e.subject_code = g.id::text
  WHERE g.id IS NULL OR e.entries IS DISTINCT FROM 1`;
