import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  endOfDayInVietnam,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from "#app/domain/obligations/calendar.ts";
import {
  type ClockFacts,
  clockState,
  firstDueOn,
  nextClockChangeAt,
  readClock,
  runningDays,
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

describe("more time", () => {
  const granted = { ...check, extensions: [{ untilOn: "2026-11-13", grantedOn: "2026-10-28" }] };

  test("moves the due date from the day on which it was granted, and never the first one", () => {
    expect(readClock(granted, noon("2026-10-27"), calendar).dueOn).toBe("2026-10-30");
    expect(readClock(granted, noon("2026-11-04"), calendar)).toMatchObject({
      ...{ state: "soon", dueOn: "2026-11-13", days: 9 },
      ...{ daysPastOriginal: 5, metOriginal: false },
    });
  });

  test("on time is answered twice: against the date now and against the first one", () => {
    const at = noon("2026-12-01");
    const within = readClock({ ...granted, doneAt: noon("2026-10-30") }, at, calendar);
    expect(within).toMatchObject({ state: "met", metOriginal: true, daysPastOriginal: 0 });
    const after = readClock({ ...granted, doneAt: noon("2026-11-13") }, at, calendar);
    expect(after).toMatchObject({ state: "met", metOriginal: false, daysPastOriginal: 14 });
  });

  test("a pause after it moves the day granted", () => {
    const paused = { ...granted, pauses: [{ from: "2026-11-02", to: "2026-11-09" }] };
    expect(readClock(paused, noon("2026-11-09"), calendar).dueOn).toBe("2026-11-20");
  });

  test("a date counted on a provisional year is counted anew, and the first stays in sight", () => {
    const counted = { ...check, recountedDueOn: "2026-11-02" };
    const clock = readClock({ ...counted, doneAt: noon("2026-11-02") }, noon("2026-12-01"), calendar);
    expect(clock).toMatchObject({ state: "met", dueOn: "2026-11-02", metOriginal: false, daysPastOriginal: 3 });
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

  const extension = fc.record({ until: offset, granted: offset });
  const lived = fc.record({
    openedOn: offset.map((days) => addDays("2026-01-05", days)),
    workingDays: fc.integer({ min: 1, max: 40 }),
    // pauses follow each other: the database allows one at a time
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 }),
    extensions: fc.array(extension, { maxLength: 3 }),
    today: offset,
  });
  type Lived = typeof lived extends fc.Arbitrary<infer Value> ? Value : never;

  function factsOf({ openedOn, workingDays, gaps, extensions }: Lived) {
    let day = openedOn;
    const pauses = gaps.map(([run, stand]) => {
      const from = addDays(day, run);
      day = addDays(from, stand);
      return { from, to: day };
    });
    return {
      openedOn,
      originalDueOn: firstDueOn(openedOn, workingDays, calendar),
      pauses,
      extensions: extensions.map(({ until, granted }) => ({
        untilOn: addDays(openedOn, until),
        grantedOn: addDays(openedOn, granted),
      })),
    };
  }

  test("one more pause never shortens it, and neither does one more extension", () => {
    fc.assert(
      fc.property(lived, fc.nat(3), (drawn, which) => {
        const facts = factsOf(drawn);
        const at = noon(addDays(drawn.openedOn, drawn.today));
        const { dueOn } = readClock(facts, at, calendar);
        const fewerPauses = facts.pauses.filter((_, index) => index !== which);
        const fewerExtensions = facts.extensions.filter((_, index) => index !== which);
        expect(readClock({ ...facts, pauses: fewerPauses }, at, calendar).dueOn <= dueOn).toBe(true);
        expect(readClock({ ...facts, extensions: fewerExtensions }, at, calendar).dueOn <= dueOn).toBe(true);
      }),
    );
  });

  test("nothing hides lateness against the original: it is that of the bare clock", () => {
    fc.assert(
      fc.property(lived, fc.option(offset), (drawn, done) => {
        const facts = factsOf(drawn);
        const at = noon(addDays(drawn.openedOn, drawn.today));
        const doneAt = done === null ? null : noon(addDays(drawn.openedOn, done));
        const read = readClock({ ...facts, doneAt }, at, calendar);
        const bare = readClock({ ...facts, pauses: [], extensions: [], doneAt }, at, calendar);
        expect([read.daysPastOriginal, read.metOriginal]).toEqual([bare.daysPastOriginal, bare.metOriginal]);
        if (bare.state === "late") expect(read.metOriginal).toBe(false);
      }),
    );
  });

  test("the running time is what passed without the days on which it stood, counted day by day", () => {
    fc.assert(
      fc.property(lived, (drawn) => {
        const facts = factsOf(drawn);
        const until = addDays(drawn.openedOn, drawn.today);
        let ran = 0;
        for (let day = drawn.openedOn; day < until; day = addDays(day, 1)) {
          const stands = facts.pauses.some(({ from, to }) => from <= day && day < to);
          if (!stands && isWorkingDay(day, calendar)) ran += 1;
        }
        expect(runningDays(facts, until, calendar)).toBe(ran);
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
