import type { Actor } from "#app/domain/accounts/actor.ts";
import { isProposer, isPublic } from "../initiative.policy.ts";
import type { InitiativeState } from "../initiative.ts";
import { levelOn, OPEN_PART, type PartRules } from "../part.ts";

/** What stands in public and may be edited; all else is what was decided on, or nobody's to change. */
export const EDITED_PARTS = ["problem", "publicBenefit", "solution", "novelty"] as const;
export type EditedPart = (typeof EDITED_PARTS)[number];

export type EditFacts = {
  proposerId: string;
  state: InitiativeState;
  publicAt: Date | null;
  /** how many evaluations were ever opened */
  evaluations: number;
};

const QUIET: readonly InitiativeState[] = ["ACCEPTED", "ASSIGNED", "IN_IMPLEMENTATION"];

/**
 * The proposer edits what is public while nobody evaluates or decides it: before a council is set up, and once it is
 * accepted until the work is closed. Source: docs/domain.md, "Public voice"; the database holds the same.
 */
export function mayEditPublic(actor: Actor | null, initiative: EditFacts): boolean {
  const isQuiet = QUIET.includes(initiative.state) || (initiative.state === "SCREENED" && initiative.evaluations === 0);
  return isProposer(actor, initiative) && isPublic(initiative) && isQuiet;
}

/** The parts that everybody reads on a day; only these are edited in public. */
export function editableParts(rules: PartRules, today: string): EditedPart[] {
  return EDITED_PARTS.filter((part) => levelOn(rules[part] ?? OPEN_PART, today) === "PUBLIC");
}
