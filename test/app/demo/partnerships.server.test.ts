import { expect, test } from "vitest";
import { buildAccounts } from "#app/demo/accounts.server.ts";
import { tellTogether } from "#app/demo/chronicle.ts";
import { partnershipStories } from "#app/demo/partnerships.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

test("thirteen partnerships of several technology groups are built by the commands that people use", {
  timeout: 60_000,
}, async () => {
  const people = await buildAccounts(new Date("2026-01-05T02:00:00Z"));
  await tellTogether(partnershipStories(people));
  const partnerships = await db().partnership.findMany({
    orderBy: { createdAt: "asc" },
    include: { agreements: { include: { product: true } } },
  });
  expect(partnerships).toHaveLength(13);
  expect([...partnerships].map(({ code }) => code).sort()).toEqual(partnerships.map(({ code }) => code));
  expect(partnerships.filter(({ publishedAt }) => publishedAt !== null)).toHaveLength(10);
  expect(partnerships.filter(({ state }) => state === "FAILED")).toHaveLength(1);
  expect(await db().riskAcceptance.count({ where: { decision: "ACCEPTED" } })).toBe(1);
  const agreements = partnerships.flatMap((partnership) => partnership.agreements);
  expect(new Set(agreements.map(({ product }) => product.groupCode)).size).toBeGreaterThanOrEqual(6);
  const states = new Set(agreements.map(({ state }) => state));
  expect(states).toEqual(new Set(["ACTIVE", "AMENDING", "UNDER_APPRAISAL", "RETURNED", "NEGOTIATION"]));
});
