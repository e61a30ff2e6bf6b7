import { type Actor, organisationOf, type Role } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { existsForOfficers } from "../initiative.policy.ts";
import { type InitiativeRefusal, type InitiativeState, transition } from "../initiative.ts";
import { type LockedInitiative, lockInitiative } from "./locked.server.ts";

export type OfficerRefusal = InitiativeRefusal | "NOT_FOUND" | "NOT_YOUR_CASE";

type Officer = { role: Role; to: InitiativeState; may: (actor: Actor, initiative: LockedInitiative) => boolean };

/** Who acts, in the name of which body. */
export type OfficialAct = { personId: string; organisationId: string | null; hand: Role; at: Date };

/**
 * Runs an officer's act on a locked initiative in one transaction. What the table refuses is refused first, so that an
 * act that comes too late hears that it does; then what the policy refuses, NOT_YOUR_CASE: another body's, one's own
 * proposal, one's own earlier part in it. A draft does not exist for an officer: NOT_FOUND. `run` is the transaction,
 * where the caller has something of its own to write in it.
 */
export async function asOfficer<Value, Code extends string>(
  actor: Actor,
  code: string,
  officer: Officer,
  at: Date,
  act: (tx: Tx, initiative: LockedInitiative, who: OfficialAct) => Promise<Outcome<Value, Code>>,
  run = inTransaction,
): Promise<Outcome<Value, Code | OfficerRefusal>> {
  return run<Value, Code | OfficerRefusal>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    const { track, returnedBefore, inCharge } = initiative;
    const drawn = transition(initiative.state, officer.to, { track, hands: [officer.role], returnedBefore });
    if (!drawn.ok) return drawn;
    if (!officer.may(actor, initiative)) return refuse("NOT_YOUR_CASE");
    const body = Object.values(inCharge).find((id) => id !== null && isMine(actor, officer.role, id));
    return act(tx, initiative, {
      personId: actor.personId,
      organisationId: body ?? organisationOf(actor, officer.role),
      hand: officer.role,
      at,
    });
  });
}

function isMine(actor: Actor, role: Role, organisationId: string): boolean {
  return actor.roles.some((held) => held.role === role && held.organisationId === organisationId);
}
