import { lunarDay } from "./lunar.ts";

export type ComputedDayOff = { on: string; holiday: Holiday; kind: "HOLIDAY" | "COMPENSATION" };

export const HOLIDAYS = ["NEW_YEAR", "TET", "HUNG_KINGS", "REUNIFICATION", "LABOUR", "NATIONAL", "CULTURE"] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** Since this year 24 November is a day off. */
const CULTURE_DAY_SINCE = 2026;
const SATURDAY = 6;
const DAY_MS = 86_400_000;

/**
 * The days off of a year whose list nobody has published: the fixed holidays, Tết from the last day of the old lunar year
 * to the fourth of the new one, Hùng Kings on the tenth of the third lunar month, National Day with the day after it, and
 * for each that falls on a weekend the next day of work. What the State swaps is not computable.
 * Source: Labour Code 2019 Art. 111–112 (docs/domain.md, "Clocks and working days").
 */
export function computedDaysOff(year: number): readonly ComputedDayOff[] {
  return computedYear(year).days;
}

/** Whether a day ('YYYY-MM-DD') is off by the same rule. */
export function isComputedDayOff(on: string): boolean {
  return computedYear(Number(on.slice(0, 4))).off.has(on);
}

type ComputedYear = { days: readonly ComputedDayOff[]; off: ReadonlySet<string> };
const computed = new Map<number, ComputedYear>();

function computedYear(year: number): ComputedYear {
  const known = computed.get(year);
  if (known) return known;
  const tet = lunarDay(year, 1, 1);
  const days = withCompensation([
    holiday(`${year}-01-01`, "NEW_YEAR"),
    ...[-1, 0, 1, 2, 3].map((day) => holiday(addPlainDays(tet, day), "TET")),
    holiday(lunarDay(year, 3, 10), "HUNG_KINGS"),
    holiday(`${year}-04-30`, "REUNIFICATION"),
    holiday(`${year}-05-01`, "LABOUR"),
    ...["02", "03"].map((day) => holiday(`${year}-09-${day}`, "NATIONAL")),
    ...(year >= CULTURE_DAY_SINCE ? [holiday(`${year}-11-24`, "CULTURE")] : []),
  ]);
  const made = { days, off: new Set(days.map(({ on }) => on)) };
  computed.set(year, made);
  return made;
}

function holiday(on: string, name: Holiday): ComputedDayOff {
  return { on, holiday: name, kind: "HOLIDAY" };
}

function withCompensation(holidays: readonly ComputedDayOff[]): ComputedDayOff[] {
  const off = new Set(holidays.map(({ on }) => on));
  const inLieu = holidays
    .filter(({ on }) => weekdayOf(on) >= SATURDAY)
    .map((day): ComputedDayOff => {
      let on = day.on;
      while (off.has(on) || weekdayOf(on) >= SATURDAY) on = addPlainDays(on, 1);
      off.add(on);
      return { on, holiday: day.holiday, kind: "COMPENSATION" };
    });
  return [...holidays.filter(({ on }) => weekdayOf(on) < SATURDAY), ...inLieu].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function addPlainDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(on: string): number {
  return ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
