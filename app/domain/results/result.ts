import { findStep, offeredSteps, type Step, type StepRefusal } from "#app/domain/obligations/step.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Outcome } from "#app/platform/outcome.ts";

export const RESULT_STATES = [
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "VERIFIED",
  "PUBLISHED",
  "UNDER_REVIEW",
  "WITHDRAWN",
] as const;
export type ResultState = (typeof RESULT_STATES)[number];

/** HOST: a representative of the host organisation. RESULT_OFFICER: never of the host body. ANYONE: who complains. */
export type ResultHand = "AUTHOR" | "HOST" | "RESULT_OFFICER" | "ANYONE" | "CLOCK";
export type ResultStep = Step<ResultState, ResultHand>;

/** The text may change in these states alone. */
export const EDITABLE_STATES: readonly ResultState[] = ["DRAFT", "RETURNED"];

export const RESULT_STEPS: readonly ResultStep[] = [
  { from: null, to: "DRAFT", by: ["AUTHOR", "HOST"], offered: true },
  {
    from: "DRAFT",
    to: "SUBMITTED",
    by: ["AUTHOR", "HOST"],
    offered: true,
    opens: { kind: "RESULT_VERIFICATION", debtor: "RESULT_OFFICER", parameter: "result.verification.working-days" },
  },
  { from: "SUBMITTED", to: "VERIFIED", by: ["RESULT_OFFICER"], offered: true, closes: "RESULT_VERIFICATION" },
  {
    from: "SUBMITTED",
    to: "RETURNED",
    by: ["RESULT_OFFICER"],
    offered: true,
    reason: true,
    pauses: "RESULT_VERIFICATION",
    opens: { kind: "RESULT_COMPLETION", debtor: "PARTY_REP", parameter: "result.completion.working-days" },
  },
  {
    from: "RETURNED",
    to: "SUBMITTED",
    by: ["AUTHOR", "HOST"],
    offered: true,
    closes: "RESULT_COMPLETION",
    resumes: "RESULT_VERIFICATION",
  },
  // the clock publishes what waited for the end of an embargo
  { from: "VERIFIED", to: "PUBLISHED", by: ["RESULT_OFFICER", "CLOCK"], offered: true },
  {
    from: "PUBLISHED",
    to: "UNDER_REVIEW",
    by: ["ANYONE"],
    offered: true,
    reason: true,
    opens: { kind: "RESULT_REVIEW", debtor: "RESULT_OFFICER", parameter: "result.review.working-days" },
  },
  {
    from: "UNDER_REVIEW",
    to: "PUBLISHED",
    by: ["RESULT_OFFICER"],
    offered: true,
    reason: true,
    closes: "RESULT_REVIEW",
  },
  {
    from: "UNDER_REVIEW",
    to: "WITHDRAWN",
    by: ["RESULT_OFFICER"],
    offered: true,
    reason: true,
    closes: "RESULT_REVIEW",
  },
  { from: "DRAFT", to: "WITHDRAWN", by: ["AUTHOR", "HOST"], offered: true, voidsAll: true },
  { from: "SUBMITTED", to: "WITHDRAWN", by: ["AUTHOR", "HOST"], offered: true, voidsAll: true },
  { from: "RETURNED", to: "WITHDRAWN", by: ["AUTHOR", "HOST"], offered: true, voidsAll: true },
  { from: "VERIFIED", to: "WITHDRAWN", by: ["AUTHOR", "HOST"], offered: true, voidsAll: true },
  // a published result leaves a tombstone with its reason
  { from: "PUBLISHED", to: "WITHDRAWN", by: ["HOST"], offered: true, reason: true, voidsAll: true },
];

/**
 * Whether a result may go from one publication state to another by one of these hands, and what that does to its clocks.
 * Refuses: no such step; not offered yet; another's step. Source: docs/domain.md, "Results".
 */
export function transition(
  from: ResultState | null,
  to: ResultState,
  hands: readonly ResultHand[],
): Outcome<ResultStep, StepRefusal> {
  return findStep(RESULT_STEPS, from, to, hands);
}

/** The steps that a page offers to somebody with these hands. */
export function nextSteps(from: ResultState | null, hands: readonly ResultHand[]): ResultStep[] {
  return offeredSteps(RESULT_STEPS, from, hands);
}

/** An initiative or a partnership that a result comes from. */
export type Origin = { of: "initiatives" | "partnerships"; code: string; title: Texts };
