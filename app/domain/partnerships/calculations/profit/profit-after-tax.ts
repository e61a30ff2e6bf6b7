import { maximum, ofPpm, type Ppm } from "#app/domain/partnerships/calculations/exact.ts";

/** The figures of one period, in đồng, and the rates in ppm that apply to it. */
export type ProfitStatement = {
  revenueVnd: bigint;
  opexVnd: bigint;
  depreciationVnd: bigint;
  /** remuneration under the law on intellectual property, by agreement or by default of the law */
  ipLawRemunerationRatePpm: Ppm;
  /** how much of the profit the intellectual property brings about */
  ipContributionFactorPpm: Ppm;
  citRatePpm: Ppm;
};

export type ProfitAfterTax = {
  preTaxBeforeRemunerationVnd: bigint;
  ipLawRemunerationVnd: bigint;
  pbtVnd: bigint;
  citVnd: bigint;
  /** below 0: a loss, on which neither remuneration nor tax is due */
  patVnd: bigint;
};

/**
 * From revenue to profit after tax. Each named amount is rounded half-even once, from amounts already rounded: the
 * base of the remuneration is pre-tax profit by the contribution factor, the remuneration that base by its rate.
 * Revenue = costs + remuneration + tax + profit after tax, to the đồng. Source: docs/domain.md, "Profit waterfall".
 */
export function profitAfterTax(statement: ProfitStatement): ProfitAfterTax {
  const preTaxBeforeRemunerationVnd = statement.revenueVnd - statement.opexVnd - statement.depreciationVnd;
  const baseVnd = ofPpm(maximum(0n, preTaxBeforeRemunerationVnd), statement.ipContributionFactorPpm);
  const ipLawRemunerationVnd = ofPpm(baseVnd, statement.ipLawRemunerationRatePpm);
  const pbtVnd = preTaxBeforeRemunerationVnd - ipLawRemunerationVnd;
  const citVnd = ofPpm(maximum(0n, pbtVnd), statement.citRatePpm);
  return { preTaxBeforeRemunerationVnd, ipLawRemunerationVnd, pbtVnd, citVnd, patVnd: pbtVnd - citVnd };
}
