/** One whole in parts per million: 1 000 000 ppm = 100 %. */
export const WHOLE_PPM = 1_000_000;

export const SHARE_DIMENSIONS = ["CAPITAL", "RISK", "PROFIT"] as const;
export type ShareDimension = (typeof SHARE_DIMENSIONS)[number];

/** Half-open days [from, to): `to` is the first day outside; without it the period has no end. 'YYYY-MM-DD'. */
export type Period = { from: string; to?: string | null | undefined };

export type ShareLine = { party: string; ppm: number };

/** The shares of one dimension for one period. `isNew` marks what is being added now, as against what is in force. */
export type Schedule = Period & { lines: readonly ShareLine[]; isNew?: boolean | undefined };

/** When each party belongs to the agreement: one period, or several when a party left and came back. */
export type Membership = Readonly<Record<string, Period | readonly Period[]>>;

export type ScheduleQuestion = {
  agreement: Period;
  membership: Membership;
  schedules: readonly Schedule[];
  /** First day after the last locked distribution: a new schedule may start on it, not before. */
  lastDistributionEnd?: string | null | undefined;
};

export type ScheduleFault =
  | "DUPLICATE_PARTY"
  | "EMPTY_PERIOD"
  | "GAP"
  | "NEGATIVE_SHARE"
  | "OVERLAP"
  | "PARTY_NOT_ACTIVE"
  | "RETROACTIVE_AFTER_DISTRIBUTION"
  | "SHARE_NOT_WHOLE"
  | "SUM_NOT_100";

/**
 * Says everything that is wrong with the schedules of ONE dimension of one agreement; empty when all is well.
 * Each code once, sorted. Invariants I1–I3 of docs/domain.md: on every day of the agreement the shares make exactly
 * 1 000 000 ppm (no gap, no overlap), whoever holds more than nothing is a member for the whole period of the line,
 * nobody is listed twice, and nothing new starts before the end of the last locked distribution.
 * A schedule may outlast the agreement; a party may be listed with 0.
 * Days are compared as text, so they must be real dates in 'YYYY-MM-DD'.
 */
export function checkSchedules(question: ScheduleQuestion): ScheduleFault[] {
  const { agreement, membership, schedules, lastDistributionEnd } = question;
  const faults = new Set<ScheduleFault>();
  if (isEmpty(agreement)) faults.add("EMPTY_PERIOD");

  for (const schedule of schedules) {
    if (isEmpty(schedule)) faults.add("EMPTY_PERIOD");
    for (const fault of lineFaults(schedule.lines)) faults.add(fault);
    if (
      !isEmpty(schedule) &&
      schedule.lines.some((line) => line.ppm > 0 && !isActive(line.party, schedule, membership))
    )
      faults.add("PARTY_NOT_ACTIVE");
    if (schedule.isNew && lastDistributionEnd && schedule.from < lastDistributionEnd)
      faults.add("RETROACTIVE_AFTER_DISTRIBUTION");
  }

  const periods = schedules.filter((schedule) => !isEmpty(schedule));
  if (overlap(periods)) faults.add("OVERLAP");
  if (!covers(periods, agreement)) faults.add("GAP");
  return [...faults].sort();
}

/** What is wrong with one table of shares by itself, whatever its period: sum, sign, duplicates. Sorted. */
export function checkShareLines(lines: readonly ShareLine[]): ScheduleFault[] {
  return [...lineFaults(lines)].sort();
}

/** How many ppm are still to give (negative: too many given). 0 when the lines make exactly 100 %. */
export function remainingPpm(lines: readonly ShareLine[]): number {
  return lines.reduce((left, line) => left - line.ppm, WHOLE_PPM);
}

function lineFaults(lines: readonly ShareLine[]): Set<ScheduleFault> {
  const faults = new Set<ScheduleFault>();
  if (lines.some((line) => !Number.isSafeInteger(line.ppm))) faults.add("SHARE_NOT_WHOLE");
  if (lines.some((line) => line.ppm < 0)) faults.add("NEGATIVE_SHARE");
  if (new Set(lines.map((line) => line.party)).size < lines.length) faults.add("DUPLICATE_PARTY");
  if (remainingPpm(lines) !== 0) faults.add("SUM_NOT_100");
  return faults;
}

function isEmpty(period: Period): boolean {
  return Boolean(period.to) && end(period) <= period.from;
}

/** An open end sorts after every date. */
function end(period: Period): string {
  return period.to || "9999-99-99";
}

function isActive(party: string, during: Period, membership: Membership): boolean {
  const stays = Object.hasOwn(membership, party) ? membership[party] : undefined;
  return stays !== undefined && covers(Array.isArray(stays) ? stays : [stays], during);
}

function overlap(periods: readonly Period[]): boolean {
  const sorted = byStart(periods);
  return sorted.some((period, place) => {
    const next = sorted[place + 1];
    return next !== undefined && next.from < end(period);
  });
}

function covers(periods: readonly Period[], whole: Period): boolean {
  let coveredUntil = whole.from;
  for (const period of byStart(periods)) {
    if (coveredUntil >= end(whole) || period.from > coveredUntil) break;
    if (end(period) > coveredUntil) coveredUntil = end(period);
  }
  return coveredUntil >= end(whole);
}

function byStart(periods: readonly Period[]): Period[] {
  return [...periods].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}
