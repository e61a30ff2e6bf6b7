import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { TestDatabase } from "#test/setup/database.ts";

/** The background process of a portal, as `compose.yaml` starts it beside its servers. */
export function startWorker(database: TestDatabase, folder: string, meilisearchUrl: string): ChildProcess {
  const command = /command: (\[.*"--worker"\])/.exec(readFileSync("compose.yaml", "utf8"))?.[1] ?? "[]";
  const [, ...words]: string[] = JSON.parse(command);
  return spawn(process.execPath, words, {
    env: {
      ...{ NODE_ENV: "test", PATH: process.env["PATH"] ?? "", DEMO: "off", LOG_LEVEL: "error", DATA_FOLDER: folder },
      ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, MEILISEARCH_URL: meilisearchUrl },
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

export async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

/** What a process holds in memory, in MB; 0 when it is gone. */
export function memoryOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** What `npm run search:check` says, and whether everything agrees. */
export function checkedSearch(
  database: TestDatabase,
  meilisearchUrl: string,
): Promise<{ agrees: boolean; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "search/commands/check.ts"], {
    env: {
      ...{ NODE_ENV: "test", PATH: process.env["PATH"] ?? "", LOG_LEVEL: "fatal" },
      ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, MEILISEARCH_URL: meilisearchUrl },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ agrees: code === 0, said })));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
