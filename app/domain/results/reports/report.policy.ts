import { type Actor, holds } from "#app/domain/accounts/actor.ts";
import { isAuthor, type ResultFacts, representsHost, verifyingBody } from "../result.policy.ts";
import type { StageStep } from "./report.ts";

type Told = { stages: readonly Pick<StageStep, "to">[] };

/** Whether a result was discontinued: nothing more is reported of it. */
export function isDiscontinued({ stages }: Told): boolean {
  return stages.some(({ to }) => to === "DISCONTINUED");
}

/** The representatives of its host report of a published result, until they discontinue it. */
export function mayReport(actor: Actor | null, result: ResultFacts, progress: Told): boolean {
  return result.state === "PUBLISHED" && representsHost(actor, result) && !isDiscontinued(progress);
}

/** The reports on a public result are answered by an officer who could verify it. Source: docs/domain.md, "Separation of duties". */
export function mayAnswerReport(actor: Actor | null, result: ResultFacts): boolean {
  return ["PUBLISHED", "UNDER_REVIEW"].includes(result.state) && verifyingBody(actor, result) !== null;
}

/**
 * Who reads exact sums that the host keeps for itself: whoever recorded the result and the representatives of its host,
 * officers who could verify it, the auditor and the monitors of the Front. Everybody else reads bands and shares.
 */
export function mayReadSums(actor: Actor | null, result: Omit<ResultFacts, "state">): boolean {
  if (isAuthor(actor, result) || representsHost(actor, result) || verifyingBody(actor, result) !== null) return true;
  return holds(actor, "AUDITOR") || holds(actor, "MONITOR") || holds(actor, "MONITOR_LEAD");
}
