import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { applyMigrations, readStandings } from "#prisma/migrations-runner/apply.server.ts";
import { checksumOf } from "#prisma/migrations-runner/folder.ts";
import { freshDatabase, type TestDatabase } from "#test/setup/database.ts";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await asAdmin(database.ownerUrl, (client) => client.query("TRUNCATE _prisma_migrations"));
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

test("migrations apply in the order of their names and leave rows as Prisma writes them", async () => {
  await write("2_second", "ALTER TABLE house ADD COLUMN name text;");
  await write("1_first", "CREATE TABLE house ();");
  expect(await migrate()).toEqual({ applied: ["1_first", "2_second"], notes: [] });
  expect(await migrate()).toEqual({ applied: [], notes: [] });
  const rows = await query(
    "SELECT migration_name, checksum, applied_steps_count, finished_at >= started_at AS ended FROM _prisma_migrations ORDER BY 1",
  );
  expect(rows).toEqual([
    { migration_name: "1_first", checksum: checksumOf("CREATE TABLE house ();"), applied_steps_count: 1, ended: true },
    expect.objectContaining({ migration_name: "2_second" }),
  ]);
});

test("a function keeps the semicolons of its body", async () => {
  await write(
    "1_function",
    "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 2; RETURN 1; END; $$;\nSELECT one();",
  );
  await migrate();
  expect(await query("SELECT one()")).toEqual([{ one: 1 }]);
});

test("a script that fails leaves nothing, names itself and its line", async () => {
  await write("1_broken", "CREATE TABLE kept ();\nINSERT INTO nowhere VALUES (1);");
  await expect(migrate()).rejects.toThrow('The migration 1_broken failed at line 2: relation "nowhere" does not exist');
  expect(await query("SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }]);
  expect(await query("SELECT FROM _prisma_migrations")).toEqual([]);
});

test("a migration edited after it was applied is refused by name; changed line ends are no edit", async () => {
  await write("1_first", "CREATE TABLE house ();\n");
  await migrate();
  await write("1_first", "CREATE TABLE house ();\r\n");
  expect(await migrate()).toEqual({ applied: [], notes: [] });
  await write("1_first", "CREATE TABLE home ();\n");
  await expect(migrate()).rejects.toThrow("The migration 1_first was edited after it was applied");
});

test("a migration missing from the folder is refused by name", async () => {
  await write("1_first", "CREATE TABLE house ();");
  await migrate();
  await rm(path.join(folder, "1_first"), { recursive: true });
  await expect(migrate()).rejects.toThrow("The migration 1_first is applied in this database and missing");
});

test("a migration that another tool left half-way is refused; one that it rolled back is pending", async () => {
  await write("1_first", "CREATE TABLE house ();");
  await migrate();
  await query("UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(migrate()).rejects.toThrow("The migration 1_first was left half-way");
  await query("UPDATE _prisma_migrations SET rolled_back_at = now()");
  expect(await readStandings({ ownerUrl: database.ownerUrl, folder })).toEqual([
    { name: "1_first", standing: "pending" },
  ]);
});

test("of four runners at once one applies and the others find nothing to do", async () => {
  await write("1_slow", "SELECT pg_sleep(0.1); CREATE TABLE house ();");
  const runs = await Promise.all(Array.from({ length: 4 }, migrate));
  expect(runs.flatMap((run) => run.applied)).toEqual(["1_slow"]);
});

test("a folder without its script is refused", async () => {
  await mkdir(path.join(folder, "1_empty"));
  await expect(migrate()).rejects.toThrow("The migration 1_empty has no migration.sql.");
});

async function write(name: string, script: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), script);
}

function migrate() {
  return applyMigrations({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, folder });
}

async function query(sql: string): Promise<unknown[]> {
  return asAdmin(database.ownerUrl, async (client) => (await client.query(sql)).rows);
}
