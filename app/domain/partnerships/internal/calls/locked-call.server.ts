import type { Actor } from "#app/domain/accounts/actor.ts";
import { type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayRunCall, maySeeCall } from "../../calls/call.policy.ts";
import type { CallKind, CallNeed, CallState } from "../../calls/call.ts";

/** What a command needs to know of a call while nobody else can change it. Days 'YYYY-MM-DD'. */
export type LockedCall = {
  id: string;
  code: string;
  kind: CallKind;
  state: CallState;
  organisationId: string;
  title: Record<string, string>;
  text: Record<string, string>;
  needs: CallNeed[];
  opensOn: string | null;
  closesOn: string | null;
  publishedAt: Date | null;
  isVerified: boolean;
  /** the partnership that looks for a house by it, and whether it still does, led by the same organisation */
  partnershipId: string | null;
  isSeeking: boolean;
  /** of an offer of a result: whether everybody reads the result, and the organisation hosts it; true of all others */
  isOffered: boolean;
};

/** Locks the row until the transaction ends; null when there is no such call. */
export async function lockCall(tx: Tx, code: string): Promise<LockedCall | null> {
  const rows = await tx.$queryRaw<LockedCall[]>`
    SELECT c.id::text, c.code, c.kind::text AS kind, c.state::text AS state, c.organisation_id::text AS "organisationId",
      c.title, c.text, c.needs, c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn",
      c.published_at AS "publishedAt", g.verified_at IS NOT NULL AS "isVerified", c.partnership_id::text AS "partnershipId",
      missing_houses(c.partnership_id) IS NOT NULL AND EXISTS (
        SELECT 1 FROM partnership p JOIN partnership_member m ON m.partnership_id = p.id
        WHERE p.id = c.partnership_id AND p.state IN ('IDEA', 'CALL_OPEN', 'FORMING') AND m.role = 'LEAD'
          AND m.organisation_id = c.organisation_id) AS "isSeeking",
      c.kind <> 'RESULT_OFFER' OR EXISTS (SELECT 1 FROM result r WHERE r.id = c.origin_result_id
        AND r.host_organisation_id = c.organisation_id AND r.state IN ('PUBLISHED', 'UNDER_REVIEW')) AS "isOffered"
    FROM partnership_call c JOIN organisation g ON g.id = c.organisation_id WHERE c.code = ${code} FOR UPDATE OF c`;
  return rows[0] ?? null;
}

export type CallerRefusal = "NOT_FOUND" | "NOT_A_REPRESENTATIVE" | "NOT_ALLOWED_FROM_STATE";

/**
 * Runs an act of its organisation on a locked call, in one transaction. Refuses NOT_FOUND (also for whom a draft does
 * not exist), NOT_A_REPRESENTATIVE, NOT_ALLOWED_FROM_STATE where it is in none of `from`.
 */
export async function asCaller<Value, Code extends string>(
  actor: Actor,
  code: string,
  from: readonly CallState[],
  act: (tx: Tx, call: LockedCall) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code | CallerRefusal>> {
  return inTransaction<Value, Code | CallerRefusal>(async (tx) => {
    const call = await lockCall(tx, code);
    if (!call || !maySeeCall(actor, call)) return refuse("NOT_FOUND");
    if (!mayRunCall(actor, call)) return refuse("NOT_A_REPRESENTATIVE");
    if (!from.includes(call.state)) return refuse("NOT_ALLOWED_FROM_STATE");
    return act(tx, call);
  });
}
