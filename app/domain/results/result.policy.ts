import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { EDITABLE_STATES, type ResultHand, type ResultState } from "./result.ts";

/** What decides who may do what with a result. */
export type ResultFacts = { state: ResultState; createdById: string; hostOrganisationId: string };

/** Everybody reads a result in these states. */
export const PUBLIC_STATES: readonly ResultState[] = ["PUBLISHED", "UNDER_REVIEW"];

export function isAuthor(actor: Actor | null, result: Pick<ResultFacts, "createdById">): boolean {
  return actor?.personId === result.createdById;
}

export function representsHost(actor: Actor | null, result: Pick<ResultFacts, "hostOrganisationId">): boolean {
  return holds(actor, "PARTY_REP", result.hostOrganisationId);
}

/** A result is recorded for a body by the people who belong to it. */
export function mayRecord(actor: Actor, hostOrganisationId: string): boolean {
  return belongsTo(actor, hostOrganisationId);
}

/** Whole files are imported by the representatives and the result officers of the body that hosts their results. */
export function mayImport(actor: Actor, hostOrganisationId: string): boolean {
  return holds(actor, "PARTY_REP", hostOrganisationId) || holds(actor, "RESULT_OFFICER", hostOrganisationId);
}

/** Whoever recorded it and the representatives of its host write, in DRAFT and while something is being completed. */
export function mayEdit(actor: Actor | null, result: ResultFacts): boolean {
  return EDITABLE_STATES.includes(result.state) && (isAuthor(actor, result) || representsHost(actor, result));
}

/**
 * The body in whose name the actor may verify: one other than the host, by somebody who neither recorded the result nor
 * belongs to the host; null otherwise. Source: docs/domain.md, "Separation of duties".
 */
export function verifyingBody(actor: Actor | null, result: Omit<ResultFacts, "state">): string | null {
  if (!actor || isAuthor(actor, result) || belongsTo(actor, result.hostOrganisationId)) return null;
  const held = actor.roles.find((it) => it.role === "RESULT_OFFICER" && it.organisationId !== null);
  return held?.organisationId ?? null;
}

/** Everybody who signed in, but who recorded the result or belongs to its host: they can correct or withdraw it. */
export function mayComplain(actor: Actor | null, result: Omit<ResultFacts, "state">): boolean {
  return actor !== null && !isAuthor(actor, result) && !belongsTo(actor, result.hostOrganisationId);
}

/** In which hands of the table of steps the actor stands to a result. */
export function handsOf(actor: Actor | null, result: Omit<ResultFacts, "state">): ResultHand[] {
  const hands: ResultHand[] = [];
  if (isAuthor(actor, result)) hands.push("AUTHOR");
  if (representsHost(actor, result)) hands.push("HOST");
  if (verifyingBody(actor, result) !== null) hands.push("RESULT_OFFICER");
  return hands;
}

/**
 * Who reads a result that is not public: whoever recorded it and the representatives of its host always; independent
 * result officers and the auditor from its submission on.
 */
export function mayRead(actor: Actor | null, result: ResultFacts): boolean {
  if (PUBLIC_STATES.includes(result.state) || isAuthor(actor, result) || representsHost(actor, result)) return true;
  if (result.state === "DRAFT" || result.state === "WITHDRAWN") return false;
  return holds(actor, "AUDITOR") || verifyingBody(actor, result) !== null;
}

function belongsTo(actor: Actor, organisationId: string): boolean {
  return (
    actor.affiliations.some((it) => it.organisationId === organisationId) ||
    actor.roles.some((it) => it.organisationId === organisationId)
  );
}
