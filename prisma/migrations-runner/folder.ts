import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** One migration of the folder: `name` is its subfolder, `checksum` the SHA-256 of its script in hexadecimal. */
export type Migration = { name: string; script: string; checksum: string };

/** The migrations in `folder`, in the order in which they apply. Refuses a subfolder without its script. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const file = path.join(folder, name, "migration.sql");
  const script = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Error(`The migration ${name} has no migration.sql.`, { cause: error });
  });
  return { name, script, checksum: checksumOf(script) };
}

/** The checksum that Prisma keeps of a script. */
export function checksumOf(script: string): string {
  return createHash("sha256").update(script).digest("hex");
}
