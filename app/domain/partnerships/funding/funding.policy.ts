import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { mayRepresent } from "../partnership.policy.ts";

type Member = { organisationId: string };

/**
 * Who records the money of a body holds the role FUND in it, and speaks for no party of the partnership.
 * Source: docs/domain.md, "Separation of duties".
 */
export function mayFund(actor: Actor | null, organisationId: string, members: readonly Member[]): boolean {
  return holds(actor, "FUND", organisationId) && !speaksForParty(actor, members);
}

/** Whether somebody may record money of any body in a partnership. */
export function mayFundHere(actor: Actor | null, members: readonly Member[]): boolean {
  return holds(actor, "FUND") && !speaksForParty(actor, members);
}

/** The bodies whose money somebody records. */
export function fundedBodies(actor: Actor): { organisationId: string; names: Texts }[] {
  return actor.roles.flatMap(({ role, organisationId, organisationNames }) =>
    role === "FUND" && organisationId ? [{ organisationId, names: organisationNames ?? {} }] : [],
  );
}

function speaksForParty(actor: Actor | null, members: readonly Member[]): boolean {
  return members.some(({ organisationId }) => mayRepresent(actor, organisationId));
}
