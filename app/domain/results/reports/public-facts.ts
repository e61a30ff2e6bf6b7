import { sharePpm } from "../exploitation.ts";
import type { Localisation, Report, Revenue, Said } from "./report.ts";
import { revenueBand } from "./revenue.ts";

/**
 * What the public record says of a report: sums that the host keeps for itself become a band or shares, and owners of rights,
 * who may be people, stand on the page alone. Money is decimal text.
 */
export function publicFacts(said: Said): Record<string, unknown> {
  if (said.kind === "REVENUE") return { of: said.kind, ...revenueFacts(said, said.sumsPublic) };
  if (said.kind === "LOCALISATION") return { of: said.kind, ...localisationFacts(said, said.sumsPublic) };
  if (said.kind === "RIGHT") {
    const { kind, owners: _people, ...facts } = said;
    return { of: kind, ...facts };
  }
  if (said.kind === "RIGHT_EVENT") {
    const { kind, rightId: _id, ...facts } = said;
    return { of: kind, ...facts };
  }
  const { kind, ...facts } = said;
  return { of: kind, ...facts, ...("revenueVnd" in facts ? { revenueVnd: facts.revenueVnd?.toString() ?? null } : {}) };
}

/** A period's revenue for a reader of its sums, or its band alone. */
export function revenueFacts({ from, to, ...sums }: Revenue, withSums: boolean) {
  const text = (vnd: bigint) => (withSums ? vnd.toString() : null);
  return {
    from,
    to,
    band: revenueBand(sums.grossVnd),
    grossVnd: text(sums.grossVnd),
    costVnd: text(sums.costVnd),
    profitAfterTaxVnd: text(sums.profitAfterTaxVnd),
  };
}

/** A period's localisation for a reader of its sums, or its shares in ppm alone; a share without a denominator is null. */
export function localisationFacts(seen: Localisation, withSums: boolean) {
  const { from, to, priceVnd, domesticValueAddedVnd, costVnd, domesticCostVnd, coreTechPpm, domesticDemandPpm } = seen;
  const text = (vnd: bigint | null) => (withSums && vnd !== null ? vnd.toString() : null);
  const share = (part: bigint | null, whole: bigint | null) =>
    part === null || whole === null ? null : sharePpm(part, whole);
  return {
    from,
    to,
    valueAddedPpm: share(domesticValueAddedVnd, priceVnd),
    costSharePpm: share(domesticCostVnd, costVnd),
    coreTechPpm,
    domesticDemandPpm,
    priceVnd: text(priceVnd),
    domesticValueAddedVnd: text(domesticValueAddedVnd),
    costVnd: text(costVnd),
    domesticCostVnd: text(domesticCostVnd),
  };
}

/** Whether a reader is shown the exact sums of a report. */
export function showsSums({ said }: Pick<Report, "said">, mayReadAll: boolean): boolean {
  return mayReadAll || ("sumsPublic" in said && said.sumsPublic);
}
