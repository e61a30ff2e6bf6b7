import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { mayRepresent } from "../partnership.policy.ts";

/** A representative may write a call or an offer for an organisation, which must be verified to publish it. */
export function mayCall(actor: Actor | null, organisationId?: string): actor is Actor {
  return holds(actor, "PARTY_REP", organisationId);
}

/** A call is its organisation's to change, publish, close, withdraw and answer for. */
export function mayRunCall(actor: Actor | null, call: { organisationId: string }): boolean {
  return mayRepresent(actor, call.organisationId);
}

/** A draft does not exist for anybody but its organisation's representatives; nor does one that was dropped as a draft. */
export function maySeeCall(actor: Actor | null, call: { organisationId: string; publishedAt: unknown }): boolean {
  return call.publishedAt !== null || mayRunCall(actor, call);
}

/** Another organisation expresses interest, by its representative. */
export function mayExpressInterest(
  actor: Actor | null,
  call: { organisationId: string },
  organisationId: string,
): boolean {
  return organisationId !== call.organisationId && mayRepresent(actor, organisationId);
}
