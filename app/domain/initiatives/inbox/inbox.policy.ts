import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";

/** Posts for which something can wait. */
export const INBOX_ROLES = [
  "INTAKE",
  "INTAKE_HEAD",
  "CHAIR",
  "EVALUATOR",
  "STEERING",
  "TASK_OWNER",
  "VERIFIER",
  "PARTY_REP",
  "RESULT_OFFICER",
  "ADMIN",
  "AUDITOR",
] as const satisfies readonly Role[];

/** Whoever holds a post has an inbox, and names filters of it for themselves alone. */
export function hasInbox(actor: Actor): boolean {
  return INBOX_ROLES.some((role) => holds(actor, role));
}
