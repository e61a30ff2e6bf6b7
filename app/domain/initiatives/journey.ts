import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { type WorkingCalendar, workingDaysBetween } from "#app/domain/obligations/calendar.ts";
import { runningDays } from "#app/domain/obligations/obligation.ts";
import { type InitiativeState, stepsOf, type Track } from "./initiative.ts";

/** Working days that one clock took, of those it allowed. */
export type UsedDays = { days: number; allowed: number };

type Clocked = Pick<PublicObligation, "kind" | "openedOn" | "originalDueOn" | "endedOn" | "debtor" | "pauses">;

/** Days on which the clock stood do not count; what was allowed is what was given at first, whatever was added later. */
export function usedDays(obligation: Clocked, calendar: WorkingCalendar): UsedDays | null {
  const { openedOn, originalDueOn, endedOn } = obligation;
  if (!endedOn) return null;
  return {
    days: runningDays(obligation, endedOn, calendar),
    allowed: workingDaysBetween(openedOn, originalDueOn, calendar),
  };
}

/** The clock that a step closed: the newest of its kind that ended on that day. */
export function closedBy<Obligation extends Clocked>(
  step: { fromState: InitiativeState | null; toState: InitiativeState; on: string },
  track: Track,
  obligations: readonly Obligation[],
): Obligation | null {
  const drawn = stepsOf(track).find((one) => one.from === step.fromState && one.to === step.toState && one.closes);
  if (!drawn) return null;
  return obligations.findLast((one) => one.kind === drawn.closes && one.endedOn === step.on) ?? null;
}

export const HOLDERS = ["INTAKE", "PROPOSER", "CHAIR", "DECIDER"] as const;
export type Holder = (typeof HOLDERS)[number];

/** How many working days each holder had the initiative in hand; clocks that ended, in the order of HOLDERS. */
export function timeByHolder(
  obligations: readonly Clocked[],
  calendar: WorkingCalendar,
): { holder: Holder; days: number }[] {
  return HOLDERS.map((holder) => ({
    holder,
    days: obligations
      .filter((one) => !AFTERWARDS.includes(one.kind) && holderOf(one.debtor.role) === holder)
      .reduce((sum, one) => sum + (usedDays(one, calendar)?.days ?? 0), 0),
  }));
}

/** Clocks of the work itself, which is nobody's time with the file. */
const AFTERWARDS: readonly string[] = ["ASSIGNMENT", "IMPLEMENTATION", "IMPLEMENTATION_CHECK"];

function holderOf(role: string): Holder {
  if (role === "PROPOSER" || role === "INTAKE") return role;
  return role === "CHAIR" ? "CHAIR" : "DECIDER";
}

/** What follows an acceptance, in order; the end is written as CLOSED_APPLIED. */
const WORK: readonly InitiativeState[] = ["ACCEPTED", "ASSIGNED", "IN_IMPLEMENTATION", "CLOSED_APPLIED"];

/**
 * What is still to come on a track after a state, in order: up to the decision (written as ACCEPTED), and after an
 * acceptance up to the end of the work.
 */
export function stepsAhead(track: Track, state: InitiativeState): InitiativeState[] {
  if (WORK.includes(state)) return WORK.slice(WORK.indexOf(state) + 1);
  const way: InitiativeState[] = [
    "SUBMITTED",
    "SCREENED",
    "UNDER_EVALUATION",
    "EVALUATED",
    ...(track === "BREAKTHROUGH" ? (["SUBMITTED_TO_STEERING"] as const) : []),
    "ACCEPTED",
  ];
  const here = state === "NEEDS_COMPLETION" ? -1 : way.indexOf(state === "RETURNED" ? "SCREENED" : state);
  if (here < 0 && state !== "NEEDS_COMPLETION" && state !== "DRAFT") return [];
  return way.slice(here + 1);
}
