import path from "node:path";
import pg, { type ClientBase } from "pg";
import { ensureAppGroup, ensureMember } from "./app-role.ts";
import { type Migration, readMigrations } from "./folder.ts";
import { compareHistory, ensureHistory, type Standings, writeHistory } from "./history.ts";

/** The key that Prisma's own tool locks, so that the two never migrate at the same time. */
const migrationLock = 72_707_369;

const migrationsFolder = path.resolve("prisma/migrations");

/** What a run did: the names applied now, and sentences for the operator. */
export type Applied = { applied: string[]; notes: string[] };

/**
 * Applies what is pending in the migrations folder, each migration whole in one transaction, and makes the role of
 * `appUrl` a member of the application's group. A second runner waits for the first and then finds nothing to do.
 *
 * Throws, by name, on a migration that was edited after it was applied, that is missing from the folder, that another
 * tool left half-way, or whose script fails (nothing of it stays then).
 */
export async function applyMigrations(options: {
  ownerUrl: string;
  appUrl?: string;
  folder?: string;
}): Promise<Applied> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder);
  return asOwner(options.ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await ensureAppGroup(client);
    await ensureHistory(client);
    const standings = await compareHistory(client, migrations);
    refuseBrokenHistory(standings);
    const pending = new Set(standings.filter((it) => it.standing === "pending").map((it) => it.name));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (!pending.has(migration.name)) continue;
      await applyOne(client, migration);
      applied.push(migration.name);
    }
    const login = options.appUrl === undefined ? "" : decodeURIComponent(new URL(options.appUrl).username);
    const note = login === "" ? undefined : await ensureMember(client, login);
    return { applied, notes: note === undefined ? [] : [note] };
  });
}

/** How every migration stands. Changes nothing. */
export async function readStandings(options: { ownerUrl: string; folder?: string }): Promise<Standings> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder);
  return asOwner(options.ownerUrl, (client) => compareHistory(client, migrations));
}

async function asOwner<T>(url: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "ba-nha-migrations" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function applyOne(client: ClientBase, migration: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query("BEGIN");
    // Sent whole: PostgreSQL itself finds the statements, so functions and triggers keep their semicolons.
    await client.query(migration.script);
    await writeHistory(client, migration, startedAt);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new Error(`The migration ${migration.name} failed${placeOf(error, migration.script)}.`, { cause: error });
  }
}

function refuseBrokenHistory(standings: Standings): void {
  const reasons = {
    edited: "was edited after it was applied: restore its text and write a new migration",
    missing: "is applied in this database and missing from prisma/migrations",
    stopped: "was left half-way by another tool: finish or undo it by hand",
  };
  for (const { name, standing } of standings) {
    if (standing === "edited" || standing === "missing" || standing === "stopped") {
      throw new Error(`The migration ${name} ${reasons[standing]}.`);
    }
  }
}

function placeOf(error: unknown, script: string): string {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? `: ${error.message}` : "";
  const line = error.position ? script.slice(0, Number(error.position)).split("\n").length : undefined;
  return `${line === undefined ? "" : ` at line ${line}`}: ${error.message}${error.detail ? ` (${error.detail})` : ""}`;
}
