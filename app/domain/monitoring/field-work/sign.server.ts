import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfField } from "../internal/field/place.server.ts";
import { mayWork } from "../monitoring.policy.ts";

type SignRefusal = MonitorRefusal | "NOT_PRESENT" | "SIGNED_BY_YOU";

/**
 * Somebody who was at a visit signs its minutes, once; from the first signature on the minutes stand. The draft report waits
 * for every signature. Refuses NOT_PRESENT, SIGNED_BY_YOU, and what `asMonitor` refuses. Source: docs/domain.md, "Field work".
 */
export async function signVisit(actor: Actor, code: string, at = new Date()): Promise<Outcome<null, SignRefusal>> {
  const tried = { act: "visit.sign", code: await campaignOfField(code), team: true, from: ["FIELDWORK"] } as const;
  return asMonitor<null, SignRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const presence = await tx.fieldPresence.findFirst({
      where: { personId: actor.personId, visit: { code, campaignId: campaign.id } },
      select: { visitId: true, signedAt: true },
    });
    if (!presence) return refuse("NOT_PRESENT");
    if (presence.signedAt) return refuse("SIGNED_BY_YOU");
    const where = { visitId_personId: { visitId: presence.visitId, personId: actor.personId } };
    await tx.fieldPresence.update({ where, data: { signedAt: at } });
    return done(null);
  });
}
