import type { SharePeriod } from "../agreements/share-table.ts";
import { schedulesOf } from "../agreements/share-table.ts";
import { type Period, type Schedule, SHARE_DIMENSIONS, type ShareDimension } from "../share-schedule.ts";

export type DimensionSchedule = Schedule & { dimension: ShareDimension };

/**
 * What holds once an amendment is in force: the schedules of every dimension, those before `effectiveFrom` as they were,
 * from that day on the periods that it brings. Neighbours with the same shares are one schedule, so that a dimension
 * that is not changed stays as it is. `current` are valid schedules, `periods` a valid table that begins on
 * `effectiveFrom`; days are half-open. Source: docs/domain.md, I3 and I9.
 */
export function amendedSchedules(
  current: readonly DimensionSchedule[],
  { agreement, effectiveFrom, periods }: { agreement: Period; effectiveFrom: string; periods: readonly SharePeriod[] },
): DimensionSchedule[] {
  return SHARE_DIMENSIONS.flatMap((dimension) => {
    const before = current
      .filter((schedule) => schedule.dimension === dimension && schedule.from < effectiveFrom)
      .map((schedule) => ({ ...schedule, to: isOpenAt(schedule, effectiveFrom) ? effectiveFrom : schedule.to }));
    const after = schedulesOf(periods, dimension, { ...agreement, from: effectiveFrom });
    return joined([...before, ...after].sort((a, b) => (a.from < b.from ? -1 : 1))).map(({ from, to, lines }) => ({
      dimension,
      from,
      to: to ?? null,
      lines,
    }));
  });
}

/** The schedules that an amendment ends, and those that it brings: what is in both, day for day and line for line, stays. */
export function scheduleChanges<S extends DimensionSchedule>(
  current: readonly S[],
  amended: readonly DimensionSchedule[],
): { ended: S[]; brought: DimensionSchedule[] } {
  const keyOf = ({ dimension, from, to, lines }: DimensionSchedule) =>
    JSON.stringify([dimension, from, to ?? null, [...lines].map(({ party, ppm }) => [party, ppm]).sort()]);
  const now = new Set(current.map(keyOf));
  const then = new Set(amended.map(keyOf));
  return {
    ended: current.filter((schedule) => !then.has(keyOf(schedule))),
    brought: amended.filter((schedule) => !now.has(keyOf(schedule))),
  };
}

/** Whether two tables give the same shares on every day from `since` on; a party with 0 is nobody. */
export function sameShares(a: readonly DimensionSchedule[], b: readonly DimensionSchedule[], since: string): boolean {
  const days = new Set([since, ...[...a, ...b].map(({ from }) => from).filter((from) => from > since)]);
  return [...days].every((day) =>
    SHARE_DIMENSIONS.every(
      (dimension) => sharesKey(linesOn(a, dimension, day)) === sharesKey(linesOn(b, dimension, day)),
    ),
  );
}

/** The lines of a dimension on a day; none where nothing is recorded. */
export function linesOn(schedules: readonly DimensionSchedule[], dimension: ShareDimension, day: string) {
  return schedules.find((one) => one.dimension === dimension && one.from <= day && isOpenAt(one, day))?.lines ?? [];
}

function isOpenAt({ to }: Period, day: string): boolean {
  return !to || to > day;
}

function joined(schedules: readonly Schedule[]): Schedule[] {
  const whole: Schedule[] = [];
  for (const next of schedules) {
    const last = whole.at(-1);
    if (last?.to === next.from && sharesKey(last.lines) === sharesKey(next.lines))
      whole.splice(-1, 1, { ...last, to: next.to });
    else whole.push(next);
  }
  return whole;
}

function sharesKey(lines: Schedule["lines"]): string {
  return lines
    .filter(({ ppm }) => ppm > 0)
    .map(({ party, ppm }) => `${party}:${ppm}`)
    .sort()
    .join(" ");
}
