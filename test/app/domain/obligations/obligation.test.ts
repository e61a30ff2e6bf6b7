import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, endOfDayInVietnam, workingCalendar, workingDaysBetween } from "#app/domain/obligations/calendar.ts";
import {
  type ClockFacts,
  clockState,
  firstDueOn,
  nextClockChangeAt,
  readClock,
} from "#app/domain/obligations/obligation.ts";
import year2025 from "#prisma/reference/working-days-2025.json";
import year2026 from "#prisma/reference/working-days-2026.json";
import year2027 from "#prisma/reference/working-days-2027.json";

const calendar = workingCalendar([year2025, year2026, year2027]);
const check: ClockFacts = { openedOn: "2026-10-01", originalDueOn: "2026-10-30", pauses: [] };

function noon(on: string): Date {
  return new Date(`${on}T05:00:00Z`);
}

describe("the clock of an obligation", () => {
  test("an intake check of ten working days opened on a Friday is due on the Friday two weeks later", () => {
    expect(firstDueOn("2026-10-02", 10, calendar)).toBe("2026-10-16");
  });

  test.each([
    ["2026-10-15", "run", 15],
    ["2026-10-16", "soon", 14],
    ["2026-10-30", "soon", 0],
    ["2026-10-31", "over", 1],
    ["2026-11-06", "over", 7],
  ])("on %s it is %s, %i days", (on, state, days) => {
    expect(readClock(check, noon(on), calendar)).toMatchObject({ state, days, dueOn: "2026-10-30" });
  });

  test("the last moment is 24:00 in Vietnam", () => {
    const end = endOfDayInVietnam("2026-10-30").getTime();
    const doneAt = (ms: number) => clockState({ ...check, doneAt: new Date(ms) }, noon("2026-12-01"), calendar);
    expect(doneAt(end - 1)).toBe("met");
    expect(doneAt(end)).toBe("late");
  });

  test("done late says by how much", () => {
    const done = readClock({ ...check, doneAt: noon("2026-11-03") }, noon("2026-12-01"), calendar);
    expect(done).toMatchObject({ state: "late", days: 4, daysPastOriginal: 4 });
  });

  test("a pause moves the due date by its working days and keeps the first date in sight", () => {
    const paused = { ...check, pauses: [{ from: "2026-10-12", to: "2026-10-19" }] };
    expect(readClock(paused, noon("2026-10-14"), calendar).state).toBe("wait");
    expect(readClock(paused, noon("2026-10-19"), calendar)).toMatchObject({ state: "run", dueOn: "2026-11-06" });
    const done = { ...paused, doneAt: noon("2026-11-05") };
    expect(readClock(done, noon("2026-12-01"), calendar)).toMatchObject({ state: "met", days: 0, daysPastOriginal: 6 });
  });

  test("a pause that begins after the due date excuses nothing", () => {
    const excused = { ...check, pauses: [{ from: "2026-11-02" }] };
    expect(readClock(excused, noon("2026-11-03"), calendar)).toMatchObject({ state: "over", days: 4 });
  });

  test("a day paused twice counts once", () => {
    const once = { ...check, pauses: [{ from: "2026-10-12", to: "2026-10-21" }] };
    const twice = {
      ...check,
      pauses: [
        { from: "2026-10-14", to: "2026-10-21" },
        { from: "2026-10-12", to: "2026-10-19" },
      ],
    };
    const at = noon("2026-10-22");
    expect(readClock(twice, at, calendar)).toEqual(readClock(once, at, calendar));
  });

  test("what is void is void, even when it was done or overdue", () => {
    const voided = { ...check, doneAt: noon("2026-11-20"), voidedAt: noon("2026-11-25") };
    expect(clockState(voided, noon("2026-11-26"), calendar)).toBe("void");
    expect(clockState(voided, noon("2026-11-24"), calendar)).toBe("late");
  });

  test("what happens later has not happened yet", () => {
    expect(clockState({ ...check, doneAt: noon("2026-10-20") }, noon("2026-10-19"), calendar)).toBe("soon");
  });

  test("the reader is told when the calendar of the year is not final", () => {
    const long = { openedOn: "2026-12-20", originalDueOn: "2027-01-15", pauses: [] };
    expect(readClock(long, noon("2026-12-21"), calendar).provisional).toBe(true);
    expect(readClock(check, noon("2026-10-21"), calendar).provisional).toBe(false);
  });

  test("a page with an open clock is out of date at midnight; a closed one stays", () => {
    expect(nextClockChangeAt(check, noon("2026-10-21"))).toEqual(endOfDayInVietnam("2026-10-21"));
    expect(nextClockChangeAt({ ...check, doneAt: noon("2026-10-20") }, noon("2026-10-21"))).toBeNull();
  });
});

describe("for every obligation", () => {
  const offset = fc.integer({ min: 0, max: 200 });
  const open = fc.record({
    openedOn: offset.map((days) => addDays("2026-01-05", days)),
    workingDays: fc.integer({ min: 1, max: 40 }),
    pauses: fc.array(fc.tuple(offset, fc.integer({ min: 0, max: 30 })), { maxLength: 3 }),
    today: offset,
  });

  test("pauses never bring the due date forward, and never move it by more than the working days paused", () => {
    fc.assert(
      fc.property(open, ({ openedOn, workingDays, pauses, today }) => {
        const originalDueOn = firstDueOn(openedOn, workingDays, calendar);
        const periods = pauses.map(([from, length]) => ({
          from: addDays(openedOn, from),
          to: addDays(openedOn, from + length),
        }));
        const facts = { openedOn, originalDueOn, pauses: periods };
        const { dueOn } = readClock(facts, noon(addDays(openedOn, today)), calendar);
        const moved = workingDaysBetween(originalDueOn, dueOn, calendar);
        const most = periods.reduce((sum, pause) => sum + workingDaysBetween(pause.from, pause.to, calendar), 0);
        expect(dueOn >= originalDueOn).toBe(true);
        expect(moved).toBeLessThanOrEqual(most);
      }),
    );
  });

  test("without pauses the states follow each other: run, soon, over", () => {
    fc.assert(
      fc.property(open, ({ openedOn, workingDays, today }) => {
        const facts = { openedOn, originalDueOn: firstDueOn(openedOn, workingDays, calendar), pauses: [] };
        const order = ["run", "soon", "over"];
        const now = order.indexOf(clockState(facts, noon(addDays(openedOn, today)), calendar));
        const tomorrow = order.indexOf(clockState(facts, noon(addDays(openedOn, today + 1)), calendar));
        expect(tomorrow).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
