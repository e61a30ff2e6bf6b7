// The portal beside a bare server that asks the same SQL of the same database, in one run: ratios travel between
// machines, requests a second do not.
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import autocannon from "autocannon";
import { chooseSessionCookie } from "#app/domain/accounts/sessions/sessions.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { portalDatabase } from "#prisma/embedded/roles.ts";
import { startEmbedded } from "#prisma/embedded/start.server.ts";
import { applyMigrations } from "#prisma/migrations-runner/apply.server.ts";
import { countQueries, type Statement } from "#prisma/query-count.server.ts";
import { loadReference } from "#prisma/reference/load.ts";
import { urlAt } from "#test/setup/cluster.ts";

const PORTAL = 3922;
const BARE = 3923;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 5);

export const PORTAL_URL = `http://localhost:${PORTAL}`;

export type Bench = {
  /** the portal's database, as the cluster's administrator */
  adminUrl: string;
  /** Answers a second of a bare server that sends these statements at once and answers with their rows. */
  bareRate: (statements: readonly Statement[]) => Promise<number>;
};

/**
 * Starts a database with reference data and the portal on it, and ends both after `measure`. The domain's own functions
 * may be called in it as well.
 */
export async function besideBare(measure: (bench: Bench) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "ba-nha-bench-"));
  await chmod(folder, 0o711);
  const database = await startEmbedded({ folder, forTests: true });
  const { ownerUrl, appUrl } = database;
  let portal: ChildProcess | undefined;
  try {
    await applyMigrations({ ownerUrl, appUrl });
    await loadReference(ownerUrl);
    setEnvironment(readEnvironment({ NODE_ENV: "test", PORT: String(PORTAL) }));
    openDatabase(appUrl);
    chooseSessionCookie(PORTAL_URL);
    portal = await startPortal({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_FOLDER: folder });
    const bareRate = (statements: readonly Statement[]) => rateOfBare([statements], appUrl, folder);
    await measure({ adminUrl: urlAt(database.adminUrl, portalDatabase), bareRate });
    await closeDatabase();
  } finally {
    if (portal) await end(portal);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is sent to the database when the same is asked again: what is kept in memory counts for neither side. */
export async function statementsOf(ask: () => Promise<unknown>): Promise<Statement[]> {
  await ask();
  return (await countQueries(ask)).statements;
}

/** What is asked: an address, or several in turns. */
export type Request = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string };

const CONNECTIONS = 10;

/**
 * Answers a second with ten connections, after one second of warming up. Of several requests each connection begins with
 * another, so that they are not asked the same at the same moment. Throws where one is not 200.
 */
export async function rate(
  url: string,
  headers: Record<string, string> = {},
  requests: readonly Request[] = [],
): Promise<number> {
  const asked = { url, headers, connections: CONNECTIONS, ...(requests.length > 0 ? inTurns(requests) : {}) };
  await autocannon({ ...asked, duration: 1 });
  const { requests: answered, non2xx } = await autocannon({ ...asked, duration: SECONDS });
  if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with something else than 200`);
  return Math.round(answered.average);
}

function inTurns(requests: readonly Request[]) {
  let clients = 0;
  return {
    setupClient: (client: { setRequests: (requests: Request[]) => void }) => {
      const first = Math.floor((clients * requests.length) / CONNECTIONS) % requests.length;
      clients += 1;
      client.setRequests([...requests.slice(first), ...requests.slice(0, first)]);
    },
  };
}

/** The same of a bare server that sends these statements at once, one set a request in turns, and answers with their rows. */
export async function rateOfBare(
  sets: readonly (readonly Statement[])[],
  databaseUrl: string,
  folder: string,
): Promise<number> {
  const file = path.join(folder, "statements.json");
  await writeFile(file, JSON.stringify(sets));
  const bare = spawn(process.execPath, ["test/bench/bare-server.mjs", file, databaseUrl, String(BARE)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${BARE}`;
  try {
    await answering(`${url}/0`);
    return await rate(
      url,
      {},
      sets.map((_set, index) => ({ path: `/${index}` })),
    );
  } finally {
    await end(bare);
  }
}

/** A portal without the background work, on the port of PORTAL_URL; `database` names its database, and what else it is told. */
export async function startPortal(database: Record<string, string>): Promise<ChildProcess> {
  const env = {
    ...process.env,
    ...database,
    NODE_ENV: "test" as const,
    PORT: String(PORTAL),
    DEMO: "off",
    WORKER: "apart",
    LOG_LEVEL: "fatal",
  };
  const portal = spawn(process.execPath, ["app/start.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] });
  await answering(`${PORTAL_URL}/readyz`);
  return portal;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer`);
}

export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
