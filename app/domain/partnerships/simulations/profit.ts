import { z } from "zod";
import { AUTHOR_REWARD_POINTS, splitWithAuthors } from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import { distributeYears, type YearDistribution } from "#app/domain/partnerships/calculations/profit/distribute.ts";
import {
  REVENUE_DIRECTIONS,
  REVENUE_REFERENCES,
  sharePppRevenue,
} from "#app/domain/partnerships/calculations/profit/ppp-revenue.ts";
import { type ProfitStatement, profitAfterTax } from "#app/domain/partnerships/calculations/profit/profit-after-tax.ts";
import {
  byParty,
  MOST_YEARS,
  nameTheSame,
  party,
  positiveVnd,
  ppm,
  sharesOfWhole,
  sumVndText,
  vndText,
  whole,
} from "#app/domain/partnerships/simulations/fields.ts";
import { inOrder, readAmounts, readShares, writeAmounts } from "#app/domain/partnerships/simulations/party-json.ts";
import { at, partiesAsSent, simulation } from "#app/domain/partnerships/simulations/simulation.ts";
import { done, refuse } from "#app/platform/outcome.ts";
import { say } from "#app/platform/typed.ts";

/** What the contract assumes where a body names no minimum; a distribution of the ledger reads the dated parameter. */
export const ASSUMED_MINIMUM_PPM = 300_000;

/** The same for the years in which a science-and-technology project shares no increase of its revenue. */
export const ASSUMED_EXEMPT_YEARS = 3;

const statement = {
  revenueVnd: vndText,
  opexVnd: positiveVnd,
  depreciationVnd: positiveVnd,
  ipLawRemunerationRatePpm: ppm,
  ipContributionFactorPpm: ppm,
  citRatePpm: ppm,
};

/** A year's profit through tax, authors and intermediary to the parties. */
export const waterfall = simulation(
  z.strictObject({
    inputs: z.strictObject({
      ...statement,
      budgetFundedSharePpm: ppm,
      authorRewardRatePpm: ppm,
      intermediaryRatePpm: ppm,
      profitSharesPpm: sharesOfWhole,
      host: party,
      statutoryMinimumRatePpm: ppm.nullish(),
    }),
    authorRewardPoint: z.enum(AUTHOR_REWARD_POINTS),
  }),
  z.object({
    common: z.object({
      preTaxBeforeRemunerationVnd: sumVndText,
      ipLawRemunerationVnd: sumVndText,
      pbtVnd: sumVndText,
      citVnd: sumVndText,
      patVnd: sumVndText,
    }),
    partiesVnd: z.record(party, sumVndText),
    authorsVnd: sumVndText,
    intermediaryVnd: sumVndText,
    statutoryMinimumVnd: sumVndText,
    valid: z.boolean(),
  }),
  ({ inputs, authorRewardPoint }) => {
    const profit = profitAfterTax(readStatement(inputs));
    if (profit.patVnd <= 0n) return refuse("NO_PROFIT", { field: "inputs" });
    const split = splitWithAuthors(profit.patVnd, readShares(inputs.profitSharesPpm), {
      authorRewardPoint,
      host: inputs.host,
      budgetFundedPpm: inputs.budgetFundedSharePpm,
      authorRewardRatePpm: inputs.authorRewardRatePpm,
      intermediaryRatePpm: inputs.intermediaryRatePpm,
      statutoryMinimumRatePpm: inputs.statutoryMinimumRatePpm ?? ASSUMED_MINIMUM_PPM,
    });
    if (!split.ok) return at(split, WATERFALL_PLACES.get(split.code) ?? "inputs");
    return done({
      common: {
        preTaxBeforeRemunerationVnd: profit.preTaxBeforeRemunerationVnd.toString(),
        ipLawRemunerationVnd: profit.ipLawRemunerationVnd.toString(),
        pbtVnd: profit.pbtVnd.toString(),
        citVnd: profit.citVnd.toString(),
        patVnd: profit.patVnd.toString(),
      },
      partiesVnd: writeAmounts(split.value.parties),
      authorsVnd: split.value.authorsVnd.toString(),
      intermediaryVnd: split.value.intermediaryVnd.toString(),
      statutoryMinimumVnd: split.value.statutoryMinimumVnd.toString(),
      valid: split.value.isLawful,
    });
  },
);

const WATERFALL_PLACES = new Map([
  ["HOST_NOT_A_PARTY", "inputs.host"],
  ["RATES_ABOVE_WHOLE", "inputs.intermediaryRatePpm"],
]);

function readStatement(inputs: z.output<z.ZodObject<typeof statement>>): ProfitStatement {
  const { revenueVnd, opexVnd, depreciationVnd, ...rates } = inputs;
  return {
    ...{ revenueVnd: BigInt(revenueVnd), opexVnd: BigInt(opexVnd), depreciationVnd: BigInt(depreciationVnd) },
    ipLawRemunerationRatePpm: rates.ipLawRemunerationRatePpm,
    ipContributionFactorPpm: rates.ipContributionFactorPpm,
    citRatePpm: rates.citRatePpm,
  };
}

const perParty = z.record(party, sumVndText);

/** Several years: loss carried forward, reserve, preferred return, residual. */
export const multiYear = simulation(
  z.strictObject({
    rules: z
      .strictObject({
        preferredReturnPpmSimplePerYear: whole.min(0),
        reservePpmOfPositiveAfterOffset: ppm,
        capitalVnd: byParty(positiveVnd),
        profitPpm: sharesOfWhole,
      })
      .refine(({ capitalVnd, profitPpm }) => nameTheSame(capitalVnd, profitPpm), {
        path: ["profitPpm"],
        message: say("refusals:PARTIES_DIFFER"),
      }),
    patVnd: z.array(vndText).min(1).max(MOST_YEARS),
  }),
  z.object({
    years: z.array(
      z.object({
        year: z.int(),
        patVnd: vndText,
        lossOffsetVnd: sumVndText,
        lossCarriedForwardVnd: sumVndText,
        reserveVnd: sumVndText,
        preferredPaidVnd: perParty,
        preferredAccruedUnpaidVnd: sumVndText,
        residualVnd: perParty,
      }),
    ),
    totalsVnd: perParty,
    reserveTotalVnd: sumVndText,
  }),
  ({ rules, patVnd }, sent) => {
    const parties = partiesAsSent(rulesOf(sent), ["capitalVnd", "profitPpm"]);
    const all = distributeYears(patVnd.map(BigInt), {
      reserveRatePpm: rules.reservePpmOfPositiveAfterOffset,
      preferredRatePpm: rules.preferredReturnPpmSimplePerYear,
      capital: readAmounts(inOrder(rules.capitalVnd, parties)),
      profitShares: readShares(inOrder(rules.profitPpm, parties)),
      tiers: null,
    });
    if (!all.ok) return at(all, "rules");
    return done({
      years: all.value.years.map(writeYear),
      totalsVnd: writeAmounts(all.value.totals),
      reserveTotalVnd: all.value.reserveTotalVnd.toString(),
    });
  },
);

function rulesOf(sent: unknown): unknown {
  return typeof sent === "object" && sent !== null && "rules" in sent ? sent.rules : null;
}

function writeYear(year: YearDistribution, place: number) {
  return {
    year: place + 1,
    patVnd: year.patVnd.toString(),
    lossOffsetVnd: year.lossOffsetVnd.toString(),
    lossCarriedForwardVnd: year.lossCarriedForwardVnd.toString(),
    reserveVnd: year.reserveVnd.toString(),
    preferredPaidVnd: writeAmounts(year.preferredPaid),
    preferredAccruedUnpaidVnd: year.preferredUnpaidVnd.toString(),
    residualVnd: writeAmounts(year.split.parties),
  };
}

/** How much of an increase or a shortfall of a PPP project's revenue is shared with the State. */
export const pppRevenue = simulation(
  z.strictObject({
    actualVnd: positiveVnd,
    planVnd: positiveVnd,
    upperPpm: whole.min(1_000_000),
    lowerPpm: ppm,
    shareRatePpm: ppm,
    reference: z.enum(REVENUE_REFERENCES),
    scienceAndTechnology: z.boolean(),
    operatingYear: z.int().min(1).max(MOST_YEARS),
  }),
  z.object({ direction: z.enum(REVENUE_DIRECTIONS), amountVnd: sumVndText }),
  ({ actualVnd, planVnd, ...terms }) => {
    const shared = sharePppRevenue({
      ...terms,
      actualVnd: BigInt(actualVnd),
      planVnd: BigInt(planVnd),
      exemptYears: ASSUMED_EXEMPT_YEARS,
    });
    return done({ direction: shared.direction, amountVnd: shared.amountVnd.toString() });
  },
);
