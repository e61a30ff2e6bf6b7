import type { InitiativeState } from "../initiative.ts";

/** How the work on an accepted initiative can end. */
export const CLOSINGS = ["CLOSED_APPLIED", "CLOSED_NOT_APPLIED", "CLOSED_STOPPED"] as const satisfies InitiativeState[];
export type Closing = (typeof CLOSINGS)[number];

/** A report of the whole work is the last one: from there on it is the verifier's turn. */
export const WHOLE_PERCENT = 100;

/** From its acceptance on an initiative has a life after the decision, and can be tied to what it led to. */
export const ACCEPTED_STATES = [
  "ACCEPTED",
  "ASSIGNED",
  "IN_IMPLEMENTATION",
  ...CLOSINGS,
] as const satisfies readonly InitiativeState[];

export function isClosing(state: string): state is Closing {
  return CLOSINGS.some((one) => one === state);
}

export function isAccepted(state: string): boolean {
  return ACCEPTED_STATES.some((one) => one === state);
}
