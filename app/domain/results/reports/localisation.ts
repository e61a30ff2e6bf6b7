import { sharePpm } from "../exploitation.ts";
import type { Localisation } from "./report.ts";

/** What is measured of how much of a product is made at home, and the legal parameter that holds its threshold. */
export const LOCALISATION_MEASURES = {
  VALUE_ADDED: "localisation.value-added.minimum",
  COST_SHARE: "localisation.cost-share.minimum",
  CORE_TECHNOLOGY: "localisation.core-technology.minimum",
  DEMAND: "localisation.demand.minimum",
} as const;
export type LocalisationMeasure = keyof typeof LOCALISATION_MEASURES;
export const MEASURES = Object.keys(LOCALISATION_MEASURES).filter(isMeasure);

/** A threshold in force, by the key of its legal parameter; `basis`: the legal text that sets it. */
export type Thresholds = Readonly<Record<string, { ppm: number; basis: string | null; source: string }>>;

/** One measure: its share in ppm, half-even, null where it is not defined; whether it reaches the threshold, null where either is missing. */
export type Measured = {
  measure: LocalisationMeasure;
  ppm: number | null;
  minimumPpm: number | null;
  isMet: boolean | null;
};

/**
 * The four measures of an observation against their thresholds, boundary included; compared exactly, never on the rounded
 * share. A share without a denominator is not defined. Source: docs/domain.md, "Localisation" (Decision 2815/QĐ-TTg).
 */
export function measureLocalisation(seen: Localisation, thresholds: Thresholds): Measured[] {
  return MEASURES.map((measure) => {
    const minimumPpm = thresholds[LOCALISATION_MEASURES[measure]]?.ppm ?? null;
    const [part, whole] = fractionOf(seen, measure);
    const isDefined = part !== null && whole !== null && whole > 0n;
    return {
      measure,
      ppm: isDefined ? sharePpm(part, whole) : null,
      minimumPpm,
      isMet: isDefined && minimumPpm !== null ? part * 1_000_000n >= BigInt(minimumPpm) * whole : null,
    };
  });
}

function fractionOf(seen: Localisation, measure: LocalisationMeasure): [bigint | null, bigint | null] {
  const share = (ppm: number | null): [bigint | null, bigint] => [ppm === null ? null : BigInt(ppm), 1_000_000n];
  if (measure === "VALUE_ADDED") return [seen.domesticValueAddedVnd, seen.priceVnd];
  if (measure === "COST_SHARE") return [seen.domesticCostVnd, seen.costVnd];
  return share(measure === "CORE_TECHNOLOGY" ? seen.coreTechPpm : seen.domesticDemandPpm);
}

function isMeasure(key: string): key is LocalisationMeasure {
  return key in LOCALISATION_MEASURES;
}
