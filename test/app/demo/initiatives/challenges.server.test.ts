import { expect, test } from "vitest";
import { buildAccounts } from "#app/demo/accounts.server.ts";
import { tellTogether } from "#app/demo/chronicle.ts";
import { challengeStories } from "#app/demo/initiatives/challenges.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

test("the demonstration poses challenges, of which one closed without an answer", {
  timeout: 120_000,
}, async () => {
  const people = await buildAccounts(new Date("2026-01-05T02:00:00Z"));
  await tellTogether(challengeStories(people, new Date("2026-11-21T09:00:00Z")));
  const states = await db().challenge.findMany({ select: { state: true }, orderBy: { code: "asc" } });
  expect(states.map(({ state }) => state).sort()).toEqual(["CLOSED", "OPEN", "OPEN"]);
  expect(await db().obligation.count({ where: { kind: "CHALLENGE_ANSWER", doneAt: null } })).toBe(1);
});
