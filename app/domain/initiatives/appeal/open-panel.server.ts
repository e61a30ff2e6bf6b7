import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { evaluatorsSchema } from "../council/council.schema.ts";
import { SEATS_PARAMETER } from "../council/council.ts";
import { newRound } from "../council/internal/rounds.server.ts";
import { type SeatRefusal, seatEvaluators } from "../council/internal/seats.server.ts";
import { existsForOfficers, mayChair } from "../initiative.policy.ts";
import { lockInitiative } from "../internal/locked.server.ts";
import { noteRound, openRound } from "../internal/open-round.server.ts";

type Refused = SeatRefusal | "NOT_FOUND" | "NOT_YOUR_CASE" | "NO_COUNCIL_DUE" | "TOO_FEW_SEATS";

/**
 * A chair without an earlier part names the panel of an appeal, or, after an appeal that was granted, the new council
 * that evaluates again; nobody who sat, led or decided before may sit. No step is taken: the clock runs on. Refuses
 * NOT_FOUND, NOT_YOUR_CASE, NO_COUNCIL_DUE (one sits already, or none is asked for), TOO_FEW_SEATS, and what
 * `seatEvaluators` refuses. Source: docs/domain.md, "Appeal".
 */
export async function openPanel(
  actor: Actor,
  code: string,
  { evaluatorIds: personIds }: z.output<typeof evaluatorsSchema>,
  at = new Date(),
): Promise<Outcome<{ round: number }, Refused>> {
  return inTransaction<{ round: number }, Refused>(async (tx) => {
    const initiative = await lockInitiative(tx, code);
    if (!initiative || !existsForOfficers(initiative)) return refuse("NOT_FOUND");
    const { state, track, appealedBefore } = initiative;
    const isDue = state === "APPEALED" || (state === "UNDER_EVALUATION" && appealedBefore);
    if (!isDue || (await openRound(tx, initiative.id))) return refuse("NO_COUNCIL_DUE");
    if (!mayChair(actor, initiative)) return refuse("NOT_YOUR_CASE");
    const least = Number(await parameterOn(SEATS_PARAMETER[track], dayInVietnam(at), tx));
    if (personIds.length < least) return refuse("TOO_FEW_SEATS", { field: "evaluatorIds", params: { count: least } });
    const kind = state === "APPEALED" ? "APPEAL" : "FULL";
    const evaluation = await newRound(tx, initiative, { kind, chairId: actor.personId, at });
    const seated = await seatEvaluators(tx, initiative, { evaluation, personIds }, at);
    if (!seated.ok) return seated;
    const { round } = evaluation;
    const payload = { round, evaluators: personIds.length };
    const opened = kind === "APPEAL" ? "initiative.panel-opened" : "initiative.evaluator-named";
    await noteRound(tx, initiative, { kind: opened, post: "CHAIR", payload }, at);
    return done({ round });
  });
}
