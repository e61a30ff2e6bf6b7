import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { isInside } from "../partnership.policy.ts";

type Member = { organisationId: string };

/**
 * Who appraises holds the role STEERING in the authority that was asked, and has neither a role nor a post in any member
 * organisation. Source: docs/domain.md, "Separation of duties" (a party's representative never appraises).
 */
export function mayAppraise(actor: Actor | null, authorityId: string, members: readonly Member[]): boolean {
  return holds(actor, "STEERING", authorityId) && !isInside(actor, members);
}

/** Whether somebody has appraisals to make at all, or reads them as the auditor. */
export function mayReadAppraisals(actor: Actor | null): boolean {
  return holds(actor, "STEERING") || holds(actor, "AUDITOR");
}
