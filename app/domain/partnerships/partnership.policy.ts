import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import type { PartnershipHand } from "./partnership.ts";

/**
 * As much of a member as decides who may act for it. `joined` is false while an invitation waits for its answer; `left`
 * is true once its days as a member are over.
 */
export type MemberFacts = { id: string; organisationId: string; role: string; joined: boolean; left?: boolean };

/** A representative of the organisation speaks for it. Source: docs/domain.md, "Roles" (PARTY_REP). */
export function mayRepresent(actor: Actor | null, organisationId: string): boolean {
  return holds(actor, "PARTY_REP", organisationId);
}

/** Who speaks for no organisation at all has nothing to sign, and is not asked for a password. */
export function maySignSomewhere(actor: Actor | null): boolean {
  return holds(actor, "PARTY_REP");
}

/** A representative of a verified organisation may propose a partnership that it leads. */
export function mayPropose(actor: Actor | null, organisation: { id: string; verified: boolean }): boolean {
  return organisation.verified && mayRepresent(actor, organisation.id);
}

/** The lead invites, opens agreements, records shares, agrees and reopens drafts. */
export function mayLead(actor: Actor | null, members: readonly MemberFacts[]): boolean {
  return members.some((member) => member.role === "LEAD" && mayRepresent(actor, member.organisationId));
}

/** An invited organisation answers for itself, once. */
export function mayJoin(actor: Actor | null, member: MemberFacts): boolean {
  return !member.joined && mayRepresent(actor, member.organisationId);
}

/** A member leaves for itself; the lead may take an invitation back. The lead itself stays. */
export function mayLeave(actor: Actor | null, member: MemberFacts, members: readonly MemberFacts[]): boolean {
  if (member.role === "LEAD" || member.left) return false;
  return mayRepresent(actor, member.organisationId) || (!member.joined && mayLead(actor, members));
}

/** A member that joined, and has not left, signs for itself. */
export function maySign(actor: Actor | null, member: MemberFacts): boolean {
  return member.joined && !member.left && mayRepresent(actor, member.organisationId);
}

/** The member for which the actor may change an agreement; the lead first where the actor speaks for several. */
export function amender<Member extends MemberFacts>(actor: Actor | null, members: readonly Member[]): Member | null {
  const own = members.filter((member) => maySign(actor, member));
  return own.find(({ role }) => role === "LEAD") ?? own[0] ?? null;
}

/** Whether the actor has a role or a post in one of these organisations. */
export function isInside(actor: Actor | null, members: readonly { organisationId: string }[]): boolean {
  const own = new Set([...(actor?.roles ?? []), ...(actor?.affiliations ?? [])].map((one) => one.organisationId));
  return members.some(({ organisationId }) => own.has(organisationId));
}

/** The State body for which the actor orders; null for whoever is inside. Source: docs/domain.md, "Separation of duties". */
export function stateAuthority(actor: Actor | null, members: readonly MemberFacts[]): string | null {
  if (isInside(actor, members)) return null;
  return actor?.roles.find(({ role }) => role === "STEERING")?.organisationId ?? null;
}

/** What is not signed yet is read by those who negotiate it, and by the auditor. */
export function mayReadDraft(actor: Actor | null, members: readonly MemberFacts[]): boolean {
  const isOwn = (member: MemberFacts) => !member.left && mayRepresent(actor, member.organisationId);
  return holds(actor, "AUDITOR") || members.some(isOwn);
}

/** Whose hands the actor's are in the state tables of partnership.ts. */
export function handsOf(actor: Actor | null, members: readonly MemberFacts[]): PartnershipHand[] {
  const isMember = members.some((member) => maySign(actor, member));
  return [...(mayLead(actor, members) ? ["LEAD" as const] : []), ...(isMember ? ["MEMBER" as const] : [])];
}

/** Who weighs, saves and shares on the workbench speaks for a member that joined; the auditor reads along. */
export function mayReadVariants(actor: Actor | null, members: readonly MemberFacts[]): boolean {
  return holds(actor, "AUDITOR") || amender(actor, members) !== null;
}

/** What a locked run gave a party is read by every party that joined, and by the auditor. */
export function mayReadStatement(actor: Actor | null, members: readonly MemberFacts[]): boolean {
  return holds(actor, "AUDITOR") || members.some((member) => maySign(actor, member));
}

/** What it gave a party that has left also by that party: its own, and no other's. */
export function mayReadOwnStatement(
  actor: Actor | null,
  members: readonly MemberFacts[],
  whose: MemberFacts | undefined,
): boolean {
  const isOwn = (party: MemberFacts) => party.joined && mayRepresent(actor, party.organisationId);
  return (whose !== undefined && isOwn(whose)) || mayReadStatement(actor, members);
}

/**
 * The price and the shares of an exit are read by every member, and by the auditor; where they are in force, also by a party
 * that signed them and has left.
 */
export function mayReadSettlement(
  actor: Actor | null,
  members: readonly MemberFacts[],
  { state, signatures }: { state: string; signatures: readonly { memberId: string }[] },
): boolean {
  if (mayReadStatement(actor, members)) return true;
  const signers = members.filter(({ id }) => signatures.some(({ memberId }) => memberId === id));
  return state === "SIGNED" && signers.some(({ organisationId }) => mayRepresent(actor, organisationId));
}

/** What it gave an author also by that author: whoever confirmed the address that the run names. */
export function mayReadAuthorStatement(
  actor: Actor | null,
  members: readonly MemberFacts[],
  email: string | null,
): boolean {
  return mayReadStatement(actor, members) || (email !== null && actor?.email.toLowerCase() === email);
}
