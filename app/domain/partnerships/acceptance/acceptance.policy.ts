import type { Actor } from "#app/domain/accounts/actor.ts";
import { mayAppraise } from "../appraisals/appraisal.policy.ts";
import { amender, type MemberFacts, mayReadStatement } from "../partnership.policy.ts";

/** The member for which the actor seals; of those that have not sealed yet, where several are named. */
export function sealer<Member extends MemberFacts>(actor: Actor | null, members: readonly Member[]): Member | null {
  return amender(actor, members);
}

/**
 * Who decides holds the role STEERING in the State body that was asked, and has neither a role nor a post in any member
 * organisation, as who appraises. Source: docs/domain.md, "Separation of duties".
 */
export function mayDecideRisk(
  actor: Actor | null,
  authorityId: string,
  members: readonly { organisationId: string }[],
): boolean {
  return mayAppraise(actor, authorityId, members);
}

/** A sealed text is read by every party that joined, by the auditor, and by the body that was asked to decide. */
export function mayReadFile(actor: Actor | null, members: readonly MemberFacts[], authorityId: string | null): boolean {
  return mayReadStatement(actor, members) || (authorityId !== null && mayDecideRisk(actor, authorityId, members));
}
