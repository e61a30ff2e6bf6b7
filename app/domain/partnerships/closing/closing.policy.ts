import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { isInside } from "../partnership.policy.ts";

type Member = { organisationId: string };

/**
 * The fund in whose name the actor draws the account up and closes: a body that allocated money to the partnership where
 * any did, and none of its parties. Null where there is none. Source: docs/domain.md, "Separation of duties".
 */
export function closingFund(actor: Actor | null, members: readonly Member[], payers: readonly string[]): string | null {
  const held = bodyOf(actor, "FUND", members);
  return held.find((id) => payers.length === 0 || payers.includes(id)) ?? null;
}

/** The body in whose name the actor audits; never a party's. */
export function closingAuditor(actor: Actor | null, members: readonly Member[]): string | null {
  return bodyOf(actor, "AUDITOR", members)[0] ?? null;
}

function bodyOf(actor: Actor | null, role: Role, members: readonly Member[]): string[] {
  if (!actor || isInside(actor, members)) return [];
  return actor.roles.flatMap((one) => (one.role === role && one.organisationId ? [one.organisationId] : []));
}
