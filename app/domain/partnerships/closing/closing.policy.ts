import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { isInside } from "../partnership.policy.ts";

type Member = { organisationId: string };

/**
 * The fund in whose name the actor draws the account up and closes: a body that allocated money to the partnership where
 * any did, and none of its parties. Null where there is none. Source: docs/domain.md, "Separation of duties".
 */
export function closingFund(actor: Actor | null, members: readonly Member[], payers: readonly string[]): string | null {
  if (!actor || isInside(actor, members)) return null;
  const held = actor.roles.flatMap((one) => (one.role === "FUND" && one.organisationId ? [one.organisationId] : []));
  return held.find((id) => payers.length === 0 || payers.includes(id)) ?? null;
}

/** An auditor, whose role is in no body, and who is of no party. */
export function mayAuditClosing(actor: Actor | null, members: readonly Member[]): boolean {
  return actor !== null && holds(actor, "AUDITOR") && !isInside(actor, members);
}
