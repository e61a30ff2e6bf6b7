import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildAccounts } from "#app/demo/accounts.server.ts";
import { tellTogether } from "#app/demo/chronicle.ts";
import { plannedInitiatives } from "#app/demo/initiatives/plan.ts";
import { initiativeStories } from "#app/demo/initiatives/stories.server.ts";
import { lacksOf } from "#app/domain/initiatives/completeness.ts";
import { openFiles } from "#app/platform/files/files.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ba-nha-demo-"));
  openFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the words of all initiatives are complete, and every decision has its reason", () => {
  const planned = plannedInitiatives();
  expect(planned).toHaveLength(64);
  expect(planned.flatMap(({ content }) => lacksOf(content))).toEqual([]);
  const decided = planned.filter(({ fate }) => fate.ends === "ACCEPTED" || fate.ends === "REJECTED");
  expect(decided.filter(({ reason }) => reason.length < 50)).toEqual([]);
  expect(new Set(planned.map(({ content }) => content.title.vi)).size).toBe(64);
});

test("the demonstration tells initiatives in every state that a page can reach, in the order of time", {
  timeout: 120_000,
}, async () => {
  const people = await buildAccounts(new Date("2026-01-05T02:00:00Z"));
  const now = new Date("2026-11-21T09:00:00Z");
  await tellTogether(await initiativeStories(people, now));
  const states = await db().initiative.groupBy({ by: ["state"], _count: true });
  const counts = Object.fromEntries(states.map((one) => [one.state, one._count]));
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(64);
  expect(Object.keys(counts).sort()).toEqual(
    [
      "ACCEPTED",
      "APPEALED",
      "ASSIGNED",
      "CLOSED_APPLIED",
      "CLOSED_NOT_APPLIED",
      "CLOSED_STOPPED",
      "DRAFT",
      "EVALUATED",
      "IN_IMPLEMENTATION",
      "LAPSED",
      "NEEDS_COMPLETION",
      "REJECTED",
      "REJECTED_FORM",
      "REJECTION_UPHELD",
      "RETURNED",
      "SCREENED",
      "SUBMITTED",
      "SUBMITTED_TO_STEERING",
      "UNDER_EVALUATION",
      "WITHDRAWN",
    ].sort(),
  );
  expect(await db().initiative.count({ where: { createdAt: { gt: now } } })).toBe(0);
  expect(await turnsTaken(now)).toEqual({
    sealedAhead: 1,
    forReviewers: 1,
    receipts: 2,
    coauthors: { confirmed: 3, waiting: 1 },
    secondRounds: { open: 1, closed: 1 },
    replaced: 1,
    embargoes: 1,
    corrections: 1,
    appeals: [null, "REJECTION_UPHELD", "UNDER_EVALUATION"],
  });
  const entries = await db().recordEntry.findMany({ where: { subjectType: "INITIATIVE" }, orderBy: { id: "asc" } });
  const times = entries.map((entry) => entry.at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

/** How often each rare turn was taken. */
async function turnsTaken(now: Date) {
  const authors = await db().initiativeAuthor.findMany({ where: { position: { gt: 1 } } });
  const second = await db().evaluation.findMany({ where: { kind: "DIVERGENCE" } });
  const appeals = await db().appeal.findMany({ select: { outcome: true } });
  return {
    sealedAhead: await db().partVisibility.count({ where: { level: "SEALED", untilOn: { gt: now } } }),
    forReviewers: await db().partVisibility.count({ where: { level: "REVIEWERS" } }),
    receipts: await db().priorityReceipt.count(),
    coauthors: {
      confirmed: authors.filter(({ confirmedAt }) => confirmedAt !== null).length,
      waiting: authors.filter(({ confirmedAt }) => confirmedAt === null).length,
    },
    secondRounds: {
      open: second.filter(({ closedAt }) => closedAt === null).length,
      closed: second.filter(({ closedAt }) => closedAt !== null).length,
    },
    replaced: await db().evaluationSeat.count({ where: { replacesSeatId: { not: null } } }),
    embargoes: await db().decision.count({ where: { publishedAt: null, publishAt: { gt: now } } }),
    corrections: await db().decision.count({ where: { correctsId: { not: null } } }),
    appeals: appeals.map(({ outcome }) => outcome).sort((a, b) => String(a).localeCompare(String(b))),
  };
}
