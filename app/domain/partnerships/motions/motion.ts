import type { Texts } from "#app/platform/languages/texts.ts";
import { PARTNERSHIP_STEPS, type PartnershipState } from "../partnership.ts";

export const MOTION_KINDS = ["SUSPEND", "RESUME", "TERMINATE"] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

export const MOTION_STATES = ["OPEN", "CARRIED", "REJECTED", "WITHDRAWN"] as const;
export type MotionState = (typeof MOTION_STATES)[number];

/** Longest suspension in calendar days; whoever needs longer decides anew [P]. */
export const LONGEST_SUSPENSION_DAYS = 365;

/** Where a carried motion leads. */
export const MOVES_TO = { SUSPEND: "SUSPENDED", RESUME: "ACTIVE", TERMINATE: "TERMINATED" } as const satisfies Record<
  MotionKind,
  PartnershipState
>;

/** What can be moved while a partnership is in a state. Source: docs/domain.md, "Suspending and ending". */
export function motionsIn(state: PartnershipState): readonly MotionKind[] {
  return MOTION_KINDS.filter((kind) => {
    const hand = kind === "TERMINATE" ? "EVERY_MEMBER" : "VOTES";
    return PARTNERSHIP_STEPS.some(({ from, to, by }) => from === state && to === MOVES_TO[kind] && by.includes(hand));
  });
}

/** A motion as the public reads it: bodies and posts, never a person. Days are 'YYYY-MM-DD', instants RFC 3339. */
export type ReadMotion = {
  number: number;
  kind: MotionKind;
  state: MotionState;
  reason: string;
  untilOn: string | null;
  /** the body that moved it, or that ordered it where `byMemberId` is null */
  by: Texts;
  byOrganisationId: string;
  byMemberId: string | null;
  post: string;
  movedAt: string;
  endedAt: string | null;
  votes: { memberId: string; inFavour: boolean; post: string; votedAt: string }[];
};

/** Votes of members, one each. */
export type Count = { members: number; yes: number; no: number };

/**
 * What became of a motion so far: two thirds of all members suspend and resume, every member terminates; rejected as
 * soon as it cannot be carried any more. Source: docs/domain.md, "Suspending and ending".
 */
export function outcomeOf(kind: MotionKind, { members, yes, no }: Count): "CARRIED" | "REJECTED" | "OPEN" {
  const isEnough = (count: number) => (kind === "TERMINATE" ? count >= members : 3 * count >= 2 * members);
  if (isEnough(yes)) return "CARRIED";
  return isEnough(members - no) ? "OPEN" : "REJECTED";
}
