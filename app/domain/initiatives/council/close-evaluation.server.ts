import type { Actor } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { mayChair } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { authorsOf } from "../internal/locked.server.ts";
import { openRound } from "../internal/open-round.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { mayEnd } from "./internal/rounds.server.ts";

/**
 * The chair closes the evaluation: all scores are in, or the time is over and enough of them are. From then on scores
 * are open to those who decide, and the authors get the comments without names. Refuses TOO_FEW_SCORES (fewer than the
 * legal parameter asks for), SCORES_MISSING (time is left and some are still to come), and what `asOfficer` refuses.
 * Source: docs/domain.md, "Scoring".
 */
export async function closeEvaluation(
  actor: Actor,
  code: string,
  at = new Date(),
): Promise<Outcome<{ dueOn: string | null }, OfficerRefusal | "TOO_FEW_SCORES" | "SCORES_MISSING">> {
  const officer = { role: "CHAIR", to: "EVALUATED", may: mayChair } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    const round = await openRound(tx, initiative.id);
    if (!round) return refuse("NOT_ALLOWED_FROM_STATE");
    const clock = { initiativeId: initiative.id, kind: "EVALUATION", today: dayInVietnam(at) } as const;
    const ended = await mayEnd(tx, round, clock);
    if (!ended.ok) return ended;
    await tx.evaluation.update({ where: { id: round.id }, data: { closedAt: at } });
    const { scored, of, recused } = ended.value;
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "EVALUATED",
      payload: { round: round.round, scored, of, ...recused },
    });
    if (!step.ok) return step;
    const subject = { type: "INITIATIVE", code } as const;
    const to = await authorsOf(tx, initiative);
    await tell(tx, { event: "review.comments", subject, to, followers: false }, at);
    return done(step.value);
  });
}
