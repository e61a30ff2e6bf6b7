import { type Actor, type HeldRole, holds, organisationOf, type Role } from "#app/domain/accounts/actor.ts";
import { EDITABLE_STATES, type InitiativeState, type Track } from "./initiative.ts";
import { levelOn, type PartRule } from "./part.ts";

/** What decides who may do what with an initiative; ids of people, and bodies by the kind of clock that they owe. */
export type InitiativeFacts = {
  state: InitiativeState;
  track: Track;
  proposerId: string;
  screenedById: string | null;
  evaluatorIds: readonly string[];
  /** the co-authors who confirmed */
  authorIds?: readonly string[];
  inCharge: Readonly<Record<string, string | null>>;
  /** who had a part before an appeal; nobody where none was filed */
  formerIds?: readonly string[];
  /** who owes or is owed something on it, now or before: a role, in the body where one was named */
  works?: readonly { role: string; organisationId: string | null }[];
};

/** A seat in an evaluation, as far as it decides whether its holder may open the file. */
export type SeatFacts = { personId: string; conflictDeclaredAt: Date | null; recusedAt: Date | null };

/** Who works on the files of their body. */
export const READING_ROLES: readonly Role[] = ["INTAKE", "INTAKE_HEAD", "CHAIR", "STEERING"];

export function isProposer(actor: Actor | null, initiative: Pick<InitiativeFacts, "proposerId">): boolean {
  return actor?.personId === initiative.proposerId;
}

/** Whether everybody reads the public parts now. What is withdrawn leaves its code and the date, and nothing else. */
export function isPublic(initiative: { state: InitiativeState; publicAt: Date | null }): boolean {
  return initiative.publicAt !== null && initiative.state !== "WITHDRAWN";
}

/** The proposer, and every co-author who confirmed. */
export function isAuthor(actor: Actor | null, initiative: Pick<InitiativeFacts, "proposerId" | "authorIds">): boolean {
  return actor !== null && (isProposer(actor, initiative) || initiative.authorIds?.includes(actor.personId) === true);
}

/** An invitation is answered by whoever owns the address that it went to. */
export function mayAnswerAuthorship(actor: Actor, invited: { email: string | null }): boolean {
  return invited.email !== null && actor.email?.toLowerCase() === invited.email.toLowerCase();
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
  return holdsInCharge(actor, "INTAKE", initiative, "INTAKE_CHECK") && !isAuthor(actor, initiative);
}

export function maySubmitToSteering(actor: Actor, initiative: InitiativeFacts): boolean {
  return holdsInCharge(actor, "INTAKE", initiative, "STEERING_SUBMISSION") && !isAuthor(actor, initiative);
}

/** A chair leads where neither proposer nor screener, and after an appeal without an earlier part. Source: docs/domain.md, "Separation of duties". */
export function mayChair(actor: Actor, initiative: InitiativeFacts): boolean {
  const { state, formerIds = [] } = initiative;
  const kind = state === "SCREENED" ? "COUNCIL_SET_UP" : state === "APPEALED" ? "APPEAL_REVIEW" : "EVALUATION";
  return (
    holdsInCharge(actor, "CHAIR", initiative, kind) && isApart(actor, initiative) && !formerIds.includes(actor.personId)
  );
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

/** Whoever may decide on the track, without a part of their own, corrects; in which body is for the command. */
export function mayCorrect(actor: Actor, initiative: InitiativeFacts): boolean {
  const { evaluatorIds, track } = initiative;
  return holds(actor, decidingRole(track)) && isApart(actor, initiative) && !evaluatorIds.includes(actor.personId);
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

/** How somebody stands to a file, as far as reading goes. */
export type Reader =
  | { kind: "AUTHOR" | "PUBLIC" }
  | { kind: "EVALUATOR" | "DECIDER" | "OFFICER"; role: Role; organisationId: string | null };

/**
 * How somebody stands to a file: its author; an evaluator from the moment on which no conflict of interest was declared;
 * whoever decides on it; the bodies that work on it and the auditor; the public. A draft is its author's alone, and so is
 * what was withdrawn.
 */
export function readerOf(actor: Actor | null, initiative: InitiativeFacts, seats: readonly SeatFacts[]): Reader {
  if (!actor) return { kind: "PUBLIC" };
  if (isAuthor(actor, initiative)) return { kind: "AUTHOR" };
  if (initiative.state === "DRAFT" || initiative.state === "WITHDRAWN") return { kind: "PUBLIC" };
  const sits = seats.some(
    (seat) => seat.personId === actor.personId && seat.conflictDeclaredAt !== null && !seat.recusedAt,
  );
  if (sits) return { kind: "EVALUATOR", role: "EVALUATOR", organisationId: organisationOf(actor, "EVALUATOR") };
  const deciding = decidingRole(initiative.track);
  const isInvolved = initiative.evaluatorIds.includes(actor.personId) || !isApart(actor, initiative);
  const working = actor.roles.filter((one) => worksOn(one, initiative));
  const decider = working.find(({ role }) => role === deciding);
  if (decider && holdsInCharge(actor, deciding, initiative, "DECISION") && !isInvolved)
    return { kind: "DECIDER", role: deciding, organisationId: decider.organisationId };
  const [held] = working;
  return held ? { kind: "OFFICER", role: held.role, organisationId: held.organisationId } : { kind: "PUBLIC" };
}

/** The auditor reads every file; an officer what their own body works on or worked on, and what no body was named for. */
function worksOn({ role, organisationId }: HeldRole, { works = [] }: InitiativeFacts): boolean {
  if (role === "AUDITOR") return true;
  const isOwn = (one: { role: string; organisationId: string | null }) =>
    one.organisationId === null ? one.role === role : one.organisationId === organisationId;
  return READING_ROLES.includes(role) && works.some(isOwn);
}

/** Who reads the content as a whole, closed parts apart: whoever it concerns, and everybody once it is public. */
export function mayReadContent(
  reader: Reader,
  initiative: Pick<InitiativeFacts, "state"> & { publicAt: Date | null },
): boolean {
  return isPublic(initiative) || reader.kind !== "PUBLIC";
}

/**
 * Whether a reader of the file may read one part of it on a day ('YYYY-MM-DD'). REVIEWERS: everybody who works on the
 * file, never the public. SEALED: authors, evaluators without a conflict, and the decider; from its day on as PUBLIC.
 * Source: docs/domain.md, "Parts and their readers".
 */
export function mayReadPart(reader: Reader, rule: PartRule, at: { isPublic: boolean; today: string }): boolean {
  switch (levelOn(rule, at.today)) {
    case "PUBLIC":
      return at.isPublic || reader.kind !== "PUBLIC";
    case "REVIEWERS":
      return reader.kind !== "PUBLIC";
    case "SEALED":
      return reader.kind === "AUTHOR" || reader.kind === "EVALUATOR" || reader.kind === "DECIDER";
  }
}

/** An author opens a part of what was submitted to everybody, at any time; closing it again is not possible. */
export function mayOpenPart(actor: Actor | null, initiative: Pick<InitiativeFacts, "proposerId" | "state">): boolean {
  return isProposer(actor, initiative) && initiative.state !== "DRAFT" && initiative.state !== "WITHDRAWN";
}

/** An author proves at any time that the text existed, from the first draft on. */
export function mayTakeReceipt(actor: Actor | null, initiative: Pick<InitiativeFacts, "proposerId">): boolean {
  return isProposer(actor, initiative);
}

function isApart(actor: Actor, initiative: InitiativeFacts): boolean {
  return !isAuthor(actor, initiative) && actor.personId !== initiative.screenedById;
}

/** Whether the actor holds the role in the body whose clock of this kind is open; in any body where none was named. */
function holdsInCharge(actor: Actor, role: Role, initiative: InitiativeFacts, kind: string): boolean {
  return holds(actor, role, initiative.inCharge[kind] ?? undefined);
}
