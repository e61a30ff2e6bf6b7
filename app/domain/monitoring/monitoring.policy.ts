import { type Actor, holds } from "#app/domain/accounts/actor.ts";

/** `partnerIds`: other bodies of the Front that work in it; none where nothing is told of them. */
type OfFront = { ownerOrganisationId: string; partnerIds?: readonly string[] };

/** The bodies of the Front in whose name somebody monitors; none for everybody else. */
export function monitoringBodies(actor: Actor | null): string[] {
  return (actor?.roles ?? []).flatMap(({ role, organisationId }) =>
    (role === "MONITOR" || role === "MONITOR_LEAD") && organisationId ? [organisationId] : [],
  );
}

/** Whether somebody monitors at all: plans campaigns, and reads who tried what only the Front may do. */
export function mayMonitor(actor: Actor | null): boolean {
  return monitoringBodies(actor).length > 0;
}

/** A campaign is worked on by the monitors of the body that has it, and of those that work in it. Source: docs/domain.md, "Monitoring". */
export function mayWork(actor: Actor | null, { ownerOrganisationId, partnerIds = [] }: OfFront): boolean {
  const bodies = monitoringBodies(actor);
  return bodies.includes(ownerOrganisationId) || partnerIds.some((one) => bodies.includes(one));
}

/** A campaign is moved by a lead of the body that has it, and by nobody else. */
export function mayLead(actor: Actor | null, campaign: OfFront): boolean {
  return holds(actor, "MONITOR_LEAD", campaign.ownerOrganisationId);
}

/** A plan that was not approved exists for its own body and those that it invited alone. */
export function maySeeCampaign(
  actor: Actor | null,
  campaign: OfFront & { state: string; invitedIds?: readonly string[] },
): boolean {
  const { invitedIds = [] } = campaign;
  const isInvited = monitoringBodies(actor).some((one) => invitedIds.includes(one));
  return campaign.state !== "PLANNED" || isInvited || mayWork(actor, campaign);
}

/** An invitation of a body to work in a campaign is answered by a lead of that body. */
export function mayAnswerInvitation(actor: Actor | null, bodyId: string): boolean {
  return holds(actor, "MONITOR_LEAD", bodyId);
}

/** Who reads the refused tries: the Front, and the auditor. */
export function mayReadRefusedTries(actor: Actor | null): boolean {
  return mayMonitor(actor) || holds(actor, "AUDITOR");
}

/** A recommendation is answered, and a gap explained, by who represents the body that it is addressed to. */
export function mayAnswer(actor: Actor | null, addresseeId: string): boolean {
  return holds(actor, "PARTY_REP", addresseeId);
}
