import { dayAt, dayNumber } from "#app/ui/charts/clock-geometry.ts";

/** One column: a week by its Monday, or all that lies before (`before`) or behind (`after`). */
export type WeekColumn = {
  key: string;
  from: string | null;
  open: number;
  over: number;
  kind: "soon" | "run" | "rest";
};

const BEFORE = 3;
const AHEAD = 7;
const SOON_WEEKS = 2;

/** The Monday of the week in which a day lies. */
export function mondayOf(on: string): string {
  const number = dayNumber(on);
  // 1 January 1970 was a Thursday.
  return dayAt(number - ((((number + 3) % 7) + 7) % 7));
}

/** Four weeks up to this one and seven ahead; what is due before or behind is gathered at the ends. */
export function weekColumns(
  weeks: readonly { from: string; open: number; over: number }[],
  today: string,
): WeekColumn[] {
  const now = dayNumber(mondayOf(today));
  const mondays = Array.from({ length: BEFORE + 1 + AHEAD }, (_, index) => now + (index - BEFORE) * 7);
  const [first = now, last = now] = [mondays[0], mondays.at(-1)];
  const within = (test: (monday: number) => boolean) => {
    const fitting = weeks.filter(({ from }) => test(dayNumber(from)));
    return {
      open: fitting.reduce((sum, { open }) => sum + open, 0),
      over: fitting.reduce((sum, { over }) => sum + over, 0),
    };
  };
  const columns = mondays.map((monday): WeekColumn => {
    const kind = (monday - now) / 7 <= SOON_WEEKS ? "soon" : "run";
    return { key: dayAt(monday), from: dayAt(monday), ...within((one) => one === monday), kind };
  });
  return [
    { key: "before", from: null, ...within((one) => one < first), kind: "soon" },
    ...columns,
    { key: "after", from: null, ...within((one) => one > last), kind: "rest" },
  ];
}
