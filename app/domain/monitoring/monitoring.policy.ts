import { type Actor, holds } from "#app/domain/accounts/actor.ts";

type OfFront = { ownerOrganisationId: string };

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

/** A campaign is worked on by the monitors of the body that has it. Source: docs/domain.md, "Monitoring". */
export function mayWork(actor: Actor | null, campaign: OfFront): boolean {
  return monitoringBodies(actor).includes(campaign.ownerOrganisationId);
}

/** A campaign is moved by a lead of the body that has it, and by nobody else. */
export function mayLead(actor: Actor | null, campaign: OfFront): boolean {
  return holds(actor, "MONITOR_LEAD", campaign.ownerOrganisationId);
}

/** A plan that was not approved exists for its own body alone. */
export function maySeeCampaign(actor: Actor | null, campaign: OfFront & { state: string }): boolean {
  return campaign.state !== "PLANNED" || mayWork(actor, campaign);
}

/** Who reads the refused tries: the Front, and the auditor. */
export function mayReadRefusedTries(actor: Actor | null): boolean {
  return mayMonitor(actor) || holds(actor, "AUDITOR");
}

/** A recommendation is answered, and a gap explained, by who represents the body that it is addressed to. */
export function mayAnswer(actor: Actor | null, addresseeId: string): boolean {
  return holds(actor, "PARTY_REP", addresseeId);
}
