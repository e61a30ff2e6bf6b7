import type { Actor } from "#app/domain/accounts/actor.ts";
import { isPublic } from "../initiative.policy.ts";
import type { InitiativeState } from "../initiative.ts";

/** What decides who may speak of an initiative; `isAuthor` is told of the one who asks. */
export type VoiceFacts = { state: InitiativeState; publicAt: Date | null; isAuthor: boolean };

/** A question as far as it decides who answers it: the clock's debtor, and who asked. */
export type QuestionFacts = {
  askedById: string;
  addressee: "PROPOSER" | "BODY" | null;
  isAuthor: boolean;
  debtorRole: string | null;
  debtorOrganisationId: string | null;
};

/** Members speak of what is public; its own authors do not. Source: docs/domain.md, "Public voice". */
export function maySpeak(actor: Actor | null, initiative: VoiceFacts): boolean {
  return actor !== null && isPublic(initiative) && !initiative.isAuthor;
}

/** A question is answered by the authors, or by a holder of the post that owes the answer; never by whoever asked. */
export function mayAnswer(actor: Actor | null, question: QuestionFacts): boolean {
  if (!actor || question.askedById === actor.personId) return false;
  if (question.addressee === "PROPOSER") return question.isAuthor;
  const { debtorRole, debtorOrganisationId } = question;
  if (debtorRole === null || debtorOrganisationId === null) return false;
  return actor.roles.some(({ role, organisationId }) => role === debtorRole && organisationId === debtorOrganisationId);
}
