import { pool } from "#prisma/client.server.ts";
import type { CalendarDay, CalendarYearPage } from "./calendar-year.ts";
import { computedDaysOff } from "./computed-year.ts";

type Row = { year: number; provisional: boolean; source: string; confidence: string; days: CalendarDay[] };

/** Every year with a list, and those up to two years after `thisYear` that are computed, newest first. One statement. */
export async function listCalendarYears(thisYear: number): Promise<CalendarYearPage[]> {
  const { rows } = await pool().query<Row>(
    `SELECT y.year, y.provisional, y.source, y.confidence,
       coalesce((SELECT json_agg(json_build_object('on', d.on_date, 'working', d.working, 'holiday', NULL,
           'names', json_build_object('vi', d.name_vi, 'en', d.name_en, 'fr', d.name_fr)) ORDER BY d.on_date)
         FROM calendar_day d WHERE d.on_date >= make_date(y.year, 1, 1) AND d.on_date < make_date(y.year + 1, 1, 1)), '[]') AS days
     FROM calendar_year y ORDER BY y.year DESC`,
  );
  const listed = rows.map(
    ({ provisional, ...year }): CalendarYearPage => ({
      ...year,
      standing: provisional ? "PROVISIONAL" : "PUBLISHED",
    }),
  );
  const known = new Set(rows.map(({ year }) => year));
  const computed = [thisYear + 2, thisYear + 1, thisYear]
    .filter((year) => !known.has(year))
    .map((year): CalendarYearPage => {
      const days = computedDaysOff(year).map(({ on, holiday }) => ({ on, holiday, working: false, names: null }));
      return { year, standing: "COMPUTED", source: null, confidence: null, days };
    });
  return [...computed, ...listed].sort((a, b) => b.year - a.year);
}
