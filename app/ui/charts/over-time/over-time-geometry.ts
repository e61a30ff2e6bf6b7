import { dayAt, dayNumber } from "#app/ui/charts/clock-geometry.ts";
import { WHOLE_PPM } from "#app/ui/charts/share-geometry.ts";
import type { House } from "#app/ui/marks/house.tsx";

/** Shares of one dimension from a day until its last day (null: without end); ppm by party. */
export type TimedShares = { from: string; lastOn: string | null; ppm: Readonly<Record<string, number>> };

/** Half-open days that the drawing covers. */
export type Span = { from: string; until: string };

/** One party in one period: per cent of the width, and ppm of the height from the top. */
export type Cell = { id: string; house: House; above: number; ppm: number };
export type Column = { from: string; x: number; width: number; cells: Cell[] };

/** Days that a drawing of an agreement without end goes on beyond its last change and beyond today. */
const OPEN_END_DAYS = 365;

/** From the first day to the day after the last; where there is no last, a year beyond the last change and today. */
export function spanOf(stretches: readonly TimedShares[], today: string): Span {
  const starts = stretches.map(({ from }) => from).sort();
  const from = starts[0] ?? today;
  const latest = [starts.at(-1) ?? today, today].sort().at(-1) ?? today;
  const ends = stretches.map(({ lastOn }) => dayNumber(lastOn ?? latest) + (lastOn === null ? OPEN_END_DAYS : 1));
  return { from, until: dayAt(Math.max(dayNumber(from) + 1, ...ends)) };
}

/** The last day of a drawing. */
export function lastDayOf({ until }: Span): string {
  return dayAt(dayNumber(until) - 1);
}

/** Where a day lies, in per cent of the width; days outside lie at the nearer edge. */
export function across({ from, until }: Span, on: string): number {
  const part = (dayNumber(on) - dayNumber(from)) / (dayNumber(until) - dayNumber(from));
  return Math.round(Math.min(1, Math.max(0, part)) * 100_000) / 1000;
}

/** Rectangles, because shares jump and do not slide: a column for each period, in it a cell for each party with a share. */
export function shareColumns(
  stretches: readonly TimedShares[],
  parties: readonly { id: string; house: House }[],
  span: Span,
): Column[] {
  return [...stretches]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, lastOn, ppm }) => {
      const x = across(span, from);
      const end = lastOn === null ? 100 : across(span, dayAt(dayNumber(lastOn) + 1));
      let above = 0;
      const cells = parties.flatMap(({ id, house }) => {
        const own = ppm[id] ?? 0;
        const cell = { id, house, above, ppm: own };
        above += own;
        return own > 0 ? [cell] : [];
      });
      return { from, x, width: end - x, cells };
    });
}

/** The plot lies between the marks of the amendments above and the days below, in per cent of the height. */
export const PLOT = { top: 11, height: 75 } as const;

/** ppm of the whole → per cent of the drawing's height, from its top. */
export function down(ppm: number): number {
  return PLOT.top + high(ppm);
}

export function high(ppm: number): number {
  return (ppm / WHOLE_PPM) * PLOT.height;
}
