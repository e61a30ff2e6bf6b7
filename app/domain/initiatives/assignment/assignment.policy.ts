import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";
import { mayAssign, mayClose } from "../implementation/implementation.policy.ts";
import {
  type InitiativeFacts,
  isAuthor,
  mayChair,
  mayCheckIntake,
  mayDecide,
  maySubmitToSteering,
} from "../initiative.policy.ts";

/** Posts among whose holders the work of a body is shared out. */
export const ASSIGNED_ROLES = [
  "INTAKE",
  "INTAKE_HEAD",
  "CHAIR",
  "STEERING",
  "TASK_OWNER",
  "VERIFIER",
] as const satisfies readonly Role[];

/** What a body owes on an initiative: which kind, in which post, in which body. */
export type Duty = { kind: string; role: Role; organisationId: string };

/**
 * Who shares out the cases of a post: the head of intake those of intake, in the own body; where a post has no head, its
 * holders among themselves. Source: docs/domain.md, "Assignment of cases".
 */
export function directs(actor: Actor, duty: Omit<Duty, "kind">): boolean {
  return holds(actor, duty.role === "INTAKE" ? "INTAKE_HEAD" : duty.role, duty.organisationId);
}

/** Beside whoever directs: an officer takes what nobody has, and gives back what is theirs. */
export function mayAssignCase(actor: Actor, duty: Duty, change: { from: string | null; to: string | null }): boolean {
  if (directs(actor, duty)) return true;
  const { from, to } = change;
  const isForSelf = (from === null && to === actor.personId) || (from === actor.personId && to === null);
  return isForSelf && holds(actor, duty.role, duty.organisationId);
}

/** Whether somebody shares out anything at all, if only to themselves. */
export function assignsCases(actor: Actor): boolean {
  return ASSIGNED_ROLES.some((role) => holds(actor, role));
}

/** Whether somebody with that post alone could do the duty: the rules of the act itself, asked for another person. */
export function couldDo(
  personId: string,
  duty: Duty,
  initiative: InitiativeFacts & { ownerId: string | null },
): boolean {
  const { kind, role, organisationId } = duty;
  const held = { role, organisationId, organisationNames: null };
  const holder: Actor = { personId, email: "", name: null, language: "vi", roles: [held], affiliations: [] };
  switch (kind) {
    case "INTAKE_CHECK":
      return mayCheckIntake(holder, initiative);
    case "STEERING_SUBMISSION":
      return maySubmitToSteering(holder, initiative);
    case "COUNCIL_SET_UP":
    case "EVALUATION":
    case "APPEAL_REVIEW":
      return mayChair(holder, initiative);
    case "DECISION":
      return mayDecide(holder, initiative);
    case "ASSIGNMENT":
      return mayAssign(holder, initiative);
    case "IMPLEMENTATION_CHECK":
      return mayClose(holder, initiative);
    default:
      return !isAuthor(holder, initiative);
  }
}
