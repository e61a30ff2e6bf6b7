import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { DigestFrequency } from "../event.ts";

/** The digest goes out from this hour on, in Vietnam (a proposal of the portal's own). */
const HOUR = 7;
/** Older news is not mailed any more: it stands on the page. */
export const MAILED_FOR_DAYS = 14;

/** A digest: the day that it stands for, and the instant up to which it tells. */
export type Edition = { on: string; until: Date };

/**
 * The digests that go out at an instant: today's, and that of this week's Monday, which a process that was down goes on
 * to send on the days after. What comes later than an edition's hour waits for the next one, so the same person gets
 * the same digest whenever it is sent. Null in the night before the hour: yesterday's is not made up for then, so that
 * nobody gets two in a day.
 */
export function editionsAt(at: Date): { today: string; daily: Edition; weekly: Edition } | null {
  const today = dayInVietnam(at);
  const daily = editionOf(today);
  if (at < daily.until) return null;
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return { today, daily, weekly: editionOf(addDays(today, -((weekday + 6) % 7))) };
}

/** The edition for somebody who chose this; null for who wants none. */
export function editionFor(editions: { daily: Edition; weekly: Edition }, frequency: DigestFrequency): Edition | null {
  if (frequency === "NEVER") return null;
  return frequency === "DAILY" ? editions.daily : editions.weekly;
}

function editionOf(on: string): Edition {
  return { on, until: new Date(`${on}T${String(HOUR).padStart(2, "0")}:00:00+07:00`) };
}
