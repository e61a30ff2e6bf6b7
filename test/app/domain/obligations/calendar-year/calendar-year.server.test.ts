import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { listCalendarYears } from "#app/domain/obligations/calendar-year/queries.server.ts";
import { recountDueDates } from "#app/domain/obligations/calendar-year/recount-due-dates.server.ts";
import { watchCalendar } from "#app/domain/obligations/calendar-year/watch-calendar.server.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { closeObligation, openAgreedObligation, openObligation } from "#app/domain/obligations/write.server.ts";
import { db } from "#prisma/client.server.ts";
import { testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase({ each: true });

afterEach(async () => {
  await loadCalendar(db(), { fresh: true });
});

function at(on: string): Date {
  return new Date(`${on}T03:00:00Z`);
}

/** What a release with the published list does to the tables: the year is final, and 1 to 3 February 2027 are off too. */
async function publish2027(publishedAt: string): Promise<void> {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  await client.query(
    `INSERT INTO calendar_day (on_date, working, name_vi, provisional, source, confidence)
     SELECT day, false, 'Tết', false, 'Thông báo', 'high' FROM unnest('{2027-02-01,2027-02-02,2027-02-03}'::date[]) AS day`,
  );
  await client.query("UPDATE calendar_year SET provisional = false, published_at = $1 WHERE year = 2027", [
    publishedAt,
  ]);
  await client.end();
}

async function open(code: string, on: string): Promise<string> {
  const subject = { type: "INITIATIVE", id: crypto.randomUUID(), code } as const;
  const debtor = { organisationId: null, role: "CHAIR" } as const;
  const parameter = "initiative.evaluation.working-days";
  await db().$transaction((tx) => openObligation(tx, { subject, kind: "EVALUATION", debtor, parameter }, at(on)));
  return subject.id;
}

test("once a year is published its open clocks are counted anew; the original date stays, and the record tells", async () => {
  await loadCalendar(db(), { fresh: true });
  const id = await open("SK-2027-0001", "2027-01-11");
  await open("SK-2027-0002", "2027-03-15");
  const done = await open("SK-2027-0003", "2027-01-11");
  await db().$transaction((tx) => closeObligation(tx, done, "EVALUATION", "EVALUATED", at("2027-01-15")));
  const before = (await obligationsOf("SK-2027-0001", at("2027-01-15")))[0];
  expect(before?.clock.provisional).toBe(true);

  await publish2027("2027-01-18T00:00:00Z");
  expect(await recountDueDates(new Date("2027-01-18T00:05:00Z"))).toBe(0);
  expect(await recountDueDates(at("2027-01-18"))).toBe(1);
  expect(await recountDueDates(at("2027-01-19"))).toBe(0);

  const after = (await obligationsOf("SK-2027-0001", at("2027-01-19")))[0];
  expect(after?.originalDueOn).toBe(before?.originalDueOn);
  expect(after?.recountedDueOn).toBe(after?.dueOn);
  expect((after?.dueOn ?? "") > (before?.dueOn ?? "")).toBe(true);
  expect(after?.clock.provisional).toBe(false);
  const stored = await db().obligation.findFirstOrThrow({ where: { subjectId: id } });
  expect(stored.dueOn.toISOString().slice(0, 10)).toBe(after?.dueOn);
  expect((await obligationsOf("SK-2027-0003"))[0]?.recountedDueOn).toBeNull();
  const entries = await db().recordEntry.findMany({ where: { kind: "obligation.recounted" } });
  expect(entries.map(({ subjectCode, actorPost }) => [subjectCode, actorPost])).toEqual([["SK-2027-0001", "CLOCK"]]);
  expect(JSON.parse(entries[0]?.payload ?? "")).toMatchObject({ year: 2027, from: before?.dueOn, due: after?.dueOn });
});

test("an agreed day moves only where the published list takes it off work; two workers count once", async () => {
  await loadCalendar(db(), { fresh: true });
  const subject = { type: "PARTNERSHIP", id: crypto.randomUUID(), code: "DA-2027-0001" } as const;
  const debtor = { organisationId: null, role: "PARTY_REP" } as const;
  const owed = { subject, kind: "SIGNATURE", debtor, basis: "x", dueOn: "2027-02-02" } as const;
  await db().$transaction((tx) => openAgreedObligation(tx, owed, at("2027-01-11")));
  await publish2027("2027-01-18T00:00:00Z");
  const moved = await Promise.all([recountDueDates(at("2027-01-19")), recountDueDates(at("2027-01-19"))]);
  await recountDueDates(at("2027-01-19"));
  expect(moved[0] + moved[1]).toBe(1);
  expect(await db().recordEntry.count({ where: { kind: "obligation.recounted" } })).toBe(1);
  expect((await obligationsOf("DA-2027-0001", at("2027-01-20")))[0]).toMatchObject({
    originalDueOn: "2027-02-02",
    dueOn: "2027-02-04",
  });
});

test("ninety days ahead the administration owes the calendar in public, once, until it is published", async () => {
  expect(await watchCalendar(at("2026-10-02"))).toEqual([]);
  const both = await Promise.all([watchCalendar(at("2026-10-03")), watchCalendar(at("2026-10-03"))]);
  expect(both.flat()).toEqual(["ALARM 2027"]);
  expect(await obligationsOf("2027", at("2026-10-04"))).toMatchObject([
    { kind: "CALENDAR_YEAR", subjectType: "CALENDAR_YEAR", dueOn: "2026-12-31", debtor: { role: "ADMIN" } },
  ]);
  await publish2027("2026-12-01T00:00:00Z");
  expect(await watchCalendar(at("2026-12-02"))).toEqual(["PUBLISHED 2027"]);
  expect((await obligationsOf("2027", at("2026-12-03")))[0]?.clock).toMatchObject({ state: "met", metOriginal: true });
  expect(await watchCalendar(at("2027-01-05"))).toEqual([]);
  // the year after has no list at all, and the alarm comes all the same
  expect(await watchCalendar(at("2027-12-31"))).toEqual(["ALARM 2028"]);
});

test("every year has its days: published, provisional, or computed from the law", async () => {
  const years = await listCalendarYears(2026);
  expect(years.map(({ year, standing }) => `${year} ${standing}`)).toEqual([
    "2028 COMPUTED",
    "2027 PROVISIONAL",
    "2026 PUBLISHED",
    "2025 PUBLISHED",
  ]);
  expect(years[0]?.days.map(({ on }) => on)).toContain("2028-01-26");
  expect(years[2]?.days.find(({ on }) => on === "2026-01-10")?.working).toBe(true);
  expect(years[2]?.days[0]?.names?.fr).toBe("Jour de l’an");
});
