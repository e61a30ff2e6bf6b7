import fc from "fast-check";
import { expect, test } from "vitest";
import { editionFor, editionsAt } from "#app/domain/notices/digest/digest.ts";
import { addWorkingDays, daysBetween, isWorkingDay, workingCalendar } from "#app/domain/obligations/calendar.ts";
import { remindedDays, remindedWeek } from "#app/domain/obligations/reminder.ts";

const calendar = workingCalendar([]);
const anInstant = fc.date({ min: new Date("2025-01-01Z"), max: new Date("2030-01-01Z"), noInvalidDate: true });

test("the digest goes out from seven in the morning in Vietnam on", () => {
  expect(editionsAt(new Date("2026-11-23T23:59:59.999Z"))).toBeNull();
  const editions = editionsAt(new Date("2026-11-24T00:00:00Z"));
  expect(editions).toEqual({
    today: "2026-11-24",
    daily: { on: "2026-11-24", until: new Date("2026-11-24T00:00:00Z") },
    weekly: { on: "2026-11-23", until: new Date("2026-11-23T00:00:00Z") },
  });
});

test("an edition never tells what is still to come, and the weekly one is a Monday's", () => {
  fc.assert(
    fc.property(anInstant, (at) => {
      const editions = editionsAt(at);
      if (!editions) return;
      const { today, daily, weekly } = editions;
      expect(daily.until <= at && weekly.until <= daily.until).toBe(true);
      expect(new Date(`${weekly.on}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(daysBetween(weekly.on, today)).toBeLessThan(7);
      expect(editionFor(editions, "NEVER")).toBeNull();
    }),
  );
});

test("of one due date a person is reminded on at most four days: ahead, the day before, the day, the day after", () => {
  const aDay = anInstant.map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 10 }), (from, ahead) => {
      const dueOn = addWorkingDays(from, 10, calendar);
      const days = Array.from({ length: 40 }, (_, offset) =>
        new Date(Date.parse(`${dueOn}T00:00:00Z`) + (offset - 30) * 86_400_000).toISOString().slice(0, 10),
      );
      const reminded = days.filter((day) => remindedDays(day, ahead, calendar).includes(dueOn));
      const distances = reminded.map((day) => daysBetween(day, dueOn));
      expect(distances).toEqual(expect.arrayContaining([1, 0, -1]));
      const early = reminded.filter((day) => daysBetween(day, dueOn) > 1);
      expect(early.length).toBeLessThanOrEqual(1);
      for (const day of early) {
        expect(isWorkingDay(day, calendar)).toBe(true);
        expect(addWorkingDays(day, ahead, calendar)).toBe(dueOn);
      }
    }),
  );
});

test("a weekly mail speaks of the seven days before and the seven from its Monday on", () => {
  const week = remindedWeek("2026-11-23");
  expect([week[0], week.at(-1), week.length]).toEqual(["2026-11-16", "2026-11-29", 14]);
});
