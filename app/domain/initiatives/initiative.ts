import type { Role } from "#app/domain/accounts/actor.ts";
import { findStep, type Opening, offeredSteps, type Step, type StepRefusal } from "#app/domain/obligations/step.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";

export const TRACKS = ["ORDINARY", "BREAKTHROUGH"] as const;
export type Track = (typeof TRACKS)[number];

export const INITIATIVE_STATES = [
  "DRAFT",
  "SUBMITTED",
  "NEEDS_COMPLETION",
  "LAPSED",
  "WITHDRAWN",
  "REJECTED_FORM",
  "SCREENED",
  "UNDER_EVALUATION",
  "EVALUATED",
  "SUBMITTED_TO_STEERING",
  "ACCEPTED",
  "REJECTED",
  "RETURNED",
  "ASSIGNED",
  "IN_IMPLEMENTATION",
  "CLOSED_APPLIED",
  "CLOSED_NOT_APPLIED",
  "CLOSED_STOPPED",
  "APPEALED",
  "REJECTION_UPHELD",
] as const;
export type InitiativeState = (typeof INITIATIVE_STATES)[number];

/** Who moves an initiative: a granted role, its proposer, or the clock when a limit passes. */
export type InitiativeHand = Role | "PROPOSER" | "CLOCK";

/** The proposer may change the text in these states alone. */
export const EDITABLE_STATES: readonly InitiativeState[] = ["DRAFT", "NEEDS_COMPLETION"];

/** A row without `track` holds on both. */
export type InitiativeStep = Step<InitiativeState, InitiativeHand> & { track?: Track };

const INTAKE_CHECK: Opening = {
  kind: "INTAKE_CHECK",
  debtor: "INTAKE",
  parameter: "initiative.intake-check.working-days",
};
const COMPLETION: Opening = {
  kind: "COMPLETION",
  debtor: "PROPOSER",
  parameter: "initiative.completion.working-days",
};
const EVALUATION: Opening = { kind: "EVALUATION", debtor: "CHAIR", parameter: "initiative.evaluation.working-days" };
const COUNCIL_SET_UP = {
  ORDINARY: {
    kind: "COUNCIL_SET_UP",
    debtor: "CHAIR",
    parameter: "initiative.council-set-up.ordinary.working-days",
  },
  BREAKTHROUGH: {
    kind: "COUNCIL_SET_UP",
    debtor: "CHAIR",
    parameter: "initiative.council-set-up.breakthrough.working-days",
  },
} as const satisfies Record<Track, Opening>;
const STEERING_SUBMISSION: Opening = {
  kind: "STEERING_SUBMISSION",
  debtor: "INTAKE",
  parameter: "initiative.steering-submission.working-days",
};
const ASSIGNMENT: Opening = {
  kind: "ASSIGNMENT",
  debtor: "STEERING",
  parameter: "initiative.assignment.working-days",
};
const APPEAL_REVIEW: Opening = {
  kind: "APPEAL_REVIEW",
  debtor: "CHAIR",
  parameter: "initiative.appeal-review.working-days",
};

function decisionBy(debtor: "STEERING" | "INTAKE_HEAD"): Opening {
  return { kind: "DECISION", debtor, parameter: "initiative.decision.working-days" };
}

/** ORDINARY is decided by the head of intake on the evaluation; BREAKTHROUGH by the steering body it is submitted to. */
const DECISIONS = [
  { track: "ORDINARY", from: "EVALUATED", by: ["INTAKE_HEAD"] },
  { track: "BREAKTHROUGH", from: "SUBMITTED_TO_STEERING", by: ["STEERING"] },
] as const;

/** Whatever is not decided yet can be withdrawn by its proposer; the public trace keeps code and date only. */
const UNDECIDED = [
  "DRAFT",
  "SUBMITTED",
  "NEEDS_COMPLETION",
  "SCREENED",
  "UNDER_EVALUATION",
  "EVALUATED",
  "SUBMITTED_TO_STEERING",
  "RETURNED",
] as const;

/** The complete table of docs/domain.md, "Initiatives". The database holds the same pairs (table state_transition). */
export const INITIATIVE_STEPS: readonly InitiativeStep[] = [
  { from: null, to: "DRAFT", by: ["PROPOSER"], offered: true },
  { from: "DRAFT", to: "SUBMITTED", by: ["PROPOSER"], offered: true, opens: INTAKE_CHECK },
  ...UNDECIDED.map(
    (from): InitiativeStep => ({ from, to: "WITHDRAWN", by: ["PROPOSER"], offered: true, voidsAll: true }),
  ),
  {
    from: "SUBMITTED",
    to: "NEEDS_COMPLETION",
    by: ["INTAKE"],
    offered: true,
    reason: true,
    pauses: "INTAKE_CHECK",
    opens: COMPLETION,
  },
  {
    from: "NEEDS_COMPLETION",
    to: "SUBMITTED",
    by: ["PROPOSER"],
    offered: true,
    closes: "COMPLETION",
    resumes: "INTAKE_CHECK",
  },
  { from: "NEEDS_COMPLETION", to: "LAPSED", by: ["CLOCK"], offered: true, voidsAll: true },
  { from: "SUBMITTED", to: "REJECTED_FORM", by: ["INTAKE"], offered: true, reason: true, closes: "INTAKE_CHECK" },
  ...(["ORDINARY", "BREAKTHROUGH"] as const).flatMap((track): InitiativeStep[] => {
    const screened = { track, from: "SUBMITTED", to: "SCREENED", opens: COUNCIL_SET_UP[track] } as const;
    return [
      { ...screened, by: ["INTAKE"], offered: true, closes: "INTAKE_CHECK" },
      // the check was not done by its limit: it passes, and the body's default stays on the record
      { ...screened, by: ["CLOCK"], offered: true, closes: "INTAKE_CHECK", closesAs: "DEFAULT" },
    ];
  }),
  {
    from: "SCREENED",
    to: "UNDER_EVALUATION",
    by: ["CHAIR"],
    offered: true,
    closes: "COUNCIL_SET_UP",
    opens: EVALUATION,
  },
  {
    track: "ORDINARY",
    from: "UNDER_EVALUATION",
    to: "EVALUATED",
    by: ["CHAIR"],
    offered: true,
    closes: "EVALUATION",
    opens: decisionBy("INTAKE_HEAD"),
  },
  {
    track: "BREAKTHROUGH",
    from: "UNDER_EVALUATION",
    to: "EVALUATED",
    by: ["CHAIR"],
    offered: true,
    closes: "EVALUATION",
    opens: STEERING_SUBMISSION,
  },
  {
    track: "BREAKTHROUGH",
    from: "EVALUATED",
    to: "SUBMITTED_TO_STEERING",
    by: ["INTAKE"],
    offered: true,
    closes: "STEERING_SUBMISSION",
    opens: decisionBy("STEERING"),
  },
  ...DECISIONS.flatMap((decision): InitiativeStep[] => [
    { ...decision, to: "ACCEPTED", offered: true, reason: true, closes: "DECISION", opens: ASSIGNMENT },
    { ...decision, to: "REJECTED", offered: true, reason: true, closes: "DECISION" },
    { ...decision, to: "RETURNED", offered: true, reason: true, closes: "DECISION", opens: EVALUATION },
  ]),
  { from: "RETURNED", to: "UNDER_EVALUATION", by: ["CHAIR"], offered: true },
  { from: "ACCEPTED", to: "ASSIGNED", by: ["STEERING"], offered: true, closes: "ASSIGNMENT" },
  // the owner's clock is an agreed day, not a parameter: the commands of implementation/ open and close it
  { from: "ASSIGNED", to: "IN_IMPLEMENTATION", by: ["TASK_OWNER", "PARTY_REP"], offered: true },
  { from: "IN_IMPLEMENTATION", to: "CLOSED_APPLIED", by: ["VERIFIER"], offered: true, reason: true },
  { from: "IN_IMPLEMENTATION", to: "CLOSED_NOT_APPLIED", by: ["VERIFIER"], offered: true, reason: true },
  { from: "IN_IMPLEMENTATION", to: "CLOSED_STOPPED", by: ["VERIFIER"], offered: true, reason: true },
  { from: "REJECTED_FORM", to: "APPEALED", by: ["PROPOSER"], offered: true, reason: true, opens: APPEAL_REVIEW },
  { from: "REJECTED", to: "APPEALED", by: ["PROPOSER"], offered: true, reason: true, opens: APPEAL_REVIEW },
  // by a panel without any earlier member
  {
    from: "APPEALED",
    to: "REJECTION_UPHELD",
    by: ["CHAIR"],
    offered: true,
    reason: true,
    closes: "APPEAL_REVIEW",
  },
  {
    from: "APPEALED",
    to: "UNDER_EVALUATION",
    by: ["CHAIR"],
    offered: true,
    closes: "APPEAL_REVIEW",
    opens: EVALUATION,
  },
];

export type InitiativeMove = {
  track: Track;
  hands: readonly InitiativeHand[];
  /** A decision maker has sent it back to evaluation before: that happens once. */
  returnedBefore?: boolean;
  /** Its rejection has been appealed before: that happens once. */
  appealedBefore?: boolean;
};

export type InitiativeRefusal = StepRefusal | "ALREADY_RETURNED" | "ALREADY_APPEALED";

/**
 * Says whether an initiative may go from one state to another, and what the step does to its clocks.
 * Pure: who the person is to the initiative (proposer, screener, conflicted) is the policy's business.
 * Refuses: no such step on this track; a step not offered yet; another's step; a second return; a second appeal.
 * Source: docs/domain.md, "Initiatives"; Decision 2266/QĐ-TTg for BREAKTHROUGH.
 */
export function transition(
  from: InitiativeState | null,
  to: InitiativeState,
  move: InitiativeMove,
): Outcome<InitiativeStep, InitiativeRefusal> {
  const found = findStep(stepsOf(move.track), from, to, move.hands);
  if (!found.ok) return found;
  if (to === "RETURNED" && move.returnedBefore) return refuse("ALREADY_RETURNED");
  if (to === "APPEALED" && move.appealedBefore) return refuse("ALREADY_APPEALED");
  return found;
}

/** The steps that a page offers to somebody with these hands; guards that need more than the state are left to the command. */
export function nextSteps(from: InitiativeState | null, move: InitiativeMove): InitiativeStep[] {
  return offeredSteps(stepsOf(move.track), from, move.hands).filter((step) => transition(from, step.to, move).ok);
}

/** The steps of one track: the table of docs/domain.md without the rows of the other track. */
export function stepsOf(track: Track): InitiativeStep[] {
  return INITIATIVE_STEPS.filter((step) => step.track === undefined || step.track === track);
}
