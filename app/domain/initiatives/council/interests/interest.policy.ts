import type { Actor } from "#app/domain/accounts/actor.ts";

/** A tie is between two: nobody declares one to themselves. */
export function mayTieTo(actor: Actor, otherPersonId: string | null): boolean {
  return otherPersonId !== actor.personId;
}

/** Ties are one's own to declare, to read and to end. */
export function isOwnTie(actor: Actor, tie: { personId: string }): boolean {
  return tie.personId === actor.personId;
}
