import { type WorkingCalendar, workingCalendar } from "#app/domain/obligations/calendar.ts";
import { db, type Tx } from "#prisma/client.server.ts";

const KEPT_FOR_MS = 600_000;

let kept: { calendar: WorkingCalendar; until: number } | undefined;

/** Vietnam's working days as loaded reference data; read again every ten minutes, and at once where `fresh` is asked for. */
export async function loadCalendar(tx: Tx = db(), { fresh = false } = {}): Promise<WorkingCalendar> {
  if (!fresh && kept && kept.until > Date.now()) return kept.calendar;
  const listed = await tx.calendarYear.findMany({ orderBy: { year: "asc" } });
  const days = await tx.calendarDay.findMany({ orderBy: { onDate: "asc" } });
  const years = new Map<number, typeof days>();
  for (const day of days) {
    const year = day.onDate.getUTCFullYear();
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  const calendar = workingCalendar(
    listed.map(({ year, provisional }) => {
      const list = years.get(year) ?? [];
      return {
        year,
        provisional,
        daysOff: list.filter((day) => !day.working).map((day) => ({ on: isoDay(day.onDate) })),
        workedWeekendDays: list.filter((day) => day.working).map((day) => ({ on: isoDay(day.onDate) })),
      };
    }),
  );
  kept = { calendar, until: Date.now() + KEPT_FOR_MS };
  return calendar;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
