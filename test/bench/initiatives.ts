// npm run bench, its third part: the pages over many initiatives beside a bare server that asks the same SQL, in one run.
// Ratios travel between machines; requests a second do not.
import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import autocannon from "autocannon";
import { chooseSessionCookie, openSession, readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { loader as desk } from "#app/routes/desk/home.tsx";
import { loader as inbox } from "#app/routes/desk/inbox/list.tsx";
import { loader as list } from "#app/routes/initiatives/list.tsx";
import { loader as board } from "#app/routes/obligations/board.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { portalDatabase } from "#prisma/embedded/roles.ts";
import { startEmbedded } from "#prisma/embedded/start.server.ts";
import { applyMigrations } from "#prisma/migrations-runner/apply.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { loadReference } from "#prisma/reference/load.ts";
import { fillInitiatives } from "#test/bench/fill-initiatives.ts";
import { urlAt } from "#test/setup/cluster.ts";

const SIZES = (process.env["BENCH_SIZES"] ?? "100,10000").split(",").map(Number);
const PORTAL = 3922;
const BARE = 3923;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 5);

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;
const PAGES: [name: string, loader: Loader, address: string][] = [
  ["list", list, "/vi/initiatives"],
  ["filtered list", list, "/vi/initiatives?state=ACCEPTED&province=79&track=ORDINARY"],
  ["board", board, "/vi/obligations"],
  ["desk", desk, "/vi/desk"],
  ["inbox", inbox, "/vi/desk/inbox"],
  ["filtered inbox", inbox, "/vi/desk/inbox?clock=over&assigned=nobody&track=ORDINARY"],
];

const folder = await mkdtemp(path.join(tmpdir(), "ba-nha-bench-"));
await chmod(folder, 0o711);
const database = await startEmbedded({ folder, forTests: true });
const processes: ChildProcess[] = [];
try {
  await applyMigrations({ ownerUrl: database.ownerUrl, appUrl: database.appUrl });
  await loadReference(database.ownerUrl);
  setEnvironment(readEnvironment({ NODE_ENV: "test", PORT: String(PORTAL) }));
  openDatabase(database.appUrl);
  chooseSessionCookie(`http://localhost:${PORTAL}`);
  await startPortal();
  const rows = [];
  for (const size of SIZES) rows.push(...(await measure(size)));
  console.table(rows);
  await closeDatabase();
} finally {
  for (const child of processes) await end(child);
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(size: number) {
  const officer = await fillInitiatives(urlAt(database.adminUrl, portalDatabase), size);
  const cookie = (await openSession(officer)).split(";")[0] ?? "";
  const rows = [];
  for (const [name, loader, address] of PAGES) {
    const statements = await statementsOf(loader, address, cookie);
    const bare = await startBare(statements);
    const bareRate = await rate(`http://127.0.0.1:${BARE}/`, {});
    await end(bare);
    const drawn = await rate(`http://localhost:${PORTAL}${address}`, { Cookie: cookie });
    const kept = address.startsWith("/vi/desk") ? null : await rate(`http://localhost:${PORTAL}${address}`, {});
    rows.push({
      size,
      page: name,
      statements: statements.length,
      bare: bareRate,
      drawn,
      "drawn / bare": (drawn / bareRate).toFixed(2),
      kept,
      "kept / bare": kept === null ? "" : (kept / bareRate).toFixed(2),
    });
  }
  return rows;
}

/** What a page sends to the database for somebody who signed in, values included. */
async function statementsOf(loader: Loader, address: string, cookie: string) {
  const request = () => new Request(`http://localhost:${PORTAL}${address}`, { headers: { Cookie: cookie } });
  const args = () => {
    const context = { requestId: "bench", clientAddress: "127.0.0.1", nonce: "", actor: readActor(request()) };
    return { request: request(), params: { lang: "vi" }, context };
  };
  const ask = async () => {
    const shared = args();
    await Promise.all([rootLoader(shared), loader(shared)]);
  };
  // What is kept in memory between requests is asked for once and counts for neither side.
  await ask();
  const { statements } = await countQueries(ask);
  return statements;
}

async function rate(url: string, headers: Record<string, string>): Promise<number> {
  await autocannon({ url, headers, connections: 10, duration: 1 });
  const { requests, non2xx } = await autocannon({ url, headers, connections: 10, duration: SECONDS });
  if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with something else than 200`);
  return Math.round(requests.average);
}

async function startPortal(): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: "test" as const,
    PORT: String(PORTAL),
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_FOLDER: folder,
    DEMO: "off",
    WORKER: "apart",
    LOG_LEVEL: "fatal",
  };
  processes.push(spawn(process.execPath, ["app/start.mjs"], { env, stdio: ["ignore", "ignore", "inherit"] }));
  await answering(`http://localhost:${PORTAL}/readyz`);
}

/** Node's own server and pg, nothing else: it asks all statements at once and answers with their rows as JSON. */
async function startBare(statements: { text: string; values: unknown[] }[]): Promise<ChildProcess> {
  const file = path.join(folder, "statements.json");
  await writeFile(file, JSON.stringify(statements));
  const child = spawn(process.execPath, ["test/bench/bare-server.mjs", file, database.appUrl, String(BARE)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  processes.push(child);
  await answering(`http://127.0.0.1:${BARE}/`);
  return child;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer`);
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
