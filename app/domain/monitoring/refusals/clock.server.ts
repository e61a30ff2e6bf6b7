import type { Actor } from "#app/domain/accounts/actor.ts";
import { pool } from "#prisma/client.server.ts";
import { noteRefusedTry } from "../internal/refused-try.server.ts";

/**
 * Keeps for the Front that somebody tried to move a clock of monitoring which is not theirs to move: to ask for more time
 * (`request`) in place of whoever owes, or to grant it (`answer`) in place of the Front. False for every other clock.
 */
export async function noteClockTry(actor: Actor, obligationId: string, tried: "request" | "answer"): Promise<boolean> {
  const { rows } = await pool().query<{ code: string; isFronts: boolean }>(
    `SELECT o.subject_code AS code, o.debtor_role IN ('MONITOR', 'MONITOR_LEAD') AS "isFronts" FROM obligation o
     WHERE o.id = $1 AND o.subject_type IN ('CAMPAIGN', 'RECOMMENDATION')`,
    [obligationId],
  );
  const [clock] = rows;
  if (!clock) return false;
  const reason = tried === "request" && !clock.isFronts ? "NOT_THE_MONITORED_BODY" : "NOT_A_MONITOR";
  await noteRefusedTry(actor, { act: `obligation.extension-${tried}`, code: clock.code }, reason);
  return true;
}
