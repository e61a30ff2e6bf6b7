import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** The way to the market, in order; DISCONTINUED stands outside it. */
export const RESULT_STAGES = [
  "RESEARCH",
  "LAB_VALIDATED",
  "DEMONSTRATED",
  "PILOT",
  "MARKET_READY",
  "ON_MARKET",
  "SCALING",
  "DISCONTINUED",
] as const;
export type ResultStage = (typeof RESULT_STAGES)[number];

/** `revenueVnd`: whole đồng, null where the act brings none. Only an act that an officer has verified counts. */
export type ExploitationFact = { kind: string; revenueVnd: bigint | null; verified: boolean };

/** Kinds of act that show a result in use, whatever they bring in. */
const IN_USE = ["DEPLOYMENT", "CAPITAL_CONTRIBUTION"];
const SCALING_PERIODS = 2;

/**
 * Whether a result is commercialised: at least one verified act with revenue, a deployment, or a contribution as
 * capital. Source: docs/domain.md, "Results".
 */
export function isCommercialised(acts: readonly ExploitationFact[]): boolean {
  return acts.some((act) => act.verified && ((act.revenueVnd ?? 0n) > 0n || IN_USE.includes(act.kind)));
}

/** The stage that a readiness level (1 to 9) alone shows; a level outside is a RangeError. */
export function stageOfReadiness(level: number): ResultStage {
  if (!Number.isInteger(level) || level < 1 || level > 9) throw new RangeError(`readiness level: ${level}`);
  if (level <= 3) return "RESEARCH";
  if (level <= 5) return "LAB_VALIDATED";
  if (level === 6) return "DEMONSTRATED";
  return level === 7 ? "PILOT" : "MARKET_READY";
}

/**
 * The commercial stage, derived from what is shown: the current readiness level, the verified acts, and over how many
 * periods in a row verified revenue grew.
 */
export function commercialStage(facts: {
  level: number;
  acts: readonly ExploitationFact[];
  growingPeriods?: number;
  discontinued?: boolean;
}): ResultStage {
  if (facts.discontinued) return "DISCONTINUED";
  if (!isCommercialised(facts.acts)) return stageOfReadiness(facts.level);
  return (facts.growingPeriods ?? 0) >= SCALING_PERIODS ? "SCALING" : "ON_MARKET";
}

export type StageRefusal = "SAME_STAGE" | "STAGE_IS_FINAL" | "EVIDENCE_MISSING" | "REASON_MISSING";

/**
 * Whether a result may go from one stage to another: forward with evidence, over several stages where one fact shows them;
 * backward with a reason, since readiness and revenue can fall; from anywhere to DISCONTINUED with a reason, and no way back
 * from there. Source: docs/domain.md, "The way to the market".
 */
export function moveStage(
  from: ResultStage | null,
  to: ResultStage,
  shown: { evidence: string; reason: string },
): Outcome<{ direction: "forward" | "backward" | "end" }, StageRefusal> {
  if (from === to) return refuse("SAME_STAGE");
  if (from === "DISCONTINUED") return refuse("STAGE_IS_FINAL");
  const isForward = to !== "DISCONTINUED" && (from === null || RESULT_STAGES.indexOf(to) > RESULT_STAGES.indexOf(from));
  if (!isForward && shown.reason.trim() === "") return refuse("REASON_MISSING", { field: "reason" });
  if (!isForward) return done({ direction: to === "DISCONTINUED" ? "end" : "backward" });
  return shown.evidence.trim() === ""
    ? refuse("EVIDENCE_MISSING", { field: "evidence" })
    : done({ direction: "forward" });
}
