import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { EvaluationKind } from "#prisma/generated/enums.ts";
import type { LockedInitiative } from "../../internal/locked.server.ts";
import type { OpenRound } from "../../internal/open-round.server.ts";
import { divergentCriteria } from "../result.ts";

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

export type RoundCount = { scored: number; of: number; recused: Record<string, unknown> };

/**
 * Whether a round may end: all scores or votes are in, or the time of its clock is over and enough of them are. Refuses
 * TOO_FEW_SCORES and SCORES_MISSING.
 */
export async function mayEnd(
  tx: Tx,
  round: OpenRound,
  clock: { initiativeId: string; kind: "EVALUATION" | "APPEAL_REVIEW"; today: string },
): Promise<Outcome<RoundCount, "TOO_FEW_SCORES" | "SCORES_MISSING">> {
  const least = Number(await parameterOn("initiative.evaluation.minimum-scores", clock.today, tx));
  const expected = round.seats.filter((seat) => seat.recusedAt === null);
  const scored = expected.filter((seat) => seat.scoredAt !== null).length;
  if (scored < least) return refuse("TOO_FEW_SCORES", { params: { count: least } });
  const missing = expected.length - scored;
  if (missing > 0 && !(await isOver(tx, clock))) return refuse("SCORES_MISSING", { params: { count: missing } });
  return done({
    scored,
    of: expected.length,
    recused: recusals(round.seats.filter((seat) => seat.recusedAt !== null)),
  });
}

/** The criteria of a round on which its scores are far apart; for a chair who may end it, and for nobody before. */
export async function divergenceOf(tx: Tx, round: { id: string }, today: string): Promise<string[]> {
  const points = Number(await parameterOn("initiative.evaluation.divergence-points", today, tx));
  const given = await tx.score.findMany({
    where: { seat: { evaluationId: round.id, recusedAt: null } },
    select: { criterion: true, value: true },
  });
  const criteria = [...new Set(given.map(({ criterion }) => criterion))];
  const valuesOn = (criterion: string) => given.filter((one) => one.criterion === criterion).map(({ value }) => value);
  return divergentCriteria(
    criteria.map((criterion) => ({ criterion, values: valuesOn(criterion) })),
    points,
  );
}

/** How many stepped aside on which ground, without saying who. */
function recusals(seats: readonly { recusalGround: string | null }[]): Record<string, unknown> {
  const grounds: Record<string, number> = {};
  for (const { recusalGround } of seats) {
    const ground = recusalGround ?? "OTHER";
    grounds[ground] = (grounds[ground] ?? 0) + 1;
  }
  return seats.length > 0 ? { recused: grounds } : {};
}

async function isOver(tx: Tx, clock: { initiativeId: string; kind: string; today: string }): Promise<boolean> {
  const open = await tx.obligation.findFirst({
    where: { subjectId: clock.initiativeId, kind: clock.kind, doneAt: null, voidedAt: null },
    select: { dueOn: true },
  });
  return open !== null && open.dueOn.toISOString().slice(0, 10) < clock.today;
}
