import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { mayChair } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { openRound } from "../internal/open-round.server.ts";
import { takeStep } from "../internal/take-step.server.ts";

/**
 * The chair closes the round: all scores are in, or the time is over and enough of them are. Refuses TOO_FEW_SCORES
 * (fewer than the legal parameter asks for), SCORES_MISSING (time is left and some are still to come), and what
 * `asOfficer` refuses. Source: docs/domain.md, "Initiatives".
 */
export async function closeEvaluation(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal | "TOO_FEW_SCORES" | "SCORES_MISSING">> {
  const today = dayInVietnam(at);
  const least = Number(await parameterOn("initiative.evaluation.minimum-scores", today));
  const officer = { role: "CHAIR", to: "EVALUATED", may: mayChair } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    const round = await openRound(tx, initiative.id);
    if (!round) return refuse("NOT_ALLOWED_FROM_STATE");
    const recused = round.seats.filter((seat) => seat.recusedAt !== null);
    const expected = round.seats.filter((seat) => seat.recusedAt === null);
    const scored = expected.filter((seat) => seat.scoredAt !== null).length;
    if (scored < least) return refuse("TOO_FEW_SCORES", { params: { count: least } });
    const missing = expected.length - scored;
    if (missing > 0 && !(await isOver(tx, initiative.id, today)))
      return refuse("SCORES_MISSING", { params: { count: missing } });
    await tx.evaluation.update({ where: { id: round.id }, data: { closedAt: at } });
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "EVALUATED",
      payload: { round: round.round, scored, of: expected.length, ...recusals(recused) },
    });
    return step.ok ? done(step.value) : step;
  });
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

async function isOver(tx: Tx, initiativeId: string, today: string): Promise<boolean> {
  const clock = await tx.obligation.findFirst({
    where: { subjectId: initiativeId, kind: "EVALUATION", doneAt: null, voidedAt: null },
    select: { dueOn: true },
  });
  return clock !== null && clock.dueOn.toISOString().slice(0, 10) < today;
}
