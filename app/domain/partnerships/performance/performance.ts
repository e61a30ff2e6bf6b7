import type { StoredUpload } from "#app/platform/files/files.server.ts";

/** A file of the store, or one that is held for the same person since a form came back; and who reads it. */
export type EvidenceInput = { file: StoredUpload | { sha256: string }; isPublic: boolean };

/** What is reported comes with the document that shows it, or with its fingerprint alone. */
export type WithEvidence = { evidence?: EvidenceInput | null | undefined };

export const MILESTONE_STEPS = ["REPORTED", "MET", "RETURNED", "WAIVED"] as const;
export type MilestoneStepKind = (typeof MILESTONE_STEPS)[number];

/** PLANNED until its party reports it; a milestone that was returned is its party's again. */
export const MILESTONE_STATES = ["PLANNED", ...MILESTONE_STEPS] as const;
export type MilestoneState = (typeof MILESTONE_STATES)[number];

export const METRIC_DIRECTIONS = ["AT_LEAST", "AT_MOST"] as const;
export type MetricDirection = (typeof METRIC_DIRECTIONS)[number];

/** Where a milestone stands after its steps, in their order. */
export function milestoneState(steps: readonly { kind: MilestoneStepKind }[]): MilestoneState {
  return steps.at(-1)?.kind ?? "PLANNED";
}

/** Met or waived: nothing is owed any more. */
export function isSettled(state: MilestoneState): boolean {
  return state === "MET" || state === "WAIVED";
}

type Planned = { number: number; weight: number; state: MilestoneState };

/** How far the work is: the weight of what is met, of all weights but those waived, in ppm; null where none counts. */
export function progressPpm(milestones: readonly Planned[]): number | null {
  const weigh = (some: readonly Planned[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const whole = weigh(milestones.filter(({ state }) => state !== "WAIVED"));
  return whole === 0
    ? null
    : Math.floor((weigh(milestones.filter(({ state }) => state === "MET")) * 1_000_000) / whole);
}

/** The numbers of the milestones that keep a partnership from being completed. */
export function unsettled(milestones: readonly Planned[]): number[] {
  return milestones.filter(({ state }) => !isSettled(state)).map(({ number }) => number);
}

/** Whether a value, decimal text of at most four places, reaches the target. */
export function reaches(value: string, target: string, direction: MetricDirection): boolean {
  const [read, wanted] = [tenThousandths(value), tenThousandths(target)];
  return direction === "AT_LEAST" ? read >= wanted : read <= wanted;
}

function tenThousandths(text: string): bigint {
  const [whole = "0", places = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole + places.slice(0, 4).padEnd(4, "0"));
  return text.startsWith("-") ? -size : size;
}
