import type { Actor } from "#app/domain/accounts/actor.ts";
import { db } from "#prisma/client.server.ts";

const BARRED = [
  "NOT_A_MONITOR",
  "NOT_THE_MONITORING_LEAD",
  "MONITOR_NOT_INDEPENDENT",
  "NOT_ON_THE_TEAM",
  "NOT_THE_MONITORED_BODY",
];

/** Whether a refusal says that somebody tried what is not theirs to do. */
function isBarred(code: string): boolean {
  return BARRED.includes(code);
}

/**
 * Keeps for the Front that somebody tried what is not theirs to do, in a transaction of its own: it stands whatever
 * became of the try. Other refusals leave nothing.
 */
export async function noteRefusedTry(
  actor: Actor,
  tried: { act: string; code: string },
  reason: string,
  at = new Date(),
): Promise<void> {
  if (!isBarred(reason)) return;
  const bodies = [...actor.roles, ...actor.affiliations].flatMap(({ organisationId }) => organisationId ?? []);
  await db().securityEvent.create({
    data: {
      at,
      act: tried.act,
      subjectCode: tried.code,
      personId: actor.personId,
      roles: [...new Set(actor.roles.map(({ role }) => role))],
      organisationIds: [...new Set(bodies)],
      reason,
    },
  });
}
