import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { demoFolder, demoTemplate } from "./cluster.ts";
import { cloneOf, freshDatabase, type TestDatabase, testCluster } from "./database.ts";

/** A portal of the test's own: a real process over a database of its own, from the build that `npm start` serves. */
export type TestPortal = {
  url: string;
  database: TestDatabase;
  /** where its mails and files lie */
  dataFolder: string;
  output: () => string;
  stop: () => Promise<void>;
};

const READY_WITHIN_MS = 240_000;

/**
 * Starts a portal and waits until it is ready. `env` adds to its environment; with `DEMO: "on"` it holds the
 * demonstration, which a run tells once and clones after that.
 */
export async function startTestPortal(env: Record<string, string> = {}): Promise<TestPortal> {
  if (env["DEMO"] !== "on") return startOver(await freshDatabase(), env);
  await tellOnce();
  const { template } = testCluster();
  return startOver(await cloneOf(demoTemplate(template)), env, demoFolder(template));
}

const TELLING = 57;

/** Whoever comes first tells the demonstration; the others wait for it. */
async function tellOnce(): Promise<void> {
  const { adminUrl, template } = testCluster();
  await asAdmin(adminUrl, async (admin) => {
    await admin.query("SELECT pg_advisory_lock($1)", [TELLING]);
    const told = await admin.query("SELECT FROM pg_database WHERE datname = $1", [demoTemplate(template)]);
    if (told.rowCount === 1) return;
    const database = await freshDatabase();
    const portal = await startOver(database, { DEMO: "on" });
    await portal.end();
    await cp(portal.dataFolder, demoFolder(template), { recursive: true });
    await rm(portal.dataFolder, { recursive: true });
    await admin.query(`ALTER DATABASE ${database.name} RENAME TO ${demoTemplate(template)}`);
  });
}

type Running = TestPortal & { end: () => Promise<void> };

async function startOver(database: TestDatabase, env: Record<string, string>, data?: string): Promise<Running> {
  const [port, dataFolder] = await Promise.all([freePort(), mkdtemp(path.join(tmpdir(), "ba-nha-"))]);
  if (data !== undefined) await cp(data, dataFolder, { recursive: true });
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["app/start.mjs"], {
    env: {
      NODE_ENV: "test",
      PATH: process.env["PATH"] ?? "",
      PORT: String(port),
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_FOLDER: dataFolder,
      LOG_LEVEL: "warn",
      DEMO: "off",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const portal = {
    url,
    database,
    dataFolder,
    output: () => output,
    end: () => end(child),
    stop: async () => {
      await end(child);
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  try {
    await untilReady(url, child);
  } catch (error) {
    await portal.stop();
    throw new Error(`${String(error)}\n${output}`);
  }
  return portal;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the portal ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the portal did not become ready");
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
