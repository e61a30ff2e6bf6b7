import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayAnswer } from "../monitoring.policy.ts";
import { noteRefusedTry } from "./refused-try.server.ts";

/** Runs an act of the monitored side in one transaction; who is not the addressee leaves a security event. */
export async function asAddressee<Value, Code extends string>(
  actor: Actor,
  tried: { act: string; code: string },
  work: (tx: Tx) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> {
  const outcome = await inTransaction<Value, Code>(work);
  if (!outcome.ok) await noteRefusedTry(actor, tried, outcome.code);
  return outcome;
}

/** The post in which a representative signs: what their profile calls it, or the role. Throws for who represents it not. */
export function signingPost(actor: Actor, organisationId: string): string {
  if (!mayAnswer(actor, organisationId)) throw new Error("Nobody signs for a body that they do not represent.");
  return actor.affiliations.find((one) => one.organisationId === organisationId)?.post ?? "PARTY_REP";
}
