import { type WorkingCalendar, workingCalendar } from "#app/domain/obligations/calendar.ts";
import { db, type Tx } from "#prisma/client.server.ts";

const KEPT_FOR_MS = 600_000;

let kept: { calendar: WorkingCalendar; until: number } | undefined;

/** Vietnam's working days as loaded reference data; read again every ten minutes. */
export async function loadCalendar(tx: Tx = db()): Promise<WorkingCalendar> {
  if (kept && kept.until > Date.now()) return kept.calendar;
  const days = await tx.calendarDay.findMany({ orderBy: { onDate: "asc" } });
  const years = new Map<number, typeof days>();
  for (const day of days) {
    const year = day.onDate.getUTCFullYear();
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  const calendar = workingCalendar(
    [...years].map(([year, list]) => ({
      year,
      provisional: list.some((day) => day.provisional),
      daysOff: list.filter((day) => !day.working).map((day) => ({ on: isoDay(day.onDate) })),
      workedWeekendDays: list.filter((day) => day.working).map((day) => ({ on: isoDay(day.onDate) })),
    })),
  );
  kept = { calendar, until: Date.now() + KEPT_FOR_MS };
  return calendar;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
