import type { z } from "zod";
import { type Actor, organisationOf } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayEnd } from "../council/internal/rounds.server.ts";
import { existsForOfficers, isPublic, mayChair } from "../initiative.policy.ts";
import type { InitiativeRefusal } from "../initiative.ts";
import { type LockedInitiative, lockInitiative } from "../internal/locked.server.ts";
import { openRound } from "../internal/open-round.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { closeAppealSchema } from "./appeal.schema.ts";
import { type AppealOutcome, countVotes, outcomeOf } from "./appeal.ts";

type Input = z.output<typeof closeAppealSchema>;
type Refused = InitiativeRefusal | "NOT_FOUND" | "NOT_YOUR_CASE" | "NO_PANEL" | "TOO_FEW_SCORES" | "SCORES_MISSING";

/**
 * The chair of the panel closes an appeal with a written reason; the outcome is what the votes come to. Upheld, the
 * rejection is final; else a new council evaluates. The reason is public where the initiative is. Refuses NOT_FOUND,
 * NOT_YOUR_CASE, NO_PANEL, TOO_FEW_SCORES and SCORES_MISSING (votes are to come and time is left).
 * Source: docs/domain.md, "Appeal".
 */
export async function closeAppeal(
  actor: Actor,
  code: string,
  input: Input,
  at = new Date(),
): Promise<Outcome<{ outcome: AppealOutcome }, Refused>> {
  return inTransaction<{ outcome: AppealOutcome }, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    if (initiative.state !== "APPEALED") return refuse("NO_PANEL");
    if (!mayChair(actor, initiative)) return refuse("NOT_YOUR_CASE");
    const round = await openRound(tx, initiative.id);
    if (round?.kind !== "APPEAL") return refuse("NO_PANEL");
    const clock = { initiativeId: initiative.id, kind: "APPEAL_REVIEW", today: dayInVietnam(at) } as const;
    const ended = await mayEnd(tx, round, clock);
    if (!ended.ok) return ended;
    const votes = countVotes(
      await tx.appealVote.findMany({
        where: { seat: { evaluationId: round.id, recusedAt: null } },
        select: { uphold: true },
      }),
    );
    const outcome = outcomeOf(votes);
    await tx.evaluation.update({ where: { id: round.id }, data: { closedAt: at } });
    const organisationId = initiative.inCharge["APPEAL_REVIEW"] ?? organisationOf(actor, "CHAIR");
    await keepOutcome(tx, initiative, { outcome, ...input, closedById: actor.personId, organisationId, closedAt: at });
    const told = isPublic(initiative) ? { reason: input.reason } : { reasonSha256: sha256(input.reason) };
    const step = await takeStep(tx, initiative, {
      ...{ to: outcome, hand: "CHAIR", personId: actor.personId, organisationId, at, reason: input.reason },
      ...{ payload: { votes, ...told, ...ended.value.recused }, debtor: { organisationId, role: "CHAIR" } },
    });
    return step.ok ? done({ outcome }) : step;
  });
}

type Kept = Input & { outcome: AppealOutcome; closedById: string; organisationId: string | null; closedAt: Date };

async function keepOutcome(tx: Tx, { id }: LockedInitiative, { language, ...kept }: Kept): Promise<void> {
  await tx.appeal.update({ where: { initiativeId: id }, data: { ...kept, reasonLanguage: language } });
}
