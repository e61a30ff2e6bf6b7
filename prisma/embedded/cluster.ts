import { execFile, spawnSync } from "node:child_process";
import { appendFile, chmod, chown, mkdir, readFile, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { isAlive } from "./hold.ts";
import { idsOf, type OsUser } from "./os-user.ts";
import { configuration } from "./settings.ts";

const run = promisify(execFile);
const largestLogBytes = 8 * 1024 * 1024;

/** One PostgreSQL data folder, the programs that serve it and the user that they run as. */
export type Cluster = { root: string; data: string; binaries: Binaries; user: OsUser };

/** The administrator of an embedded cluster; no request ever runs as it. */
export const adminRole = "ba_nha_admin";

/** Makes the data folder, with page checksums, unless it is there. An interrupted attempt leaves nothing that counts. */
export async function createData(cluster: Cluster, adminPassword: string): Promise<void> {
  if (await stat(path.join(cluster.data, "PG_VERSION")).catch(() => undefined)) return;
  const unfinished = `${cluster.data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = path.join(cluster.root, "postgres.first");
  await writeFile(passwordFile, adminPassword, { mode: 0o600 });
  await giveTo(cluster.user, unfinished, passwordFile);
  const flags = [
    `--pgdata=${unfinished}`,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--locale=${unicodeLocale()}`,
    "--data-checksums",
  ];
  try {
    await asUser(cluster, cluster.binaries.initdb, flags);
    await appendFile(path.join(unfinished, "postgresql.conf"), "\ninclude = 'ba-nha.conf'\n");
    await rm(cluster.data, { recursive: true, force: true });
    await rename(unfinished, cluster.data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts the server and returns once it takes connections. It stands in a session of its own, so Ctrl-C in the terminal does not reach it. */
export async function startServer(cluster: Cluster, port: number, forTests: boolean): Promise<void> {
  const log = logOf(cluster);
  const settings = path.join(cluster.data, "ba-nha.conf");
  await writeFile(settings, configuration(port, forTests), { mode: 0o600 });
  await appendFile(log, "");
  await chmod(log, 0o600);
  await giveTo(cluster.user, settings, log);
  if ((await stat(log)).size > largestLogBytes) await truncate(log);
  const flags = ["start", "--silent", "--wait", "--timeout=60", `--pgdata=${cluster.data}`, `--log=${log}`];
  await asUser(cluster, cluster.binaries.pgCtl, flags).catch(async (error: unknown) => {
    const lines = (await readFile(log, "utf8").catch(() => "")).trimEnd().split("\n").slice(-5).join("\n");
    throw new Error(`The embedded PostgreSQL did not start; its log ${log} ends:\n${lines}`, { cause: error });
  });
}

/** Stops the server: open transactions are rolled back, everything committed is on disk when this returns. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if ((await runningPort(cluster)) === undefined) return;
  const flags = ["stop", "--silent", "--wait", "--mode=fast", "--timeout=60", `--pgdata=${cluster.data}`];
  await asUser(cluster, cluster.binaries.pgCtl, flags);
}

/**
 * The port of the server that runs on this data folder now, or `undefined`. A `postmaster.pid` whose process is gone,
 * or whose number now belongs to another program, is removed.
 */
export async function runningPort(cluster: Cluster): Promise<number | undefined> {
  const file = path.join(cluster.data, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid)) return undefined;
  if (isAlive(pid) && (await serves(pid, cluster.data))) return Number.parseInt(lines[3] ?? "", 10);
  await rm(file, { force: true });
  return undefined;
}

async function serves(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (command !== undefined) return command.split("\0").includes(data);
  if (process.platform === "win32") return true;
  const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return answer.status !== 0 || answer.stdout.includes(data);
}

/** The C library's own Unicode locale: trigrams need it to see that `đ` is a letter. */
function unicodeLocale(): string {
  const listed = spawnSync("locale", ["-a"], { encoding: "utf8" }).stdout ?? "";
  const wanted = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"];
  return wanted.find((name) => listed.split("\n").includes(name)) ?? "C";
}

async function asUser(cluster: Cluster, program: string, flags: string[]): Promise<void> {
  await run(program, flags, { ...idsOf(cluster.user), cwd: cluster.data.startsWith("/") ? "/" : cluster.root });
}

async function giveTo(user: OsUser, ...files: string[]): Promise<void> {
  if (user.uid === undefined || user.gid === undefined) return;
  for (const file of files) await chown(file, user.uid, user.gid);
}

function logOf(cluster: Cluster): string {
  return path.join(cluster.root, "postgres.log");
}
