import type { InitiativeState } from "../initiative.ts";

/** What can be appealed against. */
export const APPEALABLE = ["REJECTED", "REJECTED_FORM"] as const;
export type AppealableState = (typeof APPEALABLE)[number];

export function isAppealable(state: InitiativeState): state is AppealableState {
  return state === "REJECTED" || state === "REJECTED_FORM";
}

/** How a panel can end. */
export type AppealOutcome = "REJECTION_UPHELD" | "UNDER_EVALUATION";

export type VoteCount = { uphold: number; reopen: number };

/**
 * What the votes of a panel come to: the rejection stands only with more than half of them. A tie is for whoever
 * appealed. Source: docs/domain.md, "Appeal".
 */
export function outcomeOf({ uphold, reopen }: VoteCount): AppealOutcome {
  return uphold > reopen ? "REJECTION_UPHELD" : "UNDER_EVALUATION";
}

export function countVotes(votes: readonly { uphold: boolean }[]): VoteCount {
  const uphold = votes.filter((vote) => vote.uphold).length;
  return { uphold, reopen: votes.length - uphold };
}
