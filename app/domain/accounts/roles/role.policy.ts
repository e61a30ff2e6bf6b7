import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";

/** Whether the actor gives and takes roles. */
export function mayGrantRoles(actor: Actor | null): boolean {
  return holds(actor, "ADMIN");
}

/** Whether the actor may give this role to that person: nobody gives a role to themselves. */
export function mayGrantTo(actor: Actor | null, personId: string): boolean {
  return actor !== null && mayGrantRoles(actor) && actor.personId !== personId;
}

/**
 * Whether a person with these roles can hold one more: an administrator has no other role, since accounts and content
 * are in different hands. Source: docs/domain.md, separation of duties.
 */
export function goesWith(held: readonly Role[], role: Role): boolean {
  return role === "ADMIN" ? held.every((one) => one === "ADMIN") : !held.includes("ADMIN");
}
