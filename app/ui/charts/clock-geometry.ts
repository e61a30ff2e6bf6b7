import type { ClockState } from "#app/domain/obligations/obligation.ts";

/** What a clock is drawn from. All are calendar days 'YYYY-MM-DD'. */
export type ClockDates = {
  state: ClockState;
  openedOn: string;
  /** Never dropped from the drawing. */
  originalDueOn: string;
  /** Null while the clock is paused and its end will be counted anew. */
  dueOn: string | null;
  pausedOn?: string | null | undefined;
  /** Times during which it stood and that are over; half-open. */
  pauses?: readonly { from: string; to: string | null }[] | undefined;
  /** Done, or no longer due. */
  endedOn?: string | null | undefined;
};

/** A stretch of days in one paint: `elapsed` in the colour of the state, `rest` hollow, `extension` and `pause` hatched. */
export type ClockStretch = { kind: "elapsed" | "rest" | "extension" | "overdue" | "pause"; from: string; to: string };

const DAY_MS = 86_400_000;

/** Days since 1970 of a calendar day. */
export function dayNumber(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / DAY_MS;
}

export function dayAt(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The stretches of a clock as of `today`, contiguous and in order; those without length are left out. */
export function clockStretches(clock: ClockDates, today: string): ClockStretch[] {
  return rawStretches(clock, today)
    .flatMap((stretch) => (stretch.kind === "elapsed" ? cutByPauses(stretch, clock.pauses ?? []) : [stretch]))
    .filter((stretch) => stretch.from < stretch.to);
}

/** What was elapsed while the clock stood is drawn as a pause. */
function cutByPauses(stretch: ClockStretch, pauses: NonNullable<ClockDates["pauses"]>): ClockStretch[] {
  const parts: ClockStretch[] = [];
  let from = stretch.from;
  for (const pause of pauses) {
    if (pause.to === null) continue;
    const [start, end] = [later(from, earlier(pause.from, stretch.to)), earlier(pause.to, stretch.to)];
    if (start >= end) continue;
    parts.push({ kind: "elapsed", from, to: start }, { kind: "pause", from: start, to: end });
    from = end;
  }
  return [...parts, { kind: "elapsed", from, to: stretch.to }];
}

function rawStretches(clock: ClockDates, today: string): ClockStretch[] {
  const { openedOn, originalDueOn } = clock;
  const dueOn = clock.dueOn ?? originalDueOn;
  const endedOn = clock.endedOn ?? today;
  switch (clock.state) {
    case "wait": {
      const pausedOn = clock.pausedOn ?? today;
      return [
        { kind: "elapsed", from: openedOn, to: pausedOn },
        { kind: "pause", from: pausedOn, to: later(pausedOn, today) },
      ];
    }
    case "over":
    case "late":
      return [
        { kind: "elapsed", from: openedOn, to: later(openedOn, dueOn) },
        { kind: "overdue", from: later(openedOn, dueOn), to: endedOn },
      ];
    default: {
      const now = earlier(later(openedOn, endedOn), later(openedOn, dueOn));
      const hollowTo = later(now, earlier(originalDueOn, dueOn));
      return [
        { kind: "elapsed", from: openedOn, to: now },
        { kind: "rest", from: now, to: hollowTo },
        { kind: clock.state === "met" || clock.state === "void" ? "rest" : "extension", from: hollowTo, to: dueOn },
      ];
    }
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** A stretch of the calendar that a drawing covers from its left to its right edge. */
export type DayAxis = { from: string; to: string };

/** Where a day lies on the axis, in per cent of its width; clamped to the axis. */
export function place(axis: DayAxis, on: string): number {
  const from = dayNumber(axis.from);
  const length = Math.max(1, dayNumber(axis.to) - from);
  return Math.min(100, Math.max(0, ((dayNumber(on) - from) / length) * 100));
}

export function isOn(axis: DayAxis, on: string): boolean {
  return on >= axis.from && on <= axis.to;
}

/** Two months before and after a day. */
export function axisAround(today: string): DayAxis {
  const middle = dayNumber(today);
  return { from: dayAt(middle - 61), to: dayAt(middle + 61) };
}

/** The firsts of the months strictly inside the axis. */
export function monthStarts(axis: DayAxis): string[] {
  const starts: string[] = [];
  const year = Number(axis.from.slice(0, 4));
  for (let month = Number(axis.from.slice(5, 7)); ; month += 1) {
    const start = dayAt(Date.UTC(year, month, 1) / DAY_MS);
    if (start >= axis.to) return starts;
    starts.push(start);
  }
}
