import { type Actor, holds, type Role } from "#app/domain/accounts/actor.ts";

/** A comment as far as it decides who judges it; the ids are people's. */
export type JudgedComment = {
  writtenById: string;
  /** whether the actor is an author of the initiative */
  isAuthor: boolean;
  /** who reported it */
  reporterIds: readonly string[];
  /** who hid it, where an appeal is open */
  hiddenById: string | null;
  /** the post that owes the review */
  debtorRole: string | null;
  debtorOrganisationId: string | null;
};

/** The posts that judge comments: intake, or the steering body where intake itself is asked. */
export const MODERATING_ROLES = ["INTAKE", "STEERING"] as const satisfies readonly Role[];

/**
 * A holder of the post that owes the review, who neither wrote nor reported it, is no author of the initiative, and did
 * not hide it before. Source: docs/domain.md, "Public voice".
 */
export function mayJudge(actor: Actor, comment: JudgedComment): boolean {
  const { debtorRole, debtorOrganisationId } = comment;
  const isDebtor = actor.roles.some(
    ({ role, organisationId }) => role === debtorRole && organisationId === debtorOrganisationId,
  );
  return (
    isDebtor &&
    !comment.isAuthor &&
    comment.writtenById !== actor.personId &&
    comment.hiddenById !== actor.personId &&
    !comment.reporterIds.includes(actor.personId)
  );
}

/** Whether somebody opens the desk of moderation: those who judge, and the auditor, who reads. */
export function readsModeration(actor: Actor): boolean {
  return holds(actor, "AUDITOR") || MODERATING_ROLES.some((role) => holds(actor, role));
}
