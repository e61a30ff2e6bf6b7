import type { Tx } from "#prisma/client.server.ts";
import type { EvaluationKind } from "#prisma/generated/enums.ts";
import type { LockedInitiative } from "../../internal/locked.server.ts";

type NewRound = { kind: EvaluationKind; chairId: string; at: Date; criteria?: readonly string[] };

/** Opens the next round on the newest version, without seats yet. `criteria` only where a round has not all of them. */
export async function newRound(tx: Tx, initiative: LockedInitiative, { kind, chairId, at, criteria = [] }: NewRound) {
  const last = await tx.evaluation.aggregate({ where: { initiativeId: initiative.id }, _max: { round: true } });
  return tx.evaluation.create({
    data: {
      ...{ initiativeId: initiative.id, round: (last._max.round ?? 0) + 1, kind, chairId, openedAt: at },
      ...{ criteria: [...criteria], versionNumber: initiative.versionNumber },
    },
    select: { id: true, round: true, chairId: true },
  });
}
