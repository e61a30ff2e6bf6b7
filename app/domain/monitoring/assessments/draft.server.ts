import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfUnit } from "../internal/drawn-unit.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { ReadingDraft } from "./draft.schema.ts";

type KeepRefusal = MonitorRefusal | "READ_BY_YOU" | "READ_TWICE";

/**
 * Keeps what somebody of the team typed so far of their reading, for themselves alone, until they hand it in. Refuses
 * READ_BY_YOU and READ_TWICE where there is nothing left to read for them, and what `asMonitor` refuses.
 */
export async function keepReadingDraft(
  actor: Actor,
  unitId: string,
  typed: ReadingDraft,
  at = new Date(),
): Promise<Outcome<null, KeepRefusal>> {
  const code = await campaignOfUnit(unitId);
  const tried = { act: "assessment.draft", code, team: true, from: ["FIELDWORK"] } as const;
  return asMonitor<null, KeepRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const readerId = actor.personId;
    const read = await tx.reading.findMany({ where: { unitId }, select: { readerId: true } });
    if (read.some((one) => one.readerId === readerId)) return refuse("READ_BY_YOU");
    if (read.length > 1) return refuse("READ_TWICE");
    const kept = { typed, savedAt: at };
    await tx.readingDraft.upsert({
      where: { unitId_readerId: { unitId, readerId } },
      create: { unitId, readerId, ...kept },
      update: kept,
    });
    return done(null);
  });
}
