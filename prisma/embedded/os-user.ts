import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";

/** The operating-system user that PostgreSQL runs as; absent ids mean "as this process". */
export type OsUser = { name: string; uid?: number; gid?: number };

/**
 * Chooses who runs PostgreSQL, which refuses to run as root: this process's own user, or, under root, the owner of the
 * data that is already there, else the system user `postgres` (made if missing), else `nobody`.
 */
export async function chooseOsUser(dataFolder: string): Promise<OsUser> {
  if (process.getuid?.() !== 0) return { name: "" };
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const user = findUser("postgres") ?? makeUser("postgres") ?? findUser("nobody");
  if (!user) {
    throw new Error(
      "PostgreSQL refuses to run as root and no unprivileged user could be made; start the portal as an ordinary user or set DATABASE_URL.",
    );
  }
  return user;
}

/** Whether `user` can enter `folder` and start `program` in it (both are asked of the system, not read off modes). */
export function canEnter(user: OsUser, folder: string): boolean {
  if (user.uid === undefined) return true;
  return asUser(user, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]).status === 0;
}

/** Whether `user` can start `program`, with its libraries. */
export function canRun(user: OsUser, program: string): boolean {
  return asUser(user, program, ["--version"]).status === 0;
}

/** The options that make node start a child as `user`. */
export function idsOf(user: OsUser): { uid?: number; gid?: number } {
  return { ...(user.uid !== undefined && { uid: user.uid }), ...(user.gid !== undefined && { gid: user.gid }) };
}

function asUser(user: OsUser, program: string, parameters: string[]) {
  const cwd = process.platform === "win32" ? undefined : "/";
  return spawnSync(program, parameters, { ...idsOf(user), cwd, stdio: "ignore" });
}

function findUser(name: string): OsUser | undefined {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid && gid ? { name, uid, gid } : undefined;
}

function makeUser(name: string): OsUser | undefined {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  return findUser(name);
}

function idOf(flag: "-u" | "-g", name: string): number | undefined {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : undefined;
}
