import { expect, test } from "vitest";
import { isWorkingDay, workingCalendar } from "#app/domain/obligations/calendar.ts";
import { computedDaysOff } from "#app/domain/obligations/calendar-year/computed-year.ts";
import { lunarDay } from "#app/domain/obligations/calendar-year/lunar.ts";
import year2027 from "#prisma/reference/working-days-2027.json";

test.each([
  ["1985", "1985-01-21"],
  ["2007", "2007-02-17"],
  ["2024", "2024-02-10"],
  ["2025", "2025-01-29"],
  ["2026", "2026-02-17"],
  ["2027", "2027-02-06"],
  ["2030", "2030-02-02"],
  ["2033", "2033-01-31"],
  ["2034", "2034-02-19"],
])("Tết %s begins on %s, by the moon over Vietnam and not over Beijing", (year, on) => {
  expect(lunarDay(Number(year), 1, 1)).toBe(on);
});

test("Hùng Kings fall on the tenth of the third lunar month", () => {
  expect([2025, 2026, 2027].map((year) => lunarDay(year, 3, 10))).toEqual(["2025-04-07", "2026-04-26", "2027-04-16"]);
});

test("what is computed for 2027 is the provisional list, day for day", () => {
  expect(computedDaysOff(2027).map(({ on }) => on)).toEqual(year2027.daysOff.map(({ on }) => on));
});

test("in every year to come the days off are weekdays, each once, and as many as the law gives", () => {
  for (let year = 2028; year <= 2060; year += 1) {
    const days = computedDaysOff(year).map(({ on }) => on);
    expect(new Set(days).size, String(year)).toBe(days.length);
    expect(days.every((on) => on.startsWith(String(year)) && new Date(on).getUTCDay() % 6 !== 0)).toBe(true);
    expect(days.length, String(year)).toBe(12);
  }
});

test("a year without a list counts its computed days off", () => {
  const none = workingCalendar([]);
  expect(isWorkingDay("2030-02-04", none)).toBe(false);
  expect(isWorkingDay("2030-09-02", none)).toBe(false);
  expect(isWorkingDay("2030-09-05", none)).toBe(true);
});
