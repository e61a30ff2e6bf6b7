import type { Environment } from "#app/platform/environment.server.ts";
import { EnvironmentError } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase as openPool, pool } from "./client.server.ts";
import { startEmbedded } from "./embedded/start.server.ts";
import { applyMigrations, readStandings } from "./migrations-runner/apply.server.ts";

export type OpenDatabase = {
  /** the owner's address, for migrations and reference data; null when the process was not given one */
  ownerUrl: string | null;
  embedded: boolean;
  notes: string[];
  migrationsCurrent: () => Promise<boolean>;
  close: () => Promise<void>;
};

/**
 * Opens the database that the environment names, or the portal's own PostgreSQL, and migrates it where the owner's
 * address is known. Throws EnvironmentError, in one sentence, when it cannot be reached or is not fit.
 */
export async function bringUpDatabase(environment: Environment): Promise<OpenDatabase> {
  if (environment.databaseUrl === null) return openEmbedded(environment);
  openPool(environment.databaseUrl);
  const notes: string[] = [];
  await requireReachable();
  const ownerUrl = environment.databaseOwnerUrl;
  if (ownerUrl !== null) {
    const done = await applyMigrations({ ownerUrl, appUrl: environment.databaseUrl }).catch((error: unknown) => {
      throw new EnvironmentError(`DATABASE_OWNER_URL did not let the migrations run: ${reason(error)}.`);
    });
    notes.push(...done.notes);
  }
  if (environment.production) await requireSeparateOwner();
  const migrationsCurrent = ownerUrl === null ? hasSchema : () => isCurrent(ownerUrl);
  return { ownerUrl, embedded: false, notes, migrationsCurrent, close: closeDatabase };
}

async function openEmbedded(environment: Environment): Promise<OpenDatabase> {
  const server = await startEmbedded({ folder: environment.dataFolder }).catch((error: unknown) => {
    throw new EnvironmentError(`DATABASE_URL is missing and the embedded PostgreSQL did not start: ${reason(error)}`);
  });
  const { notes } = await applyMigrations({ ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  openPool(server.appUrl);
  const close = async () => {
    await closeDatabase();
    await server.stop();
  };
  return {
    ownerUrl: server.ownerUrl,
    embedded: true,
    notes: [...server.notes, ...notes],
    migrationsCurrent: () => isCurrent(server.ownerUrl),
    close,
  };
}

async function requireReachable(): Promise<void> {
  const { rows } = await pool()
    .query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version")
    .catch((error: unknown) => {
      throw new EnvironmentError(`DATABASE_URL names a database that cannot be reached: ${reason(error)}.`);
    });
  const version = rows[0]?.version ?? 0;
  if (version < 150_000)
    throw new EnvironmentError(`DATABASE_URL names PostgreSQL ${Math.trunc(version / 10_000)}; 15 or newer is needed.`);
}

/** In production the app's role owns nothing: a stolen password must not be able to lift a constraint. */
async function requireSeparateOwner(): Promise<void> {
  const { rows } = await pool().query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
       AND pg_has_role(current_user, tableowner, 'USAGE') LIMIT 1`,
  );
  if (rows[0]) {
    throw new EnvironmentError(
      `DATABASE_URL connects as the owner of the table ${rows[0].tablename}: use a role that owns none.`,
    );
  }
}

async function isCurrent(ownerUrl: string): Promise<boolean> {
  const standings = await readStandings({ ownerUrl });
  return standings.every((it) => it.standing === "applied");
}

async function hasSchema(): Promise<boolean> {
  const { rows } = await pool().query<{ found: boolean }>("SELECT to_regclass('record_entry') IS NOT NULL AS found");
  return rows[0]?.found === true;
}

function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
