import fc from "fast-check";
import { bearLoss, type LossBearer } from "#app/domain/partnerships/calculations/risk/bear-loss.ts";
import { expectPayoff, type Scenario, type Stake } from "#app/domain/partnerships/calculations/risk/expected-payoff.ts";
import { distancePpm } from "#app/domain/partnerships/calculations/risk/fairness.ts";
import { type Risk, registerShares } from "#app/domain/partnerships/calculations/risk/risk-register.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import {
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

function bearersFor(shares: readonly ShareLine[]): fc.Arbitrary<LossBearer[]> {
  const limits = fc.record({ capVnd: fc.option(anAmount), priorVnd: anAmount });
  return fc.array(limits, { minLength: shares.length, maxLength: shares.length }).map((given) =>
    shares.map(({ party, ppm }, place) => ({
      ...{ party, riskPpm: ppm, capVnd: given[place]?.capVnd ?? null, priorVnd: given[place]?.priorVnd ?? 0n },
    })),
  );
}

function roomOf({ capVnd, priorVnd = 0n }: LossBearer): bigint | null {
  if (capVnd === null) return null;
  return capVnd > priorVnd ? capVnd - priorVnd : 0n;
}

const someBearers = someShares.chain(bearersFor);

/** Stakes and scenarios that fit together; the same table serves for risk, turned around. */
const someExpectation: fc.Arbitrary<{ stakes: Stake[]; scenarios: Scenario[] }> = someBearers.chain((bearers) =>
  fc.record({
    stakes: fc.array(anAmount, { minLength: 1 }).map((capital) =>
      bearers.map((bearer, place) => ({
        party: bearer.party,
        profitPpm: bearers.at(-1 - place)?.riskPpm ?? 0,
        riskPpm: bearer.riskPpm,
        capitalVnd: capital[place % capital.length] ?? 0n,
        capVnd: bearer.capVnd,
      })),
    ),
    scenarios: someShares.chain((chances) =>
      fc
        .array(anySum, { minLength: chances.length, maxLength: chances.length })
        .map((values) =>
          chances.map(({ party, ppm }, place) => ({ name: party, probabilityPpm: ppm, valueVnd: values[place] ?? 0n })),
        ),
    ),
  }),
);

const someRisks: fc.Arbitrary<Risk[]> = fc.array(
  fc.record({ probabilityPpm: aRate, impactVnd: anAmount, allocation: someShares }),
  { minLength: 1, maxLength: 12 },
);

export const RISK_PROPERTIES: readonly Property[] = [
  property(
    "what the parties bear and what nobody can is the loss",
    fc.property(anAmount, someBearers, (lossVnd, bearers) => {
      const { lines, unallocatedVnd } = worth(bearLoss(lossVnd, bearers));
      return total(vndOf(lines)) + unallocatedVnd === lossVnd && unallocatedVnd >= 0n;
    }),
  ),
  property(
    "nobody bears more than its room, nobody without a risk share bears anything",
    fc.property(anAmount, someBearers, (lossVnd, bearers) =>
      worth(bearLoss(lossVnd, bearers)).lines.every(({ amountVnd }, place) => {
        const bearer = bearers[place];
        const room = bearer ? roomOf(bearer) : 0n;
        return amountVnd >= 0n && (room === null || amountVnd <= room) && (bearer?.riskPpm !== 0 || amountVnd === 0n);
      }),
    ),
  ),
  property(
    "something stays unallocated only when everybody with a risk share bears all that it can",
    fc.property(anAmount, someBearers, (lossVnd, bearers) => {
      const { lines, unallocatedVnd, rounds } = worth(bearLoss(lossVnd, bearers));
      if (rounds < 1 || rounds > bearers.length) return false;
      return (
        unallocatedVnd === 0n ||
        bearers.every((bearer, place) => bearer.riskPpm === 0 || lines[place]?.amountVnd === roomOf(bearer))
      );
    }),
  ),
  property(
    "without caps a loss is split by the risk shares in one go",
    fc.property(anAmount, someShares, (lossVnd, shares) => {
      const bearers = shares.map(({ party, ppm }) => ({ party, riskPpm: ppm, capVnd: null }));
      const { lines, rounds } = worth(bearLoss(lossVnd, bearers));
      const isNear = (amountVnd: bigint, ppm: number) => {
        const difference = amountVnd * 1_000_000n - lossVnd * BigInt(ppm);
        return difference > -1_000_000n && difference < 1_000_000n;
      };
      return rounds === 1 && lines.every(({ amountVnd }, place) => isNear(amountVnd, shares[place]?.ppm ?? 0));
    }),
  ),
  property(
    "with distinct risk shares the order of parties decides nothing",
    fc.property(anAmount, distinctShares.chain(bearersFor), (lossVnd, bearers) => {
      const one = sorted(worth(bearLoss(lossVnd, bearers)).lines);
      const other = sorted(worth(bearLoss(lossVnd, [...bearers].reverse())).lines);
      return vndOf(one).every((vnd, place) => vnd === vndOf(other)[place]);
    }),
  ),
  property(
    "a stored loss gives the stored lines again, in whatever order the database gives back the fields of an object",
    fc.property(anAmount, someBearers, (lossVnd, bearers) => {
      const stored = worth(bearLoss(lossVnd, bearers)).lines;
      const again = worth(bearLoss(lossVnd, asJsonbReturns(bearers))).lines;
      return again.every(
        ({ party, amountVnd }, at) => stored[at]?.party === party && stored[at]?.amountVnd === amountVnd,
      );
    }),
  ),
  property(
    "in every scenario the payoffs, less what nobody can bear, are its value",
    fc.property(someExpectation, ({ stakes, scenarios }) =>
      worth(expectPayoff(stakes, scenarios)).scenarios.every(
        ({ payoff, unallocatedVnd }, place) => total(vndOf(payoff)) - unallocatedVnd === scenarios[place]?.valueVnd,
      ),
    ),
  ),
  property(
    "the expected total is the sum of the expectations; who has neither profit nor risk expects nothing",
    fc.property(someExpectation, ({ stakes, scenarios }) => {
      const { parties, totalVnd } = worth(expectPayoff(stakes, scenarios));
      const isIdle = (place: number) => stakes[place]?.profitPpm === 0 && stakes[place]?.riskPpm === 0;
      return (
        total(parties.map(({ payoffVnd }) => payoffVnd)) === totalVnd &&
        parties.every(({ payoffVnd, lossVnd }, place) => lossVnd >= 0n && (!isIdle(place) || payoffVnd === 0n))
      );
    }),
  ),
  property(
    "risk shares from the register make the whole; who bears nothing of any risk has none",
    fc.property(someRisks, (risks) => {
      const derived = registerShares(risks);
      if (!derived.ok) return derived.code === "NOTHING_TO_SHARE";
      const bears = (party: string) =>
        risks.some(({ allocation }) => allocation.some((line) => line.party === party && line.ppm > 0));
      return (
        derived.value.shares.reduce((sum, { ppm }) => sum + ppm, 0) === 1_000_000 &&
        derived.value.shares.every(({ party, ppm }) => bears(party) || ppm === 0)
      );
    }),
  ),
  property(
    "tables of shares lie between nothing and the whole apart, the same both ways",
    fc.property(someShares, someShares, (one, other) => {
      const distance = distancePpm(one, other);
      return (
        Number.isSafeInteger(distance) &&
        distance >= 0 &&
        distance <= 1_000_000 &&
        distance === distancePpm(other, one) &&
        distancePpm(one, [...one].reverse()) === 0
      );
    }),
  ),
];
