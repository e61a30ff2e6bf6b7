import type { InitiativeState } from "../initiative.ts";
import type { Desk } from "./desk.ts";

type Seat = { declared: boolean; recused: boolean; scored: boolean };
type Trace = { desk: Desk } & ({ leaves: InitiativeState } | { seat: keyof Seat });

/** What officers do at their desks, and what each act leaves behind: a state of the file, or a mark on one's own seat. */
export const DESK_ACTS = {
  screened: { desk: "intake", leaves: "SCREENED" },
  returned: { desk: "intake", leaves: "NEEDS_COMPLETION" },
  "rejected-form": { desk: "intake", leaves: "REJECTED_FORM" },
  opened: { desk: "chair", leaves: "UNDER_EVALUATION" },
  named: { desk: "chair", leaves: "UNDER_EVALUATION" },
  closed: { desk: "chair", leaves: "EVALUATED" },
  "second-round": { desk: "chair", leaves: "UNDER_EVALUATION" },
  panel: { desk: "chair", leaves: "APPEALED" },
  upheld: { desk: "chair", leaves: "REJECTION_UPHELD" },
  reopened: { desk: "chair", leaves: "UNDER_EVALUATION" },
  voted: { desk: "evaluator", seat: "scored" },
  declared: { desk: "evaluator", seat: "declared" },
  recused: { desk: "evaluator", seat: "recused" },
  scored: { desk: "evaluator", seat: "scored" },
  steering: { desk: "decisions", leaves: "SUBMITTED_TO_STEERING" },
  accepted: { desk: "decisions", leaves: "ACCEPTED" },
  rejected: { desk: "decisions", leaves: "REJECTED" },
  "sent-back": { desk: "decisions", leaves: "RETURNED" },
} as const satisfies Record<string, Trace>;
export type DeskAct = keyof typeof DESK_ACTS;

/** The act of that name; null for anything else. */
export function deskAct(text: string | null): DeskAct | null {
  return text !== null && isAct(text) ? text : null;
}

/** Whether a file, or one's own seat in it, bears the trace of an act. */
export function hasHappened(act: DeskAct, state: InitiativeState, seat: Seat | null): boolean {
  const trace: Trace = DESK_ACTS[act];
  return "leaves" in trace ? state === trace.leaves : seat?.[trace.seat] === true;
}

function isAct(text: string): text is DeskAct {
  return Object.hasOwn(DESK_ACTS, text);
}
