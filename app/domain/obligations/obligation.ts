import {
  addWorkingDays,
  dayInVietnam,
  daysBetween,
  endOfDayInVietnam,
  isProvisional,
  type WorkingCalendar,
  workingDaysBetween,
} from "./calendar.ts";

/** What is owed. Each kind has its own clock, whose length is a legal parameter. */
export const OBLIGATION_KINDS = [
  "ORGANISATION_VERIFICATION",
  "INTAKE_CHECK",
  "COMPLETION",
  "COUNCIL_SET_UP",
  "EVALUATION",
  "STEERING_SUBMISSION",
  "DECISION",
  "ASSIGNMENT",
  "IMPLEMENTATION",
  "IMPLEMENTATION_CHECK",
  "CHALLENGE_ANSWER",
  "APPEAL_REVIEW",
  "QUESTION_ANSWER",
  "MODERATION_REVIEW",
  "MODERATION_APPEAL",
  "APPRAISAL",
  "SIGNATURE",
  "DISTRIBUTION_APPROVAL",
  "INTEREST_ANSWER",
  "RESULT_VERIFICATION",
  "RESULT_COMPLETION",
  "RESULT_REVIEW",
  "RESULT_CONFIRMATION",
  "RESULT_REPORT_CHECK",
  "CAPITAL_CALL",
  "CAPITAL_CONFIRMATION",
  "COMMITMENT_RELEASE",
  "TRANCHE",
  "MILESTONE",
  "MILESTONE_CHECK",
  "READING_CHECK",
  "FAILURE_CHECK",
  "FAILURE_CURE",
  "COMPLETION_CHECK",
  "RISK_REVIEW",
  "RISK_ACCEPTANCE",
  "EXIT_SETTLEMENT",
  "EXIT_PAYMENT",
  "HOUSE_CURE",
  "CLOSING_REVIEW",
  "CALENDAR_YEAR",
  "GAP_EXPLANATION",
  "RECOMMENDATION_RESPONSE",
  "RECOMMENDATION",
  "RESPONSE_ESCALATION",
  "FACTUAL_CHECK",
  "PUBLIC_ANSWER",
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const CLOCK_STATES = ["run", "soon", "over", "wait", "met", "late", "void"] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** An open item is due soon when this many calendar days, or fewer, are left. */
export const DUE_SOON_DAYS = 14;

/** Half-open days: the clock stands from `from` on and runs again on `to`; without `to` it still stands. */
export type Pause = { from: string; to?: string | null };

/** More time that was granted: until which day, and on which day it was said. What was refused is no fact of the clock. */
export type Extension = { untilOn: string; grantedOn: string };

/** The part of an obligation that its clock is read from. Days are 'YYYY-MM-DD' in Vietnam, instants are Dates. */
export type ClockFacts = {
  openedOn: string;
  /** Set once, never changed. */
  originalDueOn: string;
  /** The first due date on the published calendar, where it was counted on a provisional one. */
  recountedDueOn?: string | null;
  pauses: readonly Pause[];
  extensions?: readonly Extension[];
  doneAt?: Date | null;
  voidedAt?: Date | null;
};

export type Clock = {
  state: ClockState;
  /** The first due date, later by the working days paused and by what was granted. */
  dueOn: string;
  /** Calendar days: left (run, soon, wait), over (over), too late (late); 0 when met or void. */
  days: number;
  /** Calendar days past the ORIGINAL due date, now or when it was done; 0 while within it. */
  daysPastOriginal: number;
  /** Whether it was done within the ORIGINAL due date, whatever was paused or granted; null while that is open, or void. */
  metOriginal: boolean | null;
  /** True where the due date was moved over a year whose working days are not final. */
  provisional: boolean;
};

/** Due date of what is opened on a day and owed within a number of working days. */
export function firstDueOn(openedOn: string, workingDays: number, calendar: WorkingCalendar): string {
  return addWorkingDays(openedOn, workingDays, calendar);
}

/**
 * Reads the clock at an instant: derived every time, never stored. `void` beats done, done beats paused, paused beats
 * the date. An item done on its due day, until 24:00 in Vietnam, is met; `daysPastOriginal` tells the lateness against
 * the first date, which neither a pause nor an extension hides. Facts dated after `at` have not happened yet.
 * Source: docs/domain.md, "Clocks and working days".
 */
export function readClock(facts: ClockFacts, at: Date, calendar: WorkingCalendar): Clock {
  const done = hasHappened(facts.doneAt, at) ? facts.doneAt : null;
  const today = dayInVietnam(done ?? at);
  const { dueOn, paused } = dueNow(facts, today, calendar);
  const daysLeft = daysBetween(today, dueOn);
  const daysPastOriginal = Math.max(0, daysBetween(facts.originalDueOn, today));
  const common = {
    dueOn,
    daysPastOriginal,
    metOriginal: daysPastOriginal > 0 ? false : done ? true : null,
    provisional: isProvisional(facts.openedOn, dueOn, calendar),
  };
  if (hasHappened(facts.voidedAt, at)) {
    return { ...common, state: "void", days: 0, daysPastOriginal: 0, metOriginal: null };
  }
  if (done) return { ...common, state: daysLeft < 0 ? "late" : "met", days: Math.max(0, -daysLeft) };
  if (paused) return { ...common, state: "wait", days: Math.max(0, daysLeft) };
  if (daysLeft < 0) return { ...common, state: "over", days: -daysLeft };
  return { ...common, state: daysLeft <= DUE_SOON_DAYS ? "soon" : "run", days: daysLeft };
}

export function clockState(facts: ClockFacts, at: Date, calendar: WorkingCalendar): ClockState {
  return readClock(facts, at, calendar).state;
}

/** The next instant at which a page that shows this clock is out of date: midnight in Vietnam; null once it is closed. */
export function nextClockChangeAt(facts: ClockFacts, at: Date): Date | null {
  if (hasHappened(facts.doneAt, at) || hasHappened(facts.voidedAt, at)) return null;
  return endOfDayInVietnam(dayInVietnam(at));
}

/**
 * Moves the first due date by what happened until `today`, in the order in which it happened, and says whether the clock
 * stands that day. A pause moves it by its working days: a day paused twice counts once, days before the opening do not
 * count, and a pause that starts after the due date comes too late to move it. An extension moves it to the day granted
 * and never brings it forward.
 */
export function dueNow(
  facts: Pick<ClockFacts, "openedOn" | "originalDueOn" | "recountedDueOn" | "pauses" | "extensions">,
  today: string,
  calendar: WorkingCalendar,
): { dueOn: string; paused: boolean } {
  let dueOn = facts.recountedDueOn ?? facts.originalDueOn;
  let countedUntil = facts.openedOn;
  let paused = false;
  for (const event of inOrder(facts)) {
    if (event.on > today) break;
    if ("untilOn" in event) {
      dueOn = later(dueOn, event.untilOn);
      continue;
    }
    if (event.on > dueOn) continue;
    const from = later(event.on, countedUntil);
    const to = event.to && event.to < today ? event.to : today;
    const days = workingDaysBetween(from, to, calendar);
    if (days > 0) dueOn = addWorkingDays(dueOn, days, calendar);
    countedUntil = later(countedUntil, to);
    if (!event.to || event.to > today) paused = true;
  }
  return { dueOn, paused };
}

/**
 * How many working days the clock ran from its opening until `until` (half-open): those that passed without those on
 * which it stood.
 */
export function runningDays(
  facts: Pick<ClockFacts, "openedOn" | "pauses">,
  until: string,
  calendar: WorkingCalendar,
): number {
  let days = workingDaysBetween(facts.openedOn, until, calendar);
  let countedUntil = facts.openedOn;
  for (const pause of [...facts.pauses].sort((a, b) => compare(a.from, b.from))) {
    const to = pause.to && pause.to < until ? pause.to : until;
    days -= workingDaysBetween(later(pause.from, countedUntil), to, calendar);
    countedUntil = later(countedUntil, to);
  }
  return days;
}

type ClockEvent = { on: string; to: string | null } | { on: string; untilOn: string };

/** Of one day, what was granted comes before what was paused: the pause then moves the granted day. */
function inOrder({ pauses, extensions = [] }: Pick<ClockFacts, "pauses" | "extensions">): ClockEvent[] {
  return [
    ...extensions.map(({ grantedOn, untilOn }): ClockEvent => ({ on: grantedOn, untilOn })),
    ...pauses.map(({ from, to }): ClockEvent => ({ on: from, to: to ?? null })),
  ].sort((a, b) => compare(a.on, b.on));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function hasHappened(moment: Date | null | undefined, at: Date): moment is Date {
  return moment != null && moment.getTime() <= at.getTime();
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
