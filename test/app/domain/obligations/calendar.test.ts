import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addWorkingDays,
  dayInVietnam,
  daysBetween,
  endOfDayInVietnam,
  isProvisional,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from "#app/domain/obligations/calendar.ts";
import year2025 from "#prisma/reference/working-days-2025.json";
import year2026 from "#prisma/reference/working-days-2026.json";
import year2027 from "#prisma/reference/working-days-2027.json";

const calendar = workingCalendar([year2025, year2026, year2027]);
const day = fc.integer({ min: 0, max: 1_090 }).map((days) => addDays("2025-01-01", days));

describe("working days in Vietnam", () => {
  test.each([
    ["2026-11-20", true, "an ordinary Friday"],
    ["2026-11-21", false, "a Saturday"],
    ["2026-02-17", false, "the first day of the lunar year"],
    ["2026-02-23", true, "the Monday after Tết"],
    ["2026-04-27", false, "in lieu of Hùng Kings on a Sunday"],
    ["2026-09-02", false, "National Day"],
    ["2026-01-10", true, "a Saturday worked instead of 2 January"],
    ["2026-01-02", false, "a Friday swapped for a Saturday"],
    ["2027-05-03", false, "in lieu of Labour Day on a Saturday"],
    ["2030-09-02", false, "National Day of a year without a list"],
    ["2030-09-04", true, "a Wednesday of a year without a list"],
  ])("%s: %s (%s)", (on, expected) => {
    expect(isWorkingDay(on, calendar)).toBe(expected);
  });

  test("five working days over Tết 2026 reach from the Thursday before to the Thursday after", () => {
    expect(addWorkingDays("2026-02-12", 5, calendar)).toBe("2026-02-26");
  });

  test("an end on a day off moves to the next working day", () => {
    expect(addWorkingDays("2026-11-21", 0, calendar)).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-20", 0, calendar)).toBe("2026-11-20");
  });

  test("counting back what was added gives the same number", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (from, count) => {
        const due = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(due, calendar)).toBe(true);
        if (count > 0) expect(workingDaysBetween(addDays(from, 1), addDays(due, 1), calendar)).toBe(count);
      }),
    );
  });

  test("adding in two steps is adding at once", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (from, first, second) => {
        const steps = addWorkingDays(addWorkingDays(from, first, calendar), second, calendar);
        expect(steps).toBe(addWorkingDays(from, first + second, calendar));
      }),
    );
  });

  test("a later start never ends earlier", () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 60 }), (a, b, count) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addWorkingDays(early, count, calendar) <= addWorkingDays(late, count, calendar)).toBe(true);
      }),
    );
  });

  test("working days of two neighbouring periods add up", () => {
    fc.assert(
      fc.property(fc.tuple(day, day, day), (days) => {
        const [a, b, c] = [...days].sort() as [string, string, string];
        const parts = workingDaysBetween(a, b, calendar) + workingDaysBetween(b, c, calendar);
        expect(parts).toBe(workingDaysBetween(a, c, calendar));
      }),
      { numRuns: 25 },
    );
  });

  test.each([-1, 1.5, Number.NaN, 2_501])("%s working days are a fault of the caller", (count) => {
    expect(() => addWorkingDays("2026-01-05", count, calendar)).toThrow(RangeError);
  });

  test("a count that reaches a year without a final list is provisional", () => {
    expect(isProvisional("2026-11-21", "2026-12-30", calendar)).toBe(false);
    expect(isProvisional("2026-12-21", "2027-01-10", calendar)).toBe(true);
    expect(isProvisional("2030-01-01", "2030-01-10", calendar)).toBe(true);
  });

  test("a day in Vietnam ends at 17:00 UTC", () => {
    expect(endOfDayInVietnam("2026-11-21").toISOString()).toBe("2026-11-21T17:00:00.000Z");
    expect(dayInVietnam(new Date("2026-11-21T16:59:59.999Z"))).toBe("2026-11-21");
    expect(dayInVietnam(new Date("2026-11-21T17:00:00.000Z"))).toBe("2026-11-22");
  });

  test("days between two days are counted both ways, across leap days", () => {
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2028-03-01", "2028-02-28")).toBe(-2);
  });
});
