import { createHash } from "node:crypto";
import { chmod, chown, mkdir, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { copyTo, findInstalled, makeRunnable, programsIn } from "./binaries.ts";
import { adminRole, type Cluster, createData, runningPort, startServer, stopServer } from "./cluster.ts";
import { alone, holdCluster, releaseCluster } from "./hold.ts";
import { canEnter, canRun, chooseOsUser, type OsUser } from "./os-user.ts";
import { appLogin, ensureDatabase, ensureRoles, ownerRole, portalDatabase, urlOf } from "./roles.ts";
import { invent, portNear, recall, remember } from "./settings.ts";

/** A PostgreSQL that this process started or joined. */
export type Embedded = {
  /** Connects as the owner of the portal's database, for migrations. */
  ownerUrl: string;
  /** Connects as the application's role, which can alter nothing. */
  appUrl: string;
  /** Connects as the cluster's administrator, at the database `postgres`. */
  adminUrl: string;
  /** Where data, log and passwords lie. */
  folder: string;
  /** Sentences for the terminal: what is not as one would expect. */
  notes: string[];
  /** Stops the server, unless another living process still uses it. Repeatable. */
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that the portal brings along, with its data in `folder`/postgres, or joins the one that an
 * earlier run left behind there. Creates cluster, roles and database on the first run.
 *
 * `forTests` trades durability for speed. Throws one sentence for the operator when the machine cannot run it.
 */
export async function startEmbedded(options: { folder: string; forTests?: boolean }): Promise<Embedded> {
  const notes: string[] = [];
  const cluster = await prepare(path.resolve(options.folder), notes);
  const urls = await alone(cluster.root, async () => {
    await holdCluster(cluster.root);
    const found = await recall(cluster.root);
    const known = found ?? (await invent());
    if (!found) {
      await refuseForeignData(cluster);
      await remember(cluster.root, known);
    }
    await createData(cluster, known.adminPassword);
    let port = await runningPort(cluster);
    if (port === undefined) {
      port = await portNear(known.port);
      await remember(cluster.root, { ...known, port });
      await startServer(cluster, port, options.forTests ?? false);
    } else notes.push(`Joined the PostgreSQL that already runs on ${cluster.data}.`);
    const adminUrl = urlOf(port, adminRole, known.adminPassword, "postgres");
    await ensureRoles(adminUrl, known);
    await ensureDatabase(adminUrl, portalDatabase);
    return {
      adminUrl,
      ownerUrl: urlOf(port, ownerRole, known.ownerPassword),
      appUrl: urlOf(port, appLogin, known.appPassword),
    };
  });
  return { ...urls, folder: cluster.root, notes, stop: () => stop(cluster) };
}

/** Stops the PostgreSQL that killed processes left running on `folder`; one that is in use goes on. Answers whether it stands still now. */
export async function stopAbandoned(folder: string): Promise<boolean> {
  const cluster = await prepare(path.resolve(folder), []);
  await stop(cluster);
  return (await runningPort(cluster)) === undefined;
}

async function stop(cluster: Cluster): Promise<void> {
  await alone(cluster.root, async () => {
    if (!(await releaseCluster(cluster.root))) await stopServer(cluster);
  });
}

async function prepare(folder: string, notes: string[]): Promise<Cluster> {
  const installed = findInstalled();
  const user = await chooseOsUser(path.join(folder, "postgres"));
  const root = await chooseRoot(folder, user, notes);
  const runnable = await makeRunnable(installed).then(
    () => canRun(user, programsIn(installed).pgCtl),
    () => false,
  );
  const native = runnable ? installed : await copyTo(root, installed);
  if (native !== installed) notes.push(`PostgreSQL's programs run from ${native}.`);
  const binaries = programsIn(native);
  if (!canRun(user, binaries.initdb)) {
    throw new Error(
      `The embedded PostgreSQL does not run on this machine; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  return { root, data: path.join(root, "postgres"), binaries, user };
}

/** `folder`, or, when PostgreSQL's user cannot reach it (a project under /root), a folder that it can. */
async function chooseRoot(folder: string, user: OsUser, notes: string[]): Promise<string> {
  if (await holdsDataFor(folder, user)) return folder;
  const elsewhere = `/var/lib/ba-nha-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  if (!(await holdsDataFor(elsewhere, user))) {
    throw new Error(`The system user ${user.name} can reach neither ${folder} nor ${elsewhere}; set DATABASE_URL.`);
  }
  notes.push(
    `The system user ${user.name}, which runs PostgreSQL, cannot reach ${folder}: the data is in ${elsewhere}.`,
  );
  return elsewhere;
}

async function holdsDataFor(root: string, user: OsUser): Promise<boolean> {
  const data = path.join(root, "postgres");
  const isNew = (await mkdir(root, { recursive: true })) !== undefined;
  if (user.uid === undefined || user.gid === undefined) return true;
  if (isNew) await chmod(root, 0o711);
  const made = await mkdir(data, { recursive: true, mode: 0o700 });
  if (made) await chown(data, user.uid, user.gid);
  if (canEnter(user, data)) return true;
  if (made) await rmdir(data);
  return false;
}

async function refuseForeignData(cluster: Cluster): Promise<void> {
  if (!(await stat(path.join(cluster.data, "PG_VERSION")).catch(() => undefined))) return;
  throw new Error(
    `${cluster.data} holds a database whose passwords are lost (${path.join(cluster.root, "postgres.json")} is missing); restore that file or move the data away.`,
  );
}
