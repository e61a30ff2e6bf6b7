import type { Track } from "./initiative.ts";

/**
 * What an initiative is scored on, 0 to 100 each, and how much each criterion counts (ppm, 1 000 000 together).
 * Criteria: Decision 2266/QĐ-TTg (BREAKTHROUGH), descriptions of Decision 3463/QĐ-BKHCN (ORDINARY). Equal weights are
 * the portal's own proposal.
 */
export const CRITERIA = {
  BREAKTHROUGH: [
    { code: "NOVELTY", weightPpm: 200_000 },
    { code: "BREAKTHROUGH", weightPpm: 200_000 },
    { code: "FEASIBILITY", weightPpm: 200_000 },
    { code: "IMPACT", weightPpm: 200_000 },
    { code: "SOCIAL_RESOURCES", weightPpm: 200_000 },
  ],
  ORDINARY: [
    { code: "NOVELTY", weightPpm: 250_000 },
    { code: "CREATIVITY", weightPpm: 250_000 },
    { code: "APPLICABILITY", weightPpm: 250_000 },
    { code: "SOCIO_ECONOMIC_EFFECT", weightPpm: 250_000 },
  ],
} as const satisfies Record<Track, readonly { code: string; weightPpm: number }[]>;
export type Criterion = (typeof CRITERIA)[Track][number]["code"];

/**
 * The weighted score of one evaluator in ten-thousandths of a point (0 to 1 000 000, for 0 to 100 points), exact.
 * null where a criterion of the track has no score: a missing score is not a zero.
 */
export function weightedScore(track: Track, scores: Readonly<Partial<Record<Criterion, number>>>): number | null {
  let weighted = 0;
  for (const { code, weightPpm } of CRITERIA[track]) {
    const score = scores[code];
    if (score === undefined) return null;
    weighted += (score * weightPpm) / 100;
  }
  return weighted;
}

/** The criteria of a round: all of the track, or those named, in the track's order. */
export function askedOf(track: Track, named: readonly string[]): Criterion[] {
  const all: Criterion[] = CRITERIA[track].map(({ code }) => code);
  return named.length === 0 ? all : all.filter((code) => named.includes(code));
}
