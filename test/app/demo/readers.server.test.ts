import { expect, test } from "vitest";
import { buildAccounts } from "#app/demo/accounts.server.ts";
import { tellTogether } from "#app/demo/chronicle.ts";
import { submitInitiative } from "#app/demo/initiatives.server.ts";
import { readerStories } from "#app/demo/readers.server.ts";
import { readFrame } from "#app/domain/notices/frame.server.ts";
import { readPreferences } from "#app/domain/notices/preferences.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

test("the printed accounts follow what is new to the public, and have read what is old", async () => {
  const people = await buildAccounts(new Date("2026-01-05T02:00:00Z"));
  const [, other] = people.scientists;
  const now = new Date("2026-11-21T09:00:00Z");
  const submitted = new Date("2026-03-01T02:00:00Z");
  let code = "";
  const initiative = async (until: (at: Date) => Promise<void>) => {
    await until(submitted);
    if (other) code = await submitInitiative(other, {}, submitted);
  };
  await tellTogether([initiative, ...readerStories(people, now)]);
  const { monitor } = people.actors;
  expect(await db().follow.count({ where: { personId: monitor.personId, subjectCode: code } })).toBe(1);
  expect(await readFrame(monitor.personId, { type: "INITIATIVE", code })).toMatchObject({ follows: true, unread: 0 });
  expect((await readPreferences(monitor.personId)).frequency).toBe("WEEKLY");
});
