import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { StageStep } from "../../reports/report.ts";
import { moveStage, type ResultStage } from "../../stage.ts";

/** Whose act moved a stage, and when it is told. */
export type StageHand = { role: string; organisationId: string | null; at: Date };
type Shown = Pick<StageStep, "from" | "to" | "onDate" | "evidence" | "reason">;

/** Where the history of a result stands, and where its facts make it stand now. One statement. */
export async function readStages(tx: Tx, id: string): Promise<{ told: ResultStage | null; now: ResultStage | null }> {
  const rows = await tx.$queryRaw<{ told: ResultStage | null; now: ResultStage | null }[]>`
    SELECT (SELECT to_stage::text FROM result_stage_step WHERE result_id = ${id}::uuid ORDER BY id DESC LIMIT 1) AS told,
      result_stage(${id}::uuid)::text AS now`;
  return rows[0] ?? { told: null, now: null };
}

/**
 * Tells steps of a result on its way to the market: one entry of the public record, and the steps behind those told before.
 * Throws where a step may not follow: the caller has refused what people can cause.
 */
export async function tellStages(
  tx: Tx,
  result: { id: string; code: string },
  steps: readonly Shown[],
  { role, organisationId, at }: StageHand,
  reportId: string | null = null,
): Promise<void> {
  const last = steps.at(-1);
  if (!last) return;
  for (const { from, to, evidence, reason } of steps) {
    const moved = moveStage(from, to, { evidence, reason: reason ?? "" });
    if (!moved.ok) throw new Error(`${result.code}: ${moved.code} ${from} -> ${to}`);
  }
  const change = {
    kind: "result.stage",
    subject: { type: "RESULT", code: result.code } as const,
    actor: { organisationId, post: role },
    payload: { way: steps.map(({ from, to, onDate, reason }) => ({ from, to, onDate, reason })) },
  };
  const recordEntryId = await appendEntry(tx, change, at);
  await tx.resultStageStep.createMany({
    data: steps.map(({ from, to, onDate, evidence, reason }) => ({
      resultId: result.id,
      fromStage: from,
      toStage: to,
      onDate: new Date(`${onDate}T00:00:00Z`),
      at,
      evidence,
      reason,
      reportId,
      actorOrganisationId: organisationId,
      actorRole: role,
      recordEntryId,
    })),
  });
}
