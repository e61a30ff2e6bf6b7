import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, pool } from "#prisma/client.server.ts";
import { freshDatabase, type TestDatabase } from "#test/setup/database.ts";

const KILLS = 10;
const CLIENTS = 8;
const PER_CLIENT = 60;
const PORT = "3919";
const url = `http://localhost:${PORT}`;

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  openDatabase(database.appUrl);
});

afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

function start() {
  return spawn(process.execPath, ["app/start.mjs"], {
    env: {
      NODE_ENV: "test",
      PATH: process.env["PATH"] ?? "",
      PORT,
      DEMO: "off",
      LOG_LEVEL: "fatal",
      LIMITS: "sign-up=100000/60",
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_FOLDER: "/tmp/ba-nha-kill",
    },
    stdio: "ignore",
  });
}

async function ready(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("not ready");
}

/** Signs up until the portal says that it took the form; errors of the connection are tried again. */
async function signUp(email: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const body = new URLSearchParams({ email, password: "ba gian nhà ngói năm mươi bảy" });
    const answer = await fetch(`${url}/vi/sign-up`, {
      method: "POST",
      body,
      headers: { Origin: url },
      redirect: "manual",
    }).catch(() => null);
    if (answer?.status === 302) return;
    if (answer && answer.status >= 400 && answer.status < 500) throw new Error(`refused: ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never accepted: ${email}`);
}

test("ten kills under load lose no accepted sign-up, make none twice, and leave none half-written", {
  timeout: 600_000,
}, async () => {
  let child = start();
  await ready();
  let working = true;
  const killer = (async () => {
    for (let kill = 0; kill < KILLS && working; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 700 + 90 * kill));
      child.kill("SIGKILL");
      child = start();
      await ready();
    }
  })();
  const accepted: string[] = [];
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let turn = 0; turn < PER_CLIENT; turn += 1) {
        const email = `kill-${client}-${turn}@ba-nha.example`;
        await signUp(email);
        accepted.push(email);
      }
    }),
  );
  working = false;
  await killer;
  child.kill("SIGTERM");

  const { rows } = await pool().query<{ email: string; tokens: bigint }>(
    `SELECT p.email, (SELECT count(*) FROM email_token t WHERE t.person_id = p.id AND t.purpose = 'CONFIRM_EMAIL') AS tokens
     FROM person p WHERE p.email LIKE 'kill-%'`,
  );
  expect(rows.map(({ email }) => email).sort()).toEqual([...accepted].sort());
  expect(rows.filter(({ tokens }) => tokens === 0n)).toEqual([]);
});
