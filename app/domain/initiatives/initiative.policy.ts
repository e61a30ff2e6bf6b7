import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";
import { EDITABLE_STATES, type InitiativeState, type Track } from "./initiative.ts";

/** What decides who may do what with an initiative; ids of people, and bodies by the kind of clock that they owe. */
export type InitiativeFacts = {
  state: InitiativeState;
  track: Track;
  proposerId: string;
  screenedById: string | null;
  evaluatorIds: readonly string[];
  inCharge: Readonly<Record<string, string | null>>;
};

/** A seat in an evaluation, as far as it decides whether its holder may open the file. */
export type SeatFacts = { personId: string; conflictDeclaredAt: Date | null; recusedAt: Date | null };

const READING_ROLES: readonly Role[] = ["INTAKE", "INTAKE_HEAD", "CHAIR", "STEERING", "AUDITOR"];

export function isProposer(actor: Actor | null, initiative: Pick<InitiativeFacts, "proposerId">): boolean {
  return actor?.personId === initiative.proposerId;
}

/** Whether everybody reads the public parts now. What is withdrawn leaves its code and the date, and nothing else. */
export function isPublic(initiative: { state: InitiativeState; publicAt: Date | null }): boolean {
  return initiative.publicAt !== null && initiative.state !== "WITHDRAWN";
}

/** Everybody who signed in may propose. */
export function mayPropose(actor: Actor | null): actor is Actor {
  return actor !== null;
}

/** A draft does not exist for anybody but its proposer. */
export function existsForOfficers(initiative: Pick<InitiativeFacts, "state">): boolean {
  return initiative.state !== "DRAFT";
}

/** The proposer alone writes, in DRAFT and while something is being completed. */
export function mayEdit(actor: Actor | null, initiative: Pick<InitiativeFacts, "proposerId" | "state">): boolean {
  return isProposer(actor, initiative) && EDITABLE_STATES.includes(initiative.state);
}

/** Intake works on what its own body is asked to check, and never on its own proposal. */
export function mayCheckIntake(actor: Actor, initiative: InitiativeFacts): boolean {
  return holdsInCharge(actor, "INTAKE", initiative, "INTAKE_CHECK") && !isProposer(actor, initiative);
}

export function maySubmitToSteering(actor: Actor, initiative: InitiativeFacts): boolean {
  return holdsInCharge(actor, "INTAKE", initiative, "STEERING_SUBMISSION") && !isProposer(actor, initiative);
}

/** A chair leads where neither proposer nor screener. Source: docs/domain.md, "Separation of duties". */
export function mayChair(actor: Actor, initiative: InitiativeFacts): boolean {
  const kind = initiative.state === "SCREENED" ? "COUNCIL_SET_UP" : "EVALUATION";
  return holdsInCharge(actor, "CHAIR", initiative, kind) && isApart(actor, initiative);
}

/**
 * The role that decides on a track: the head of intake on ORDINARY, the steering body on BREAKTHROUGH.
 * Source: docs/domain.md, "Initiatives"; Decision 2266/QĐ-TTg.
 */
export function decidingRole(track: Track): "INTAKE_HEAD" | "STEERING" {
  return track === "BREAKTHROUGH" ? "STEERING" : "INTAKE_HEAD";
}

/** A decision maker is never the proposer, the officer who screened, or an evaluator. */
export function mayDecide(actor: Actor, initiative: InitiativeFacts): boolean {
  return (
    holdsInCharge(actor, decidingRole(initiative.track), initiative, "DECISION") &&
    isApart(actor, initiative) &&
    !initiative.evaluatorIds.includes(actor.personId)
  );
}

/** Whether somebody may be named to evaluate: never the proposer or the officer who screened. */
export function mayEvaluate(personId: string, initiative: InitiativeFacts): boolean {
  return personId !== initiative.proposerId && personId !== initiative.screenedById;
}

/** Whoever holds a seat and the role, and had no other part in it. */
export function maySitAsEvaluator(actor: Actor, initiative: InitiativeFacts): boolean {
  const { personId } = actor;
  return initiative.evaluatorIds.includes(personId) && holds(actor, "EVALUATOR") && mayEvaluate(personId, initiative);
}

/**
 * Who reads the content before it is public: the proposer, the bodies that work on it, the auditor, and an evaluator
 * from the moment on which no conflict of interest was declared. A draft is its proposer's alone, and so is what was
 * withdrawn. Once it is public everybody does.
 */
export function mayReadContent(
  actor: Actor | null,
  initiative: InitiativeFacts & { publicAt: Date | null },
  seats: readonly SeatFacts[],
): boolean {
  if (isPublic(initiative) || isProposer(actor, initiative)) return true;
  if (!actor || initiative.state === "DRAFT" || initiative.state === "WITHDRAWN") return false;
  if (READING_ROLES.some((role) => holds(actor, role))) return true;
  return seats.some((seat) => seat.personId === actor.personId && seat.conflictDeclaredAt !== null && !seat.recusedAt);
}

function isApart(actor: Actor, initiative: InitiativeFacts): boolean {
  return !isProposer(actor, initiative) && actor.personId !== initiative.screenedById;
}

/** Whether the actor holds the role in the body whose clock of this kind is open; in any body where none was named. */
function holdsInCharge(actor: Actor, role: Role, initiative: InitiativeFacts, kind: string): boolean {
  return holds(actor, role, initiative.inCharge[kind] ?? undefined);
}
