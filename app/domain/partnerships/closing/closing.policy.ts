import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { isInside } from "../partnership.policy.ts";

type Member = { organisationId: string };

/**
 * The fund in whose name the actor draws the account up and closes: a body that allocated money to the partnership where
 * any that is no party did, else any that is no party. Null where there is none. Source: docs/domain.md, "Closing" and
 * "Separation of duties".
 */
export function closingFund(actor: Actor | null, members: readonly Member[], payers: readonly string[]): string | null {
  if (!actor || isInside(actor, members)) return null;
  const held = actor.roles.flatMap((one) => (one.role === "FUND" && one.organisationId ? [one.organisationId] : []));
  const apart = payers.filter((id) => !members.some(({ organisationId }) => organisationId === id));
  return held.find((id) => apart.length === 0 || apart.includes(id)) ?? null;
}

/** An auditor, whose role is in no body, and who is of no party. */
export function mayAuditClosing(actor: Actor | null, members: readonly Member[]): boolean {
  return actor !== null && holds(actor, "AUDITOR") && !isInside(actor, members);
}
