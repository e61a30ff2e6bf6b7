import { type Actor, holds, representedBy } from "#app/domain/accounts/actor.ts";
import { amender, type MemberFacts, maySign } from "../partnership.policy.ts";

/**
 * The body in whose name the actor verifies what the parties of a partnership say: one that is no party, of somebody who
 * speaks for none. Null where there is none. Source: docs/domain.md, "Separation of duties".
 */
export function verifierBody(actor: Actor | null, members: readonly { organisationId: string }[]): string | null {
  if (!actor) return null;
  const parties = members.map(({ organisationId }) => organisationId);
  if (representedBy(actor).some((id) => parties.includes(id))) return null;
  const held = actor.roles.find(
    ({ role, organisationId }) => role === "VERIFIER" && organisationId !== null && !parties.includes(organisationId),
  );
  return held?.organisationId ?? null;
}

/** The lead's member where the actor speaks for it: it plans, waives and proposes the completion. */
export function leadOf<Member extends MemberFacts>(actor: Actor | null, members: readonly Member[]): Member | null {
  return members.find((member) => member.role === "LEAD" && maySign(actor, member)) ?? null;
}

/** The member of that id where the actor speaks for it. */
export function ownMember<Member extends MemberFacts>(
  actor: Actor | null,
  members: readonly Member[],
  id: string,
): Member | null {
  return members.find((member) => member.id === id && maySign(actor, member)) ?? null;
}

/** What is not for everybody is read by the members that joined, by whoever verifies what they say, and by the auditor. */
export function mayReadEvidence(
  actor: Actor | null,
  { isPublic }: { isPublic: boolean },
  members: readonly MemberFacts[],
): boolean {
  if (isPublic || holds(actor, "AUDITOR")) return true;
  return amender(actor, members) !== null || verifierBody(actor, members) !== null;
}
