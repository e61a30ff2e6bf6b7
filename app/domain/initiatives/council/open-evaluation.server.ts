import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { mayChair } from "../initiative.policy.ts";
import { asOfficer, type OfficerRefusal } from "../internal/as-officer.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import type { evaluatorsSchema } from "./council.schema.ts";
import { SEATS_PARAMETER } from "./council.ts";
import { newRound } from "./internal/rounds.server.ts";
import { type SeatRefusal, seatEvaluators } from "./internal/seats.server.ts";

/**
 * The chair names the council and opens a round. Each member declares first whether a conflict of interest exists;
 * until then the file stays closed to them. Refuses TOO_FEW_SEATS (fewer than the legal parameter of the track asks
 * for), and what `seatEvaluators` and `asOfficer` refuse. Source: docs/domain.md, "Council", "Separation of duties".
 */
export async function openEvaluation(
  actor: Actor,
  code: string,
  input: z.output<typeof evaluatorsSchema>,
  at = new Date(),
): Promise<Outcome<{ round: number }, OfficerRefusal | SeatRefusal | "TOO_FEW_SEATS">> {
  const officer = { role: "CHAIR", to: "UNDER_EVALUATION", may: mayChair } as const;
  return asOfficer(actor, code, officer, at, async (tx, initiative, who) => {
    // The panel opens it again by closing the appeal, and by nothing else.
    if (initiative.state === "APPEALED") return refuse("NOT_ALLOWED_FROM_STATE");
    const least = Number(await parameterOn(SEATS_PARAMETER[initiative.track], dayInVietnam(at), tx));
    const { evaluatorIds: personIds } = input;
    if (personIds.length < least) return refuse("TOO_FEW_SEATS", { field: "evaluatorIds", params: { count: least } });
    const evaluation = await newRound(tx, initiative, { kind: "FULL", chairId: who.personId, at });
    const seated = await seatEvaluators(tx, initiative, { evaluation, personIds }, at);
    if (!seated.ok) return seated;
    const { round } = evaluation;
    const step = await takeStep(tx, initiative, {
      ...who,
      to: "UNDER_EVALUATION",
      payload: { round, evaluators: personIds.length },
    });
    return step.ok ? done({ round }) : step;
  });
}
