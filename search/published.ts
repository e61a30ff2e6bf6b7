/** Days in Vietnam, both included, within which a thing became public; null where a side is open. */
export type DayRange = { from: string | null; to: string | null };

// Days, 2026-11-21, before and after all others.
const FIRST = "0001-01-01";
const LAST = "9999-12-31";

/** Vietnam is seven hours ahead, all year. */
const AHEAD_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The month in Vietnam of an instant: 2026-11. */
export function monthInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + AHEAD_MS).toISOString().slice(0, 7);
}

/** A range of moments, half-open, in milliseconds. */
export function momentsOf({ from, to }: DayRange): { from: number; before: number } {
  return { from: startOf(from ?? FIRST), before: startOf(to ?? LAST) + DAY_MS };
}

/**
 * A range as the months of which every day is in it, from `first` to before `end`, and the days besides: at most two
 * stretches of moments, half-open, in RFC 3339.
 */
export function monthsAndDays(range: DayRange): {
  first: string;
  end: string;
  days: { from: string; before: string }[];
} {
  const from = range.from ?? FIRST;
  const before = range.to === null ? LAST : dayAfter(range.to);
  const first = from.endsWith("-01") ? monthOf(from) : monthAfter(from);
  const end = monthOf(before);
  const stretches =
    first > end ? [[from, before] as const] : [[from, `${first}-01`] as const, [`${end}-01`, before] as const];
  return {
    first,
    end,
    days: stretches
      .filter(([start, stop]) => start < stop)
      .map(([start, stop]) => ({ from: at(start), before: at(stop) })),
  };
}

/** The first moment of a day in Vietnam. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - AHEAD_MS;
}

function at(day: string): string {
  return new Date(startOf(day)).toISOString();
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function monthOf(day: string): string {
  return day.slice(0, 7);
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}
