import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A Meilisearch server for one test file, on a port and in a folder of its own. */
export type TestMeilisearch = {
  url: string;
  /** Ends it at once, as a crash would. */
  kill: () => Promise<void>;
  /** Starts it again on the same port and data. */
  start: () => Promise<void>;
  /** Removes its data; only while it is ended. */
  wipe: () => Promise<void>;
  /** Ends it and removes its data. */
  stop: () => Promise<void>;
};

/** The server's program: MEILISEARCH_BIN, or `meilisearch` on the PATH; null where this machine has none. */
export function meilisearchProgram(): string | null {
  const program = process.env["MEILISEARCH_BIN"] || "meilisearch";
  return spawnSync(program, ["--version"]).status === 0 ? program : null;
}

/** Starts a server; throws where there is no program. */
export async function startMeilisearch(): Promise<TestMeilisearch> {
  const program = meilisearchProgram();
  if (!program) throw new Error("No Meilisearch here: name its program in MEILISEARCH_BIN.");
  const folder = await mkdtemp(path.join(tmpdir(), "ba-nha-meilisearch-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  async function start() {
    const where = ["--db-path", path.join(folder, "data"), "--http-addr", `127.0.0.1:${port}`];
    const quiet = ["--no-analytics", "--log-level", "ERROR", "--max-indexing-memory", "512MiB", "--env", "development"];
    child = spawn(program ?? "", [...where, ...quiet], { cwd: folder, stdio: "ignore" });
    await untilHealthy(url);
  }
  async function kill() {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGKILL");
    await ended;
  }
  await start();
  return {
    url,
    kill,
    start,
    wipe: () => rm(path.join(folder, "data"), { recursive: true, force: true }),
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the server has done everything that it was asked to. */
export async function idleMeilisearch(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/tasks?statuses=enqueued,processing&limit=1`);
    const { total } = (await answer.json()) as { total: number };
    if (total === 0) return;
    await wait(20);
  }
}

async function untilHealthy(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await wait(25);
  }
  throw new Error("Meilisearch did not start within ten seconds.");
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
