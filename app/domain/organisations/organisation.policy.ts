import { type Actor, holds } from "#app/domain/accounts/actor.ts";

/** Whether the actor may register an organisation and speak for it: an administrator has no content rights. */
export function mayCreate(actor: Actor | null): boolean {
  return actor !== null && !holds(actor, "ADMIN");
}

/** Whether the actor may send invitations into the organisation. */
export function mayInvite(actor: Actor | null, organisationId: string): boolean {
  return holds(actor, "PARTY_REP", organisationId);
}

/** Whether the actor checks organisations at all. */
export function verifiesOrganisations(actor: Actor | null): boolean {
  return holds(actor, "INTAKE") || holds(actor, "RESULT_OFFICER");
}

/** Whether the actor may verify this organisation: never one that they created or speak for. */
export function mayVerify(actor: Actor | null, organisation: { id: string; createdById: string | null }): boolean {
  if (!actor || !verifiesOrganisations(actor)) return false;
  return organisation.createdById !== actor.personId && !holds(actor, "PARTY_REP", organisation.id);
}

/** Whether the actor sees an organisation that is not verified yet: its own people and those who check it. */
export function maySeeUnverified(actor: Actor | null, organisationId: string): boolean {
  if (!actor) return false;
  return (
    verifiesOrganisations(actor) ||
    holds(actor, "ADMIN") ||
    holds(actor, "AUDITOR") ||
    actor.affiliations.some((one) => one.organisationId === organisationId)
  );
}
