import type { Actor } from "#app/domain/accounts/actor.ts";
import { amender, type MemberFacts, mayReadStatement } from "../partnership.policy.ts";

/** The member for which the actor keeps the register: every party that joined does. Source: docs/domain.md, "Risk register". */
export function registrar<Member extends MemberFacts>(actor: Actor | null, members: readonly Member[]): Member | null {
  return amender(actor, members);
}

/** What the members keep among themselves is read by every party that joined, and by the auditor. */
export function mayReadRegister(actor: Actor | null, members: readonly MemberFacts[]): boolean {
  return mayReadStatement(actor, members);
}
