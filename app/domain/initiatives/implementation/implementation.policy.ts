import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";
import { type InitiativeFacts, isProposer } from "../initiative.policy.ts";
import type { InitiativeState } from "../initiative.ts";

type Facts = Pick<InitiativeFacts, "state" | "proposerId" | "inCharge"> & { ownerId: string | null };

/** The steering body assigns what it, or a body that it was decided beside, has to assign; nobody their own proposal. */
export function mayAssign(actor: Actor, initiative: Omit<Facts, "ownerId">): boolean {
  const body = initiative.inCharge["ASSIGNMENT"] ?? undefined;
  return initiative.state === "ACCEPTED" && holds(actor, "STEERING", body) && !isProposer(actor, initiative);
}

/**
 * In which role somebody acts for the owner body: its task owner, else its representative, since a body that was given
 * the work must be able to do it before an administrator names anybody. Null for all others.
 */
export function ownerRole(actor: Actor, ownerId: string | null): "TASK_OWNER" | "PARTY_REP" | null {
  if (ownerId === null) return null;
  if (holds(actor, "TASK_OWNER", ownerId)) return "TASK_OWNER";
  return holds(actor, "PARTY_REP", ownerId) ? "PARTY_REP" : null;
}

export function mayBegin(actor: Actor, initiative: Facts): boolean {
  return initiative.state === "ASSIGNED" && ownerRole(actor, initiative.ownerId) !== null;
}

export function mayReport(actor: Actor, initiative: Facts): boolean {
  return initiative.state === "IN_IMPLEMENTATION" && ownerRole(actor, initiative.ownerId) !== null;
}

/** The body in whose name somebody verifies: never the owner's, nor one of a person who belongs to the owner. */
export function verifyingBody(actor: Actor, ownerId: string | null): string | null {
  if (actor.affiliations.some((mine) => mine.organisationId === ownerId)) return null;
  if (actor.roles.some((held) => held.organisationId === ownerId)) return null;
  return actor.roles.find((held) => held.role === "VERIFIER" && held.organisationId !== null)?.organisationId ?? null;
}

/** A verifier closes what another body did and what they did not propose. Source: docs/domain.md, "Separation of duties". */
export function mayClose(actor: Actor, initiative: Facts): boolean {
  return (
    initiative.state === "IN_IMPLEMENTATION" &&
    verifyingBody(actor, initiative.ownerId) !== null &&
    !isProposer(actor, initiative)
  );
}

/** From the acceptance on: those who work on it, and its proposer, who may also say what it builds on before. */
export function mayLink(actor: Actor, initiative: Facts, kind: string): boolean {
  if (ENDED_EARLY.includes(initiative.state)) return false;
  if (isProposer(actor, initiative) && kind === "BUILDS_ON") return true;
  if (BEFORE_ACCEPTANCE.includes(initiative.state)) return false;
  return (
    isProposer(actor, initiative) ||
    holds(actor, "STEERING") ||
    holds(actor, "VERIFIER") ||
    ownerRole(actor, initiative.ownerId) !== null
  );
}

/** The post in which somebody ties an initiative to something; PROPOSER where they act for themselves. */
export function linkingPost(actor: Actor, initiative: Facts): { role: Role | "PROPOSER"; body: string | null } {
  if (isProposer(actor, initiative)) return { role: "PROPOSER", body: null };
  const owning = ownerRole(actor, initiative.ownerId);
  if (owning) return { role: owning, body: initiative.ownerId };
  const role = holds(actor, "STEERING") ? "STEERING" : "VERIFIER";
  return { role, body: actor.roles.find((held) => held.role === role)?.organisationId ?? null };
}

const ENDED_EARLY: readonly InitiativeState[] = ["WITHDRAWN", "LAPSED", "REJECTED_FORM"];
const BEFORE_ACCEPTANCE: readonly InitiativeState[] = [
  "DRAFT",
  "SUBMITTED",
  "NEEDS_COMPLETION",
  "SCREENED",
  "UNDER_EVALUATION",
  "EVALUATED",
  "SUBMITTED_TO_STEERING",
  "RETURNED",
  "REJECTED",
  "APPEALED",
  "REJECTION_UPHELD",
];
