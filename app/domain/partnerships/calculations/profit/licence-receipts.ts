import { minimum, ofPpm, type Ppm } from "#app/domain/partnerships/calculations/exact.ts";
import { type AuthorTiers, areRatesAboveWhole } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/** A receipt from licensing a result, in đồng, and the rates in ppm that apply to it. */
export type LicenceReceipt = Pick<AuthorTiers, "budgetFundedPpm" | "authorRewardRatePpm" | "intermediaryRatePpm"> & {
  receiptsVnd: bigint;
  directCostsVnd: bigint;
  /** of each receipt; legal parameter `result.ip-remuneration.licence` unless agreed otherwise */
  ipLawRemunerationRatePpm: Ppm;
  citRatePpm: Ppm;
  /** for those who organise the commercialisation */
  organiserRatePpm: Ppm;
};

export type LicenceShares = {
  ipLawRemunerationVnd: bigint;
  pbtVnd: bigint;
  citVnd: bigint;
  patVnd: bigint;
  authorsRewardVnd: bigint;
  intermediaryVnd: bigint;
  organisersVnd: bigint;
  /** what stays for research and development */
  reinvestmentVnd: bigint;
  /** remuneration and reward together */
  authorsTotalVnd: bigint;
};

/**
 * Shares what a licence brings: remuneration under the law on intellectual property first, of the receipt; then costs
 * and tax; of the budget-funded part of the profit the authors', the intermediary's and the organisers' parts; the
 * rest stays. Receipts = costs + remuneration + tax + the four parts, to the đồng; each is rounded half-even once.
 * Refuses NO_PROFIT where nothing is left after tax, RATES_ABOVE_WHOLE where the three take more than 100 %.
 * Source: docs/domain.md, "Profit waterfall".
 */
export function shareLicenceReceipt(
  licence: LicenceReceipt,
): Outcome<LicenceShares, "NO_PROFIT" | "RATES_ABOVE_WHOLE"> {
  const { authorRewardRatePpm, intermediaryRatePpm, organiserRatePpm } = licence;
  if (areRatesAboveWhole(authorRewardRatePpm, intermediaryRatePpm, organiserRatePpm))
    return refuse("RATES_ABOVE_WHOLE");
  const ipLawRemunerationVnd = ofPpm(licence.receiptsVnd, licence.ipLawRemunerationRatePpm);
  const pbtVnd = licence.receiptsVnd - ipLawRemunerationVnd - licence.directCostsVnd;
  const citVnd = ofPpm(pbtVnd, licence.citRatePpm);
  const patVnd = pbtVnd - citVnd;
  if (patVnd <= 0n) return refuse("NO_PROFIT");

  const baseVnd = ofPpm(patVnd, licence.budgetFundedPpm);
  const authorsRewardVnd = ofPpm(baseVnd, authorRewardRatePpm);
  const intermediaryVnd = minimum(ofPpm(baseVnd, intermediaryRatePpm), baseVnd - authorsRewardVnd);
  const organisersVnd = minimum(ofPpm(baseVnd, organiserRatePpm), baseVnd - authorsRewardVnd - intermediaryVnd);
  const reinvestmentVnd = patVnd - authorsRewardVnd - intermediaryVnd - organisersVnd;
  const authorsTotalVnd = ipLawRemunerationVnd + authorsRewardVnd;
  return done({
    ...{ ipLawRemunerationVnd, pbtVnd, citVnd, patVnd },
    ...{ authorsRewardVnd, intermediaryVnd, organisersVnd, reinvestmentVnd, authorsTotalVnd },
  });
}
