import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { type Connection, closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { asAdmin, ownerRole } from "#prisma/embedded/roles.ts";
import { type TestCluster, urlAt } from "./cluster.ts";

/** A database of the test's own: migrated, with reference data and nothing else. */
export type TestDatabase = { name: string; appUrl: string; ownerUrl: string; drop: () => Promise<void> };

let made = 0;

/** Where the tests of this run find their PostgreSQL. */
export function testCluster(): TestCluster {
  return inject("cluster");
}

/** Clones the template (some 100 ms). For a test that starts processes of its own; others call `withTestDatabase`. */
export function freshDatabase(): Promise<TestDatabase> {
  return cloneOf(testCluster().template);
}

/** A database of the test's own that begins as `source`, which nobody may be connected to. */
export async function cloneOf(source: string): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, appUrl, template } = testCluster();
  made += 1;
  const name = `${template}_${process.pid}_${made}_${Date.now().toString(36)}`;
  await asAdmin(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${source} OWNER ${ownerRole}`));
  const drop = async () => {
    await asAdmin(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { name, appUrl: urlAt(appUrl, name), ownerUrl: urlAt(ownerUrl, name), drop };
}

let current: { database: TestDatabase; connection: Connection } | undefined;

/**
 * Gives a test file a database and sets `db()` and `pool()` to it as the application's role: one for the file, or one
 * for each of its tests with `{ each: true }`. Call it once, at the top of the file or of a `describe`.
 */
export function withTestDatabase(options: { each?: boolean } = {}): void {
  (options.each ? beforeEach : beforeAll)(enter);
  (options.each ? afterEach : afterAll)(leave);
}

/** The database that this file uses now. */
export function testDatabase(): TestDatabase {
  if (!current) throw new Error("Call withTestDatabase() at the top of the test file.");
  return current.database;
}

/** Puts a clone that nobody has written to in the place of this file's database. */
export async function resetDatabase(): Promise<void> {
  await leave();
  await enter();
}

async function enter(): Promise<void> {
  setEnvironment(readEnvironment({ NODE_ENV: "test", BASE_URL: "https://ba-nha.example" }));
  const database = await freshDatabase();
  current = { database, connection: openDatabase(database.appUrl) };
}

async function leave(): Promise<void> {
  const leaving = current;
  current = undefined;
  await closeDatabase();
  await leaving?.database.drop();
}
