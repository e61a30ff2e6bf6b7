import { beforeAll, expect, test } from "vitest";
import { must, submitInitiative } from "#app/demo/initiatives.server.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { screenByDefault } from "#app/domain/initiatives/intake/screen-by-default.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { aCast } from "#test/support/initiative-cast.ts";

withTestDatabase();

let cast: Awaited<ReturnType<typeof aCast>>;

beforeAll(async () => {
  cast = await aCast();
});

function at(on: string): Date {
  return new Date(`${on}T03:00:00Z`);
}

test("a check that was not done by its last day is passed, and stays on the record as the body's default", async () => {
  const code = await submitInitiative(cast.proposer, { track: "BREAKTHROUGH" }, at("2026-03-16"));
  expect(await screenByDefault(at("2026-03-30"))).toEqual([]);
  expect(await screenByDefault(at("2026-03-31"))).toEqual([code]);
  expect(await screenByDefault(at("2026-04-01"))).toEqual([]);

  const [check, council] = await obligationsOf(code, at("2026-04-01"));
  expect(check).toMatchObject({
    ...{ kind: "INTAKE_CHECK", outcome: "DEFAULT", endedOn: "2026-03-31" },
    clock: { state: "late", days: 1, metOriginal: false },
  });
  expect(council).toMatchObject({ kind: "COUNCIL_SET_UP", openedOn: "2026-03-31", workingDays: 5 });
  const entry = await db().recordEntry.findFirst({ where: { subjectCode: code }, orderBy: { id: "desc" } });
  expect(entry).toMatchObject({
    ...{ kind: "initiative.screened-by-default", actorPost: "CLOCK", actorOrganisationId: cast.intakeBody },
  });
  const page = await findInitiative(null, code, at("2026-04-01"));
  expect(page).toMatchObject({ state: "SCREENED", track: "BREAKTHROUGH" });
  expect(page?.steps.at(-1)).toMatchObject({ toState: "SCREENED", role: "CLOCK" });
  const told = await db().notice.findMany({ where: { subjectCode: code, event: "initiative.defaulted" } });
  expect(told.map(({ personId }) => personId)).toEqual([cast.intakeHead.personId]);
});

test("what was returned waits for its proposer and is not passed", async () => {
  const code = await submitInitiative(cast.proposer, {}, at("2026-03-16"));
  const items = [{ field: "solution" as const, message: "Thêm bản vẽ mặt cắt của bộ đo." }];
  must(await returnForCompletion(cast.intake, code, { items }, at("2026-03-20")));
  expect(await screenByDefault(at("2026-06-01"))).not.toContain(code);
});

test("two workers at once pass each initiative once; one that an officer holds is left for the next round", async () => {
  const codes: string[] = [];
  for (let made = 0; made < 6; made += 1) codes.push(await submitInitiative(cast.proposer, {}, at("2026-04-01")));
  const [held = ""] = codes;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM initiative WHERE code = ${held} FOR UPDATE`;
    const passed = await Promise.all([screenByDefault(at("2026-06-01")), screenByDefault(at("2026-06-01"))]);
    expect(passed.flat().sort()).toEqual(codes.slice(1).sort());
  });
  expect(await screenByDefault(at("2026-06-01"))).toEqual([held]);
  const entries = await db().recordEntry.count({
    where: { subjectCode: { in: codes }, kind: "initiative.screened-by-default" },
  });
  expect(entries).toBe(codes.length);
});

test("the proposer is written to on the day: whose default it is, and what comes next", async () => {
  const now = new Date();
  const code = await submitInitiative(cast.proposer, {}, new Date(now.getTime() - 40 * 86_400_000));
  expect(await screenByDefault(now)).toContain(code);
  const mails = await db().outbox.findMany({ where: { topic: "mail" }, orderBy: { id: "desc" }, take: 1 });
  expect(JSON.stringify(mails[0]?.payload)).toContain("tự qua");
});
