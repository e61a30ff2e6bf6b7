import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfUnit } from "../internal/drawn-unit.server.ts";
import { mayWork } from "../monitoring.policy.ts";
import type { ReadingInput } from "./assessment.schema.ts";
import { type Codes, differences } from "./assessment.ts";

type ReadRefusal = MonitorRefusal | "READ_BY_YOU" | "READ_TWICE" | "ANSWERS_MISSING";

/**
 * Somebody of the team codes a sampled subject, with their reasons and evidence, and answers every question of the campaign's
 * own template; the second reading is another person's. Where both code the same, the subject is settled. Their draft goes.
 * Gives which reading it was and whether the subject is settled. Refuses READ_BY_YOU, READ_TWICE, ANSWERS_MISSING, and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function readSubject(
  actor: Actor,
  unitId: string,
  input: ReadingInput,
  at = new Date(),
): Promise<Outcome<{ place: 1 | 2; settled: boolean }, ReadRefusal>> {
  const tried = {
    act: "assessment.read",
    code: await campaignOfUnit(unitId),
    team: true,
    from: ["FIELDWORK"],
  } as const;
  return asMonitor<{ place: 1 | 2; settled: boolean }, ReadRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const before = await tx.reading.findMany({ where: { unitId }, orderBy: { place: "asc" } });
    const [first] = before;
    if (before.length > 1) return refuse("READ_TWICE");
    if (first?.readerId === actor.personId) return refuse("READ_BY_YOU");
    if (input.answers.length !== (await questionsOf(tx, campaign.id))) return refuse("ANSWERS_MISSING");
    if (!first) await openAssessment(tx, unitId, actor.language, input);
    const place = first ? 2 : 1;
    const { verifiable, potential, completion, earlyResults, rationale, evidence, answers } = input;
    const codes = { verifiable, potential, completion, earlyResults };
    await tx.reading.create({
      data: {
        ...{ unitId, place, readerId: actor.personId, ...codes, rationale, evidence, answers },
        ...{ language: actor.language, readAt: at },
      },
    });
    await tx.readingDraft.deleteMany({ where: { unitId, readerId: actor.personId } });
    const settled = first !== undefined && differences(first, codes).length === 0;
    if (settled) await settle(tx, unitId, codes, { by: actor.personId, resolution: null, at });
    return done({ place, settled });
  });
}

/** How many questions every reading of a campaign answers. */
async function questionsOf(tx: Tx, campaignId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT questions_of(${campaignId}::uuid) AS count`;
  return row?.count ?? 0;
}

/** What the body says of itself stands from the first reading on. */
async function openAssessment(tx: Tx, unitId: string, language: string, input: ReadingInput) {
  const { selfCompletion, selfReport, selfSource, selfReportedOn } = input;
  await tx.assessment.create({
    data: {
      ...{ unitId, language, selfReport },
      ...(selfCompletion !== null && selfReportedOn !== null
        ? { selfCompletion, selfSource, selfReportedOn: new Date(`${selfReportedOn}T00:00:00Z`) }
        : {}),
    },
  });
}

async function settle(
  tx: Tx,
  unitId: string,
  codes: Codes,
  { by, resolution, at }: { by: string; resolution: string | null; at: Date },
) {
  await tx.assessment.update({ where: { unitId }, data: { ...codes, resolution, settledById: by, settledAt: at } });
}

type SettleRefusal = MonitorRefusal | "NOTHING_TO_SETTLE";

/**
 * A lead settles a subject on which its two readers differ, with a reason that is shown with both readings. Refuses
 * NOTHING_TO_SETTLE, and what `asMonitor` refuses. Source: docs/domain.md, "Monitoring".
 */
export async function settleSubject(
  actor: Actor,
  unitId: string,
  { resolution, ...codes }: Codes & { resolution: string },
  at = new Date(),
): Promise<Outcome<null, SettleRefusal>> {
  const code = await campaignOfUnit(unitId);
  const tried = { act: "assessment.settle", code, leads: true, from: ["FIELDWORK"] } as const;
  return asMonitor<null, SettleRefusal>(actor, tried, async (tx) => {
    const open = await tx.assessment.findFirst({
      where: { unitId, settledAt: null },
      select: { _count: { select: { readings: true } } },
    });
    if (open?._count.readings !== 2) return refuse("NOTHING_TO_SETTLE");
    await settle(tx, unitId, codes, { by: actor.personId, resolution, at });
    return done(null);
  });
}
