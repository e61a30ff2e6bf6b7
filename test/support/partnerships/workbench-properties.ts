import fc from "fast-check";
import { type Variant, variantFaults } from "#app/domain/partnerships/workbench/variant.ts";
import { readContent, writeContent } from "#app/domain/partnerships/workbench/variant-content.ts";
import { type Weighed, weigh } from "#app/domain/partnerships/workbench/weigh.ts";
import { anAmount, anySum, aRate, someShares, total, vndOf, worth } from "#test/support/partnerships/made-up.ts";
import { type Property, property } from "#test/support/properties.ts";

const someTiers = fc.record({
  authorRewardPoint: fc.constantFrom("R1_PROJECT", "R2_HOST"),
  budgetFundedPpm: aRate,
  authorRewardRatePpm: fc.integer({ min: 0, max: 500_000 }),
  intermediaryRatePpm: fc.integer({ min: 0, max: 500_000 }),
});

/** Variants that can be weighed: the same parties in all three dimensions, probabilities that make the whole. */
export const someVariant: fc.Arbitrary<Variant> = fc
  .record({
    shares: someShares,
    chances: someShares,
    caps: fc.array(fc.option(anAmount), { minLength: 8, maxLength: 8 }),
    values: fc.array(anySum, { minLength: 8, maxLength: 8 }),
    capitalVnd: anAmount,
    profitsVnd: fc.array(anySum, { maxLength: 6 }),
    discountPpm: aRate,
    reservePpm: aRate,
    preferredPpm: fc.integer({ min: 0, max: 300_000 }),
    tiers: fc.option(someTiers),
  })
  .map(({ shares, chances, caps, values, tiers, ...rest }) => ({
    ...rest,
    parties: shares.map(({ party, ppm }, place) => ({
      party,
      capitalPpm: ppm,
      riskPpm: shares.at(-1 - place)?.ppm ?? 0,
      profitPpm: shares.at(place - 1)?.ppm ?? 0,
      capVnd: caps[place] ?? null,
    })),
    scenarios: chances.map(({ party, ppm }, place) => ({
      name: party,
      probabilityPpm: ppm,
      valueVnd: values[place] ?? 0n,
    })),
    tiers: tiers && { ...tiers, host: shares[0]?.party ?? "" },
  }));

function weighed(variant: Variant): Weighed {
  return worth(weigh(variant, 300_000));
}

export const WORKBENCH_PROPERTIES: readonly Property[] = [
  property(
    "a made-up variant has no faults, and is stored and read back as it was",
    fc.property(someVariant, (variant) => {
      const again = readContent(JSON.parse(JSON.stringify(writeContent(variant))));
      const same = weighed(again).parties.map(({ worth: one }) => one?.npvVnd);
      return (
        variantFaults(variant).length === 0 &&
        weighed(variant).parties.every(({ worth: one }, place) => one?.npvVnd === same[place])
      );
    }),
  ),
  property(
    "the parties' capital is the whole capital, their payoffs, what the tiers take and what nobody bears every scenario",
    fc.property(someVariant, (variant) => {
      const { parties, scenarios } = weighed(variant);
      return (
        total(parties.map(({ capitalVnd }) => capitalVnd)) === variant.capitalVnd &&
        scenarios.every(
          ({ payoff, tiersVnd, unallocatedVnd }, place) =>
            total(vndOf(payoff)) + tiersVnd - unallocatedVnd === variant.scenarios[place]?.valueVnd,
        )
      );
    }),
  ),
  property(
    "nobody's worst case lies above what it may expect, below its cap, or above 0 without a share of the profit",
    fc.property(someVariant, (variant) =>
      weighed(variant).parties.every(({ expected }, place) => {
        const party = variant.parties[place];
        if (!expected || !party) return false;
        const floor = party.capVnd === null ? null : -party.capVnd;
        return (
          expected.worstVnd <= expected.payoffVnd + 1n &&
          (floor === null || expected.worstVnd >= (floor < 0n ? floor : 0n)) &&
          (party.riskPpm > 0 || expected.worstVnd >= 0n) &&
          (party.profitPpm > 0 || expected.worstVnd <= 0n)
        );
      }),
    ),
  ),
  property(
    "over the years the parties, the tiers, the reserve and what losses took are the profits; the flows make the worth",
    fc.property(someVariant, (variant) => {
      const undiscounted = weighed({ ...variant, discountPpm: 0 });
      const paid = total(
        undiscounted.parties.flatMap(({ worth: one }) => (one ? [total(one.flowsVnd.slice(1))] : [0n])),
      );
      const gains = total(variant.profitsVnd.map((vnd) => (vnd > 0n ? vnd : 0n)));
      const given = paid + undiscounted.tiersVnd + undiscounted.reserveVnd;
      const whole = undiscounted.whole.worth;
      return (
        given <= gains &&
        (variant.profitsVnd.some((vnd) => vnd < 0n) || given === gains) &&
        (whole === null || whole.npvVnd === paid - variant.capitalVnd) &&
        undiscounted.parties.every(({ worth: one }) => one === null || one.npvVnd === total(one.flowsVnd))
      );
    }),
  ),
  property(
    "the year of break-even is the first one at whose end what was paid in has come back",
    fc.property(someVariant, (variant) =>
      weighed(variant).parties.every(({ worth: one, capitalVnd }) => {
        if (!one) return variant.profitsVnd.length === 0;
        const after = (years: number) => total(one.flowsVnd.slice(0, years + 1));
        if (one.breakEven === "NO_CAPITAL") return capitalVnd === 0n;
        if (one.breakEven === "NEVER") return variant.profitsVnd.every((_vnd, place) => after(place + 1) < 0n);
        return after(one.breakEven) >= 0n && (one.breakEven === 1 || after(one.breakEven - 1) < 0n);
      }),
    ),
  ),
];
