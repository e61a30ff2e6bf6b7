import type { Role } from "#app/domain/accounts/actor.ts";

/** The last day that may be asked for lies so many calendar days, or fewer, after the day that is due now. */
export const LONGEST_EXTENSION_DAYS = 183;

/** What of an obligation decides who may ask for more time and who answers. Ids of bodies and people. */
export type ExtensionFacts = {
  kind: string;
  debtor: { role: string; organisationId: string | null; personId: string | null };
  creditor: { role: string; organisationId: string | null; personId: string | null };
};

/** A post whose holders may answer: in the one body, or in any where no body is named. */
export type AnsweringPost = { role: Role; organisationId: string | null };

/** Who answers where the creditor is a person, or everybody: the post above the debtor's. */
const ABOVE: Partial<Record<string, readonly Role[]>> = {
  INTAKE: ["INTAKE_HEAD"],
  CHAIR: ["INTAKE_HEAD", "STEERING"],
  INTAKE_HEAD: ["STEERING"],
  // the highest there is: another member than the one who asks
  STEERING: ["STEERING"],
  RESULT_OFFICER: ["STEERING"],
  TASK_OWNER: ["STEERING"],
  PROPOSER: ["INTAKE"],
  PARTY_REP: ["INTAKE_HEAD"],
};

/**
 * The posts that may grant or refuse more time. A body to which something is owed answers itself, in the post to which
 * it is owed; a whole role does so in any body. A person or the public cannot: then the post above the debtor's answers,
 * in the debtor's own body where that is intake's. Nobody answers for the calendar of working days, which does not wait,
 * nor for a factual check or the answers to a public comment: nobody delays a publication of monitoring.
 * Source: docs/domain.md, "Clocks and working days".
 */
export function answeringPosts({ kind, debtor, creditor }: ExtensionFacts, roles: readonly Role[]): AnsweringPost[] {
  if (kind === "FACTUAL_CHECK" || kind === "PUBLIC_ANSWER") return [];
  const owedTo = roles.find((role) => role === creditor.role);
  if (owedTo && creditor.personId === null) return [{ role: owedTo, organisationId: creditor.organisationId }];
  return (ABOVE[debtor.role] ?? []).map((role) => ({
    role,
    organisationId: debtor.role === "INTAKE" ? debtor.organisationId : null,
  }));
}
