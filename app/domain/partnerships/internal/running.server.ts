import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { isRunning } from "../partnership.ts";
import { type LockedPartnership, lockPartnership } from "./locked.server.ts";

/** Does something to a partnership that is signed and not at its end, locked. Refuses: ABSENT; NOT_RUNNING. */
export function inRunning<Value>(
  code: string,
  act: (tx: Tx, partnership: LockedPartnership) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    return isRunning(partnership.state) ? act(tx, partnership) : refuse("NOT_RUNNING");
  });
}

/** Asks a body that holds the role of verifier, and is no party, to look at something within the days of the parameter. */
export async function askVerifier(
  tx: Tx,
  partnership: LockedPartnership,
  asked: { id: string; kind: "MILESTONE_CHECK" | "READING_CHECK" | "FAILURE_CHECK" | "COMPLETION_CHECK"; by: string },
  at: Date,
): Promise<void> {
  const parties = partnership.members.map(({ organisationId }) => organisationId);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT g.organisation_id::text AS id FROM role_grant g
    WHERE g.role = 'VERIFIER' AND g.revoked_at IS NULL AND g.organisation_id <> ALL (${parties}::uuid[])
    GROUP BY g.organisation_id ORDER BY min(g.granted_at), g.organisation_id LIMIT 1`;
  await openObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id: asked.id, code: partnership.code },
      kind: asked.kind,
      debtor: { organisationId: rows[0]?.id ?? null, role: "VERIFIER" },
      creditor: { organisationId: asked.by, role: "PARTY_REP" },
      parameter: "partnership.verification.working-days",
    },
    at,
  );
}

/** The body that verifies, and who in it. */
export function asVerifier(actor: Actor, organisationId: string) {
  return { actor, organisationId, role: "VERIFIER" as const };
}
