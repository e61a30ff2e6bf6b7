import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedInitiative } from "./locked.server.ts";

/** The round of evaluation that is open now, with its seats; null when none is. */
export async function openRound(tx: Tx, initiativeId: string) {
  return tx.evaluation.findFirst({
    where: { initiativeId, closedAt: null },
    orderBy: { round: "desc" },
    select: {
      id: true,
      round: true,
      kind: true,
      criteria: true,
      chairId: true,
      seats: {
        select: {
          id: true,
          personId: true,
          organisationId: true,
          conflictDeclaredAt: true,
          recusedAt: true,
          scoredAt: true,
          recusalGround: true,
          replacesSeatId: true,
        },
      },
    },
  });
}

export type OpenRound = NonNullable<Awaited<ReturnType<typeof openRound>>>;

export type RoundNote = {
  kind:
    | "initiative.recused"
    | "initiative.scored"
    | "initiative.evaluator-named"
    | "initiative.second-round"
    | "initiative.panel-opened"
    | "initiative.panel-voted";
  post: "EVALUATOR" | "CHAIR";
  payload: Record<string, unknown>;
};

/** Notes an act in a council on the public record, without telling who it was. */
export async function noteRound(
  tx: Tx,
  initiative: LockedInitiative,
  { kind, post, payload }: RoundNote,
  at: Date,
): Promise<void> {
  const subject = { type: "INITIATIVE", code: initiative.code } as const;
  await appendEntry(tx, { kind, subject, actor: { organisationId: null, post }, payload }, at);
}
