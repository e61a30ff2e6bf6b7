import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import { monitoringBodies } from "../monitoring.policy.ts";

/** The post in which somebody of the Front acts, as the record names it. */
export function frontPost(actor: Actor, ownerOrganisationId: string): string {
  const post = actor.affiliations.find(({ organisationId }) => organisationId === ownerOrganisationId)?.post;
  return post ?? (holds(actor, "MONITOR_LEAD", ownerOrganisationId) ? "MONITOR_LEAD" : "MONITOR");
}

/** Who of which body of the Front acts. */
export type FrontHand = { actor: Actor; ownerOrganisationId: string };

type FrontStep = {
  kind: string;
  subject: { type: "CAMPAIGN" | "FINDING" | "RECOMMENDATION" | "OPINION"; code: string };
  by: FrontHand;
  payload: Record<string, unknown>;
};

/** Writes what the Front did in public into the record, in the caller's transaction, in the name of the actor's body in it. Gives the entry's number. */
export async function writeFrontStep(tx: Tx, { kind, subject, by, payload }: FrontStep, at: Date): Promise<bigint> {
  const { actor, ownerOrganisationId } = by;
  const bodies = monitoringBodies(actor);
  const [own = ownerOrganisationId] = bodies.includes(ownerOrganisationId) ? [ownerOrganisationId] : bodies;
  const as = { organisationId: own, post: frontPost(actor, own) };
  return appendEntry(tx, { kind, subject, actor: as, payload }, at);
}
