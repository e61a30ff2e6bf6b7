import { type Actor, holds } from "#app/domain/accounts/actor.ts";

/** The bodies in whose name somebody may pose a challenge: their representatives, once the body is verified. */
export function mayPose(actor: Actor | null, ownerId?: string): actor is Actor {
  return holds(actor, "PARTY_REP", ownerId);
}

/** A challenge is its owner's to change, publish, answer and withdraw. */
export function mayRun(actor: Actor | null, challenge: { ownerId: string }): boolean {
  return holds(actor, "PARTY_REP", challenge.ownerId);
}

/** A draft does not exist for anybody but its owner's representatives; nor does one that was dropped as a draft. */
export function maySeeChallenge(actor: Actor | null, challenge: { ownerId: string; publishedAt: unknown }): boolean {
  return challenge.publishedAt !== null || mayRun(actor, challenge);
}
