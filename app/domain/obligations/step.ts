import type { Role } from "#app/domain/accounts/actor.ts";
import type { ParameterKey } from "#app/domain/catalogue/legal-parameter.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { ObligationKind } from "./obligation.ts";

/** A clock that a step starts: what is owed, by whom, within the days of a legal parameter. */
export type Opening = { kind: ObligationKind; debtor: Role | "PROPOSER"; parameter: ParameterKey };

/** One row of a state machine: from where to where, by whose hand, and what it does to the clocks. */
export type Step<State extends string, Hand extends string> = {
  /** null: the step that creates it */
  from: State | null;
  to: State;
  by: readonly Hand[];
  /** Taken by pages and clocks now. A step that is drawn but not offered yet is refused, not absent. */
  offered: boolean;
  /** The step needs a written reason. */
  reason?: true;
  opens?: Opening;
  closes?: ObligationKind;
  /** What the closed clock is told to have ended with, where that is not the state. */
  closesAs?: string;
  pauses?: ObligationKind;
  resumes?: ObligationKind;
  /** Every open clock of the subject ends unmet. */
  voidsAll?: true;
};

export type StepRefusal = "NOT_ALLOWED_FROM_STATE" | "NOT_ALLOWED_FOR_ROLE" | "NOT_OFFERED_YET";

/**
 * Finds the step from one state to another that one of the `hands` may take.
 * Refuses: no such step in the table; a step that is not offered yet; a step of other hands.
 */
export function findStep<State extends string, Hand extends string>(
  steps: readonly Step<State, Hand>[],
  from: State | null,
  to: State,
  hands: readonly Hand[],
): Outcome<Step<State, Hand>, StepRefusal> {
  const drawn = steps.filter((step) => step.from === from && step.to === to);
  if (drawn.length === 0) return refuse("NOT_ALLOWED_FROM_STATE");
  const offered = drawn.filter((step) => step.offered);
  if (offered.length === 0) return refuse("NOT_OFFERED_YET");
  const mine = (step: Step<State, Hand>) => step.by.some((hand) => hands.includes(hand));
  const step = offered.find(mine);
  if (step) return done(step);
  return refuse(drawn.some(mine) ? "NOT_OFFERED_YET" : "NOT_ALLOWED_FOR_ROLE");
}

/** The steps that somebody with these hands is offered from a state: what a page shows as buttons. */
export function offeredSteps<State extends string, Hand extends string>(
  steps: readonly Step<State, Hand>[],
  from: State | null,
  hands: readonly Hand[],
): Step<State, Hand>[] {
  return steps.filter((step) => step.from === from && step.offered && step.by.some((hand) => hands.includes(hand)));
}
