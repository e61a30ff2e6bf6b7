import { readFileSync } from "node:fs";
import { mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// Several processes may use one embedded cluster (the portal, and `npm run db:status` beside it). Each leaves a file
// with its name while it uses it; the last one to go stops the server.

/** Says that this process uses the cluster kept in `root`. */
export async function holdCluster(root: string): Promise<void> {
  await mkdir(holders(root), { recursive: true });
  await writeFile(path.join(holders(root), String(process.pid)), identity(process.pid));
}

/** Withdraws this process; answers whether another living process still uses the cluster. */
export async function releaseCluster(root: string): Promise<boolean> {
  await rm(path.join(holders(root), String(process.pid)), { force: true });
  let others = false;
  for (const name of await readdir(holders(root)).catch(() => [])) {
    const file = path.join(holders(root), name);
    if (await isHeldByLiving(file)) others = true;
    else await rm(file, { force: true });
  }
  return others;
}

/** Runs `work` while no other process starts or stops the cluster in `root`; waits up to a minute for its turn. */
export async function alone<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(root, "postgres.lock");
  for (let tries = 0; ; tries += 1) {
    const handle = await open(file, "wx").catch(() => undefined);
    if (handle) {
      await handle.writeFile(identity(process.pid));
      await handle.close();
      break;
    }
    if (tries % 20 === 19 && !(await isHeldByLiving(file))) await rm(file, { force: true });
    if (tries > 1200) throw new Error(`Another process has held ${file} for a minute; end it, or remove the file.`);
    await wait(50);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

function holders(root: string): string {
  return path.join(root, "postgres.users");
}

async function isHeldByLiving(file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && identity(pid) === text && isAlive(pid);
}

/** Whether a process with this id lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A process id with its start time where the system tells it, so that a reused number is not mistaken for its old bearer. */
function identity(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${fields.slice(fields.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return String(pid);
  }
}
