import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";
import type { ObligationKind } from "#app/domain/obligations/obligation.ts";

/** The desks at which officers work on initiatives; each name is also its address. */
export const DESKS = ["intake", "chair", "evaluator", "decisions", "work"] as const;
export type Desk = (typeof DESKS)[number];

type Setting = { acting: readonly Role[]; reading: readonly Role[]; kinds: readonly ObligationKind[] };

/**
 * Who acts at a desk, who reads its files besides, and which duties lie on it. A seat in an evaluation is a person's
 * own, so nobody else looks over an evaluator's shoulder. Source: docs/domain.md, "Roles", "Separation of duties".
 */
export const DESK_SETTINGS: Record<Desk, Setting> = {
  intake: { acting: ["INTAKE"], reading: ["AUDITOR"], kinds: ["INTAKE_CHECK"] },
  chair: { acting: ["CHAIR"], reading: ["AUDITOR"], kinds: ["COUNCIL_SET_UP", "EVALUATION", "APPEAL_REVIEW"] },
  evaluator: { acting: ["EVALUATOR"], reading: [], kinds: [] },
  decisions: {
    acting: ["INTAKE", "INTAKE_HEAD", "STEERING"],
    reading: ["AUDITOR"],
    kinds: ["STEERING_SUBMISSION", "DECISION"],
  },
  work: {
    acting: ["STEERING", "TASK_OWNER", "PARTY_REP", "VERIFIER"],
    reading: ["AUDITOR"],
    kinds: ["ASSIGNMENT", "IMPLEMENTATION", "IMPLEMENTATION_CHECK"],
  },
};

export function actsAt(actor: Actor, desk: Desk): boolean {
  return DESK_SETTINGS[desk].acting.some((role) => holds(actor, role));
}

/** Everybody who opens a desk. */
export function readersOf(desk: Desk): readonly Role[] {
  return [...DESK_SETTINGS[desk].acting, ...DESK_SETTINGS[desk].reading];
}

/** The desks that an actor's roles open, in the order in which an initiative passes them. */
export function desksOf(actor: Actor): Desk[] {
  return DESKS.filter((desk) => readersOf(desk).some((role) => holds(actor, role)));
}

/** The desk on which a duty lies. */
export function deskOf(kind: string): Desk {
  return DESKS.find((desk) => DESK_SETTINGS[desk].kinds.some((own) => own === kind)) ?? "decisions";
}
