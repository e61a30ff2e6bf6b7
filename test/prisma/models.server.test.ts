import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Connection, connect } from "#prisma/client.server.ts";
import { asAdmin } from "#prisma/embedded/roles.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { readSchema, sqlBetween } from "#prisma/migrations-runner/difference.ts";
import { freshDatabase, type TestDatabase } from "#test/setup/database.ts";

let database: TestDatabase;
let owner: Connection;

beforeAll(async () => {
  database = await freshDatabase();
  owner = connect(database.ownerUrl);
});

afterAll(async () => {
  await owner.close();
  await database.drop();
});

test.each(Object.values(Prisma.ModelName))(
  "a migrated database has everything that the model %s names",
  async (model) => {
    const delegate = Reflect.get(owner.db, model.slice(0, 1).toLowerCase() + model.slice(1));
    await expect(delegate.findFirst()).resolves.not.toBeUndefined();
  },
);

test("the schema says nothing that no migration does", async () => {
  const snapshot = await readFile("prisma/migrations/snapshot.prisma", "utf8");
  const sql = await sqlBetween(snapshot, await readSchema("prisma/schema"), database.ownerUrl);
  expect(sql, "run npm run db:diff").toMatch(/^\s*(-- This is an empty migration\.\s*)?$/);
});

test("the application's roles own nothing", async () => {
  const owned = await asAdmin(database.ownerUrl, (client) =>
    client.query("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) IN ('ba_nha_app', 'ba_nha_app_user')"),
  );
  expect(owned.rows).toEqual([]);
});

test("the application may empty no table and fire no trigger away", async () => {
  const granted = await asAdmin(database.ownerUrl, (client) =>
    client.query(
      `SELECT table_name, privilege_type FROM information_schema.role_table_grants
        WHERE grantee IN ('ba_nha_app', 'ba_nha_app_user', 'PUBLIC') AND table_schema = 'public'
          AND privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')`,
    ),
  );
  expect(granted.rows).toEqual([]);
});
