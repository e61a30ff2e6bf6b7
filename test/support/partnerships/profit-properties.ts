import fc from "fast-check";
import {
  AUTHOR_REWARD_POINTS,
  type AuthorTiers,
  splitWithAuthors,
} from "#app/domain/partnerships/calculations/profit/author-tiers.ts";
import { shareAmongAuthors } from "#app/domain/partnerships/calculations/profit/co-authors.ts";
import {
  type DistributionRules,
  distributeYear,
  distributeYears,
} from "#app/domain/partnerships/calculations/profit/distribute.ts";
import { shareLicenceReceipt } from "#app/domain/partnerships/calculations/profit/licence-receipts.ts";
import { REVENUE_REFERENCES, sharePppRevenue } from "#app/domain/partnerships/calculations/profit/ppp-revenue.ts";
import { profitAfterTax } from "#app/domain/partnerships/calculations/profit/profit-after-tax.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import {
  amountsFor,
  anAmount,
  anySum,
  aRate,
  asJsonbReturns,
  distinctShares,
  someShares,
  sorted,
  total,
  vndOf,
  worth,
} from "#test/support/partnerships/made-up.ts";
import { type Property, property } from "#test/support/properties.ts";

const aStatement = fc.record({
  revenueVnd: anAmount,
  opexVnd: anAmount,
  depreciationVnd: anAmount,
  ipLawRemunerationRatePpm: aRate,
  ipContributionFactorPpm: aRate,
  citRatePpm: aRate,
});

/** Two rates that together take no more than the whole. */
const twoRates = fc
  .tuple(aRate, aRate)
  .map(([one, other]) => (one + other > 1_000_000 ? [one, 1_000_000 - one] : [one, other]));

function tiersFor(shares: readonly ShareLine[]): fc.Arbitrary<AuthorTiers> {
  return fc
    .record({
      authorRewardPoint: fc.constantFrom(...AUTHOR_REWARD_POINTS),
      host: fc.constantFrom(...shares.map(({ party }) => party)),
      budgetFundedPpm: aRate,
      statutoryMinimumRatePpm: aRate,
      rates: twoRates,
    })
    .map(({ rates: [authorRewardRatePpm = 0, intermediaryRatePpm = 0], ...tiers }) => ({
      ...tiers,
      authorRewardRatePpm,
      intermediaryRatePpm,
    }));
}

function rulesFor(shares: readonly ShareLine[]): fc.Arbitrary<DistributionRules> {
  return fc.record({
    reserveRatePpm: aRate,
    preferredRatePpm: fc.integer({ min: 0, max: 200_000 }),
    capital: fc.array(fc.oneof(fc.constant(0n), anAmount), { minLength: 1 }).map((given) => amountsFor(shares, given)),
    profitShares: fc.constant(shares),
    tiers: fc.option(tiersFor(shares)),
  });
}

const withTiers = someShares.chain((shares) => fc.record({ shares: fc.constant(shares), tiers: tiersFor(shares) }));
const someRules = someShares.chain(rulesFor);
const somePats = fc.array(anySum, { minLength: 1, maxLength: 12 });

export const PROFIT_PROPERTIES: readonly Property[] = [
  property(
    "revenue is costs, remuneration, tax and profit, to the đồng",
    fc.property(aStatement, (given) => {
      const told = profitAfterTax(given);
      return (
        given.revenueVnd ===
        total([given.opexVnd, given.depreciationVnd, told.ipLawRemunerationVnd, told.citVnd, told.patVnd])
      );
    }),
  ),
  property(
    "authors, intermediary and parties make the profit, and nobody owes",
    fc.property(anAmount, withTiers, (profitVnd, { shares, tiers }) => {
      const split = worth(splitWithAuthors(profitVnd, shares, tiers));
      const parts = [split.authorsVnd, split.intermediaryVnd, ...vndOf(split.parties)];
      return total(parts) === profitVnd && parts.every((part) => part >= 0n);
    }),
  ),
  property(
    "a party without a profit share gets nothing of the split",
    fc.property(anAmount, withTiers, (profitVnd, { shares, tiers }) =>
      worth(splitWithAuthors(profitVnd, shares, tiers)).parties.every(
        ({ amountVnd }, place) => shares[place]?.ppm !== 0 || amountVnd === 0n,
      ),
    ),
  ),
  property(
    "a rate of at least the legal minimum is lawful in both readings",
    fc.property(anAmount, withTiers, (profitVnd, { shares, tiers }) => {
      const split = worth(splitWithAuthors(profitVnd, shares, tiers));
      if (split.isLawful !== split.authorsVnd >= split.statutoryMinimumVnd) return false;
      return BigInt(tiers.authorRewardRatePpm) < BigInt(tiers.statutoryMinimumRatePpm) || split.isLawful;
    }),
  ),
  property(
    "with distinct shares the order of parties decides nothing",
    fc.property(
      anAmount,
      distinctShares.chain((shares) => fc.tuple(fc.constant(shares), tiersFor(shares))),
      (profitVnd, [shares, tiers]) => {
        const split = worth(splitWithAuthors(profitVnd, shares, tiers));
        const turned = worth(splitWithAuthors(profitVnd, [...shares].reverse(), tiers));
        const [one, other] = [sorted(split.parties), sorted(turned.parties)];
        return split.authorsVnd === turned.authorsVnd && vndOf(one).every((vnd, place) => vnd === vndOf(other)[place]);
      },
    ),
  ),
  property(
    "a year's profit is offset, reserve, preferred return, authors, intermediary and parties; a loss is carried forward whole",
    fc.property(someRules, anySum, anAmount, anAmount, (rules, patVnd, lossVnd, preferredUnpaidVnd) => {
      const year = worth(distributeYear(patVnd, rules, { lossVnd, preferredUnpaidVnd }));
      const { split } = year;
      const parts = [
        ...[year.lossOffsetVnd, year.reserveVnd, split.authorsVnd, split.intermediaryVnd],
        ...[...vndOf(year.preferredPaid), ...vndOf(split.parties)],
      ];
      if (parts.some((part) => part < 0n)) return false;
      const carried = lossVnd - year.lossOffsetVnd + (patVnd < 0n ? -patVnd : 0n);
      return total(parts) === (patVnd > 0n ? patVnd : 0n) && year.lossCarriedForwardVnd === carried;
    }),
  ),
  property(
    "over the years the profits are what was given out and set aside, less the loss that is left",
    fc.property(someRules, somePats, (rules, pats) => {
      const { years, totals, reserveTotalVnd } = worth(distributeYears(pats, rules));
      const tiers = years.flatMap(({ split }) => [split.authorsVnd, split.intermediaryVnd]);
      const left = years.at(-1)?.lossCarriedForwardVnd ?? 0n;
      return total(pats) === total([...vndOf(totals), ...tiers, reserveTotalVnd, -left]);
    }),
  ),
  property(
    "the preferred return paid and unpaid is what accrued, year by year",
    fc.property(someRules, somePats, (rules, pats) => {
      const { years } = worth(distributeYears(pats, rules));
      const [first, last] = [
        worth(distributeYear(-1n, rules)).preferredUnpaidVnd,
        years.at(-1)?.preferredUnpaidVnd ?? 0n,
      ];
      const paid = total(years.flatMap(({ preferredPaid }) => vndOf(preferredPaid)));
      return paid + last === first * BigInt(years.length);
    }),
  ),
  property(
    "stored inputs give the stored lines again, in whatever order the database gives back the fields of an object",
    fc.property(someRules, somePats, (rules, pats) => {
      const stored = worth(distributeYears(pats, rules));
      const again = worth(distributeYears(asJsonbReturns(pats), asJsonbReturns(rules)));
      const lines = ({ years, totals }: typeof stored) => [
        ...years.flatMap(({ preferredPaid, split }) => [...preferredPaid, ...split.parties]),
        ...totals,
      ];
      const before = lines(stored);
      return lines(again).every(
        ({ party, amountVnd }, place) => before[place]?.party === party && before[place]?.amountVnd === amountVnd,
      );
    }),
  ),
  property(
    "a licence's receipt is costs, remuneration, tax and the four parts",
    fc.property(
      fc.record({ receiptsVnd: anAmount, directCostsVnd: anAmount, budgetFundedPpm: aRate, organiserRatePpm: aRate }),
      fc.tuple(aRate, aRate),
      twoRates,
      (licence, [ipLawRemunerationRatePpm, citRatePpm], [authorRewardRatePpm = 0, intermediaryRatePpm = 0]) => {
        const tiers = { ipLawRemunerationRatePpm, citRatePpm, authorRewardRatePpm, intermediaryRatePpm };
        const shared = shareLicenceReceipt({ ...licence, ...tiers });
        if (!shared.ok) return true;
        const { value } = shared;
        const parts = [value.authorsRewardVnd, value.intermediaryVnd, value.organisersVnd, value.reinvestmentVnd];
        const paid = [licence.directCostsVnd, value.ipLawRemunerationVnd, value.citVnd];
        return parts.every((part) => part >= 0n) && total([...parts, ...paid]) === licence.receiptsVnd;
      },
    ),
  ),
  property(
    "co-authors together get the reward",
    fc.property(anAmount, someShares, (rewardVnd, shares) => {
      const authors = shares.map(({ party, ppm }) => ({ author: party, ppm }));
      return total(worth(shareAmongAuthors(rewardVnd, authors)).map(({ amountVnd }) => amountVnd)) === rewardVnd;
    }),
  ),
  property(
    "of a PPP project's revenue no more is shared than it differs from the plan",
    fc.property(
      fc.record({
        ...{ actualVnd: anAmount, planVnd: anAmount, lowerPpm: aRate, shareRatePpm: aRate },
        ...{
          upperPpm: fc.integer({ min: 1_000_000, max: 3_000_000 }),
          operatingYear: fc.integer({ min: 1, max: 60 }),
          exemptYears: fc.nat(5),
        },
        ...{ reference: fc.constantFrom(...REVENUE_REFERENCES), scienceAndTechnology: fc.boolean() },
      }),
      (revenue) => {
        const { direction, amountVnd } = sharePppRevenue(revenue);
        const more = revenue.actualVnd - revenue.planVnd;
        if (direction === "TO_STATE") return amountVnd >= 0n && amountVnd <= more;
        if (direction === "FROM_STATE") return amountVnd >= 0n && amountVnd <= -more;
        return amountVnd === 0n;
      },
    ),
  ),
];
