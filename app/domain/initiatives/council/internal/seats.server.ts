import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedInitiative } from "../../internal/locked.server.ts";
import { type ConflictGround, conflictsOf } from "../conflict.ts";
import { readCandidates } from "./candidates.server.ts";

export type SeatRefusal = "NOT_AN_EVALUATOR" | (typeof GROUND_REFUSALS)[ConflictGround];

/** A ground as the refusal that names it. */
const GROUND_REFUSALS = {
  PART: "NOT_INDEPENDENT",
  EMPLOYER: "SAME_ORGANISATION",
  COAUTHOR: "CONFLICT_COAUTHOR",
  PARTNER: "CONFLICT_PARTNER",
  FINANCIAL: "CONFLICT_FINANCIAL",
  SUPERVISOR: "CONFLICT_SUPERVISOR",
  FAMILY: "CONFLICT_FAMILY",
} as const satisfies Record<ConflictGround, string>;

type Seating = { evaluation: { id: string; chairId: string }; personIds: readonly string[]; replacesSeatId?: string };

/**
 * Seats people in an evaluation and tells them. Refuses NOT_AN_EVALUATOR (no such role now), NOT_INDEPENDENT (a part in
 * the file: proposer, author, screening, chair, an earlier council after an appeal), and the ground of a tie that the
 * data tell. Source: docs/domain.md, "Council", "Separation of duties".
 */
export async function seatEvaluators(
  tx: Tx,
  initiative: LockedInitiative,
  { evaluation, personIds, replacesSeatId }: Seating,
  at: Date,
): Promise<Outcome<null, SeatRefusal>> {
  const field = { field: "evaluatorIds" };
  const ids = [...new Set(personIds)];
  const candidates = await readCandidates(tx, { code: initiative.code, ids, limit: ids.length });
  if (candidates.length !== ids.length) return refuse("NOT_AN_EVALUATOR", field);
  const on = dayInVietnam(at);
  const years = Number(await parameterOn("initiative.conflict.years", on, tx));
  for (const { id, name, facts } of candidates) {
    const hasPart = facts.hasPart || id === evaluation.chairId;
    const [ground] = conflictsOf({ ...facts, hasPart }, on, years);
    if (ground) return refuse(GROUND_REFUSALS[ground], { ...field, params: { name: name ?? "" } });
  }
  await tx.evaluationSeat.createMany({
    data: candidates.map(({ id, organisationId }) => ({
      ...{ evaluationId: evaluation.id, personId: id, organisationId },
      ...(replacesSeatId ? { replacesSeatId } : {}),
    })),
    skipDuplicates: true,
  });
  const subject = { type: "INITIATIVE", code: initiative.code } as const;
  await tell(tx, { event: "council.named", subject, to: ids, followers: false }, at);
  return done(null);
}
