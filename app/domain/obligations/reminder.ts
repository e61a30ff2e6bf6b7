import { addDays, addWorkingDays, isWorkingDay, type WorkingCalendar } from "#app/domain/obligations/calendar.ts";

/** Something that somebody owes and is reminded of. Days are 'YYYY-MM-DD' in Vietnam. */
export type Reminder = {
  personId: string;
  kind: string;
  subjectType: string;
  subjectCode: string;
  /** the post in which it is owed; PROPOSER where in one's own name */
  role: string;
  dueOn: string;
};

/**
 * The due dates of which somebody is reminded on a day: so many working days ahead (on working days alone, so that a
 * weekend repeats nothing), tomorrow, today, and yesterday, the day on which it became overdue.
 * Source: docs/domain.md, "Notices".
 */
export function remindedDays(today: string, workingDaysAhead: number, calendar: WorkingCalendar): string[] {
  const ahead = isWorkingDay(today, calendar) ? [addWorkingDays(today, workingDaysAhead, calendar)] : [];
  return [...new Set([addDays(today, -1), today, addDays(today, 1), ...ahead])];
}

/** The due dates of which a weekly mail speaks: the seven days before its day, and the seven from it on. */
export function remindedWeek(monday: string): string[] {
  return Array.from({ length: 14 }, (_, day) => addDays(monday, day - 7));
}
