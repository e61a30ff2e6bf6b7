import { dayAt, dayNumber } from "#app/ui/charts/clock-geometry.ts";

/** One column: a week by its Monday, or all that lies before (`before`) or behind (`after`). */
export type WeekColumn = { key: string; from: string | null; open: number; kind: "over" | "soon" | "run" | "rest" };

const BEFORE = 4;
const AHEAD = 8;
const SOON_WEEKS = 2;

/** The Monday of the week in which a day lies. */
export function mondayOf(on: string): string {
  const number = dayNumber(on);
  // 1 January 1970 was a Thursday.
  return dayAt(number - ((((number + 3) % 7) + 7) % 7));
}

/** Five weeks up to this one and eight ahead; what is due before or behind is gathered at the ends. */
export function weekColumns(weeks: readonly { from: string; open: number }[], today: string): WeekColumn[] {
  const now = dayNumber(mondayOf(today));
  const mondays = Array.from({ length: BEFORE + 1 + AHEAD }, (_, index) => now + (index - BEFORE) * 7);
  const [first = now, last = now] = [mondays[0], mondays.at(-1)];
  const within = (test: (monday: number) => boolean) =>
    weeks.filter(({ from }) => test(dayNumber(from))).reduce((sum, { open }) => sum + open, 0);
  const columns = mondays.map((monday): WeekColumn => {
    const ahead = (monday - now) / 7;
    const kind = ahead < 0 ? "over" : ahead <= SOON_WEEKS ? "soon" : "run";
    return { key: dayAt(monday), from: dayAt(monday), open: within((one) => one === monday), kind };
  });
  return [
    { key: "before", from: null, open: within((one) => one < first), kind: "over" },
    ...columns,
    { key: "after", from: null, open: within((one) => one > last), kind: "rest" },
  ];
}
