import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { type Refusal, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedCampaign } from "../as-monitor.server.ts";
import { type FrontHand, writeFrontStep } from "../front-step.server.ts";

/** Why the field work cannot end: minutes wait for a signature. */
export async function whyNotSigned(tx: Tx, campaignId: string): Promise<Refusal<"VISITS_NOT_SIGNED"> | null> {
  const where = { campaignId, OR: [{ presences: { none: {} } }, { presences: { some: { signedAt: null } } }] };
  const count = await tx.fieldVisit.count({ where });
  return count > 0 ? refuse("VISITS_NOT_SIGNED", { params: { count } }) : null;
}

/**
 * Puts the field work of a campaign on the record as it is published: the hash of every minutes and of every photograph,
 * shown or not, and how many interviews there were. Neither words, posts nor names of an interview are on the record, so that they can be erased.
 */
export async function recordFieldWork(tx: Tx, campaign: LockedCampaign, by: FrontHand, at: Date): Promise<void> {
  const visits = await tx.fieldVisit.findMany({
    where: { campaignId: campaign.id },
    orderBy: { code: "asc" },
    select: {
      ...{ code: true, onDay: true, place: true, met: true, seen: true, agreed: true, language: true, isPublic: true },
      unitId: true,
      photographs: {
        orderBy: { number: "asc" },
        select: { number: true, originalSha256: true, copySha256: true, isPublic: true },
      },
    },
  });
  const units = await tx.sampleUnit.findMany({
    where: { id: { in: visits.map(({ unitId }) => unitId) } },
    select: { id: true, key: true },
  });
  const interviews = await tx.interview.count({ where: { campaignId: campaign.id } });
  if (visits.length === 0 && interviews === 0) return;
  const payload = {
    interviews,
    visits: visits.map(({ code, isPublic, photographs, unitId, onDay, ...minutes }) => ({
      ...{ code, subject: units.find(({ id }) => id === unitId)?.key ?? "", isPublic, photographs },
      minutesSha256: sha256(canonicalJson({ code, onDay: onDay.toISOString().slice(0, 10), ...minutes })),
    })),
  };
  const subject = { type: "CAMPAIGN", code: campaign.code } as const;
  await writeFrontStep(tx, { kind: "campaign.field-work", subject, by, payload }, at);
}
