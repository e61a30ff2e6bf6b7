import { Temporal } from "temporal-polyfill";
import { isComputedDayOff } from "./calendar-year/computed-year.ts";

const TIME_ZONE = "Asia/Ho_Chi_Minh";
const SATURDAY = 6;
/** Longer periods are a slip of the pen, and the calendar ends long before. */
const MOST_WORKING_DAYS = 2_500;

/** One year of the public calendar: what is off beside Saturday and Sunday, and which weekend days are worked. */
export type WorkingYear = {
  year: number;
  /** True until the State has published the year's list, or where the list was not read. */
  provisional: boolean;
  daysOff: readonly { on: string }[];
  workedWeekendDays: readonly { on: string }[];
};

export type WorkingCalendar = {
  daysOff: ReadonlySet<string>;
  workedWeekendDays: ReadonlySet<string>;
  settledYears: ReadonlySet<number>;
  knownYears: ReadonlySet<number>;
};

export function workingCalendar(years: readonly WorkingYear[]): WorkingCalendar {
  return {
    daysOff: new Set(years.flatMap((year) => year.daysOff.map((day) => day.on))),
    workedWeekendDays: new Set(years.flatMap((year) => year.workedWeekendDays.map((day) => day.on))),
    settledYears: new Set(years.filter((year) => !year.provisional).map((year) => year.year)),
    knownYears: new Set(years.map((year) => year.year)),
  };
}

/**
 * Whether State bodies work on a day ('YYYY-MM-DD', in Vietnam): Monday to Friday without the days off, and the
 * weekend days that the State swapped in. A year without a list counts the days that can be computed; `isProvisional` says so.
 * Source: Labour Code 2019 Art. 111–112, Decision 188/1999/QĐ-TTg (docs/domain.md, "Clocks and working days").
 */
export function isWorkingDay(on: string, calendar: WorkingCalendar): boolean {
  if (calendar.workedWeekendDays.has(on)) return true;
  const day = Temporal.PlainDate.from(on);
  if (day.dayOfWeek >= SATURDAY || calendar.daysOff.has(on)) return false;
  return calendar.knownYears.has(day.year) || !isComputedDayOff(on);
}

/**
 * The day on which `count` working days after `from` have passed. The first day is not counted (Civil Code 2015
 * Art. 147); with 0, the first working day at or after `from` (Art. 148: an end on a day off moves to the next working
 * day). `count` is a whole number from 0 to 2 500, else a RangeError.
 */
export function addWorkingDays(from: string, count: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(count) || count < 0 || count > MOST_WORKING_DAYS)
    throw new RangeError(`working days: ${count}`);
  let day = Temporal.PlainDate.from(from);
  let left = count;
  while (left > 0) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day.toString(), calendar)) left -= 1;
  }
  while (!isWorkingDay(day.toString(), calendar)) day = day.add({ days: 1 });
  return day.toString();
}

/**
 * How many working days lie in the half-open days [from, to); 0 where `to` is not after `from`. A year is counted once
 * for a calendar, so that a span of years costs no more than one of days.
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  let count = workedBefore(to, calendar) - workedBefore(from, calendar);
  for (let year = yearOf(from); year < yearOf(to); year += 1) count += workedIn(year, calendar).at(-1) ?? 0;
  return count;
}

/** How many working days of its year lie before a day. */
function workedBefore(on: string, calendar: WorkingCalendar): number {
  return workedIn(yearOf(on), calendar)[Temporal.PlainDate.from(on).dayOfYear - 1] ?? 0;
}

const counted = new WeakMap<WorkingCalendar, Map<number, readonly number[]>>();

/** How many working days a year has had before each of its days, and in all as the last. */
function workedIn(year: number, calendar: WorkingCalendar): readonly number[] {
  const years = counted.get(calendar) ?? new Map<number, readonly number[]>();
  counted.set(calendar, years);
  const known = years.get(year);
  if (known) return known;
  const worked = [0];
  let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (; day.year === year; day = day.add({ days: 1 }))
    worked.push((worked.at(-1) ?? 0) + Number(isWorkingDay(day.toString(), calendar)));
  years.set(year, worked);
  return worked;
}

/** Whether a count over the days [from, to] leans on a year whose list is missing or not final. */
export function isProvisional(from: string, to: string, calendar: WorkingCalendar): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!calendar.settledYears.has(year)) return true;
  return false;
}

/** Calendar days from one day to another; negative where `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

export function addDays(on: string, days: number): string {
  return Temporal.PlainDate.from(on).add({ days }).toString();
}

/** The calendar day in Vietnam at an instant. */
export function dayInVietnam(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(TIME_ZONE).toPlainDate().toString();
}

/**
 * The first instant after a day in Vietnam. What is due on a day may be done until 24:00 of it, which is this instant:
 * before it is in time, from it on it is late.
 */
export function endOfDayInVietnam(on: string): Date {
  const next = Temporal.PlainDate.from(on).add({ days: 1 });
  return new Date(next.toZonedDateTime(TIME_ZONE).epochMilliseconds);
}

function yearOf(on: string): number {
  return Number(on.slice(0, 4));
}

/** The later of two days ('YYYY-MM-DD'). */
export function laterDay(one: string, other: string): string {
  return [one, other].sort().at(-1) ?? one;
}
