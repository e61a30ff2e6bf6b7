import type { Actor } from "#app/domain/accounts/actor.ts";
import { type MemberFacts, maySign, stateAuthority } from "../partnership.policy.ts";

/**
 * In whose name the actor may declare that a partnership failed: its lead, or a State authority that is no party
 * (`memberId` null). Null where in nobody's. Source: docs/domain.md, "Failing".
 */
export function declarer(
  actor: Actor | null,
  members: readonly MemberFacts[],
): { organisationId: string; memberId: string | null } | null {
  const lead = members.find((member) => member.role === "LEAD" && maySign(actor, member));
  if (lead) return { organisationId: lead.organisationId, memberId: lead.id };
  const authority = stateAuthority(actor, members);
  return authority ? { organisationId: authority, memberId: null } : null;
}
