import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import { checksumOf, type Migration } from "./folder.ts";

// The table is Prisma's own, column by column, so that `prisma migrate deploy` and this runner can take turns.
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** How a migration stands: `edited` after it was applied, `missing` from the folder, `stopped` half-way by another tool. */
export type Standing = "applied" | "pending" | "edited" | "missing" | "stopped";
export type Standings = { name: string; standing: Standing }[];

type Row = { migration_name: string; checksum: string; finished: boolean };

/** Creates Prisma's table of applied migrations where it is missing. */
export async function ensureHistory(client: ClientBase): Promise<void> {
  await client.query(table);
}

/** How each migration of the folder, and each that the database remembers, stands. Reads only. */
export async function compareHistory(client: ClientBase, migrations: Migration[]): Promise<Standings> {
  const rows = await readHistory(client);
  const inFolder = new Set(migrations.map((migration) => migration.name));
  const strangers = rows.filter((row) => !inFolder.has(row.migration_name));
  return [
    ...migrations.map((migration) => ({ name: migration.name, standing: standingOf(migration, rows) })),
    ...strangers.map((row) => ({ name: row.migration_name, standing: "missing" as const })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes that `migration` is applied, in the transaction of the caller. */
export async function writeHistory(client: ClientBase, migration: Migration, startedAt: Date): Promise<void> {
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name, startedAt],
  );
}

async function readHistory(client: ClientBase): Promise<Row[]> {
  const there = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  if (!there.rows[0]?.exists) return [];
  const found = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return found.rows;
}

function standingOf(migration: Migration, rows: Row[]): Standing {
  const row = rows.find((candidate) => candidate.migration_name === migration.name);
  if (!row) return "pending";
  if (!row.finished) return "stopped";
  const sameText = row.checksum === migration.checksum || row.checksum === checksumOf(otherLineEnds(migration.script));
  return sameText ? "applied" : "edited";
}

/** A checkout on another system may have changed the line ends and nothing else. */
function otherLineEnds(script: string): string {
  return script.includes("\r\n") ? script.replaceAll("\r\n", "\n") : script.replaceAll("\n", "\r\n");
}
