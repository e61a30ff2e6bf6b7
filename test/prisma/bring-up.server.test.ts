import { afterEach, expect, test } from "vitest";
import { readEnvironment } from "#app/platform/environment.server.ts";
import { bringUpDatabase } from "#prisma/bring-up.server.ts";
import { closeDatabase } from "#prisma/client.server.ts";
import { freshDatabase } from "#test/setup/database.ts";

afterEach(closeDatabase);

test("a database that cannot be reached is refused with one sentence that names the variable", async () => {
  const environment = readEnvironment({ DATABASE_URL: "postgresql://app:x@127.0.0.1:1/ba_nha" });
  await expect(bringUpDatabase(environment)).rejects.toThrow(/^DATABASE_URL names a database that cannot be reached: /);
});

test("in production, an application role that owns tables is refused", async () => {
  const database = await freshDatabase();
  const environment = {
    ...readEnvironment({ DATABASE_URL: database.ownerUrl }),
    production: true,
  };
  await expect(bringUpDatabase(environment)).rejects.toThrow(/^DATABASE_URL connects as the owner of the table /);
  await closeDatabase();
  await database.drop();
});

test("in production, the application's own role is let in and finds its migrations", async () => {
  const database = await freshDatabase();
  const environment = { ...readEnvironment({ DATABASE_URL: database.appUrl }), production: true };
  const opened = await bringUpDatabase(environment);
  expect(await opened.migrationsCurrent()).toBe(true);
  await opened.close();
  await database.drop();
});
