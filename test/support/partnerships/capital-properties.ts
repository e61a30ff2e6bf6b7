import fc from "fast-check";
import { type DatedAmount, disbursementOn } from "#app/domain/partnerships/calculations/capital/disbursement.ts";
import { sharesAfterExit } from "#app/domain/partnerships/calculations/capital/exit.ts";
import { internalRateOfReturn } from "#app/domain/partnerships/calculations/capital/internal-rate.ts";
import { netPresentValue } from "#app/domain/partnerships/calculations/capital/net-present-value.ts";
import { type CapitalChange, paidInOn } from "#app/domain/partnerships/calculations/capital/paid-in.ts";
import { halfEven } from "#app/domain/partnerships/calculations/exact.ts";
import { anAmount, anySum, someShares, total, vndOf, worth } from "#test/support/partnerships/made-up.ts";
import { type Property, property } from "#test/support/properties.ts";

const aDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, "0")}`);
const aParty = fc.constantFrom("STATE", "SCHOOL", "ENT1", "ENT2");

/** Capital that is only paid in, in order of days. */
const someChanges: fc.Arbitrary<CapitalChange[]> = fc
  .array(fc.record({ on: aDay, party: aParty, amountVnd: anAmount }), { minLength: 1, maxLength: 20 })
  .map((paid) => paid.map(({ on, party, amountVnd }) => ({ on, changes: [{ party, amountVnd }] })))
  .map((changes) => changes.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on))));

const someDated: fc.Arbitrary<DatedAmount[]> = fc.array(fc.record({ on: aDay, amountVnd: anAmount }), {
  maxLength: 20,
});
const someFlows = fc.array(fc.oneof(fc.constant(0n), anySum), { minLength: 1, maxLength: 30 });

export const CAPITAL_PROPERTIES: readonly Property[] = [
  property(
    "balances are what was paid in until the day, and their shares make the whole",
    fc.property(someChanges, aDay, (changes, day) => {
      const [known] = worth(paidInOn(changes, [day]));
      const paid = changes.filter(({ on }) => on <= day).flatMap((change) => vndOf(change.changes));
      if (!known || known.totalVnd !== total(paid) || total(vndOf(known.balances)) !== total(paid)) return false;
      return known.shares === null ? known.totalVnd === 0n : sumPpm(known.shares) === 1_000_000;
    }),
  ),
  property(
    "who has paid in nothing has no share",
    fc.property(someChanges, aDay, (changes, day) => {
      const [known] = worth(paidInOn(changes, [day]));
      return known?.shares?.every(({ ppm }, place) => known.balances[place]?.amountVnd !== 0n || ppm === 0) ?? true;
    }),
  ),
  property(
    "a transfer and its return on the same day change nothing",
    fc.property(someChanges, anAmount, (changes, amountVnd) => {
      const on = "2026-02-28";
      const there = {
        on,
        changes: [
          { party: "STATE", amountVnd: -amountVnd },
          { party: "SCHOOL", amountVnd },
        ],
      };
      const back = {
        on,
        changes: [
          { party: "SCHOOL", amountVnd: -amountVnd },
          { party: "STATE", amountVnd },
        ],
      };
      const balance = (events: CapitalChange[], party: string) =>
        worth(paidInOn(events, [on]))[0]?.balances.find((line) => line.party === party)?.amountVnd ?? 0n;
      return ["STATE", "SCHOOL"].every((it) => balance([...changes, there, back], it) === balance(changes, it));
    }),
  ),
  property(
    "disbursement does not depend on the order of the lists, and what is late is planned and not paid",
    fc.property(someDated, someDated, aDay, (plan, actual, day) => {
      const told = disbursementOn(day, plan, actual);
      const again = disbursementOn(day, [...plan].reverse(), [...actual].reverse());
      const gap = told.plannedCumVnd - told.actualCumVnd;
      const same = Object.values(told).every((value, place) => value === Object.values(again)[place]);
      return (
        same &&
        told.arrearsVnd === (gap > 0n ? gap : 0n) &&
        (told.absorptionPpm === null) === (told.plannedCumVnd === 0n)
      );
    }),
  ),
  property(
    "after an exit the shares of those who stay make the whole again, and nobody of them loses",
    fc.property(someShares, fc.nat(), (before, seed) => {
      const leaver = before[seed % before.length]?.party ?? "";
      const after = sharesAfterExit(before, leaver);
      const staying = before.filter(({ party }) => party !== leaver);
      if (!after.ok) return after.code === "NOTHING_TO_SHARE" && staying.every(({ ppm }) => ppm === 0);
      return (
        sumPpm(after.value) === 1_000_000 &&
        after.value.every(({ party, ppm }, place) => {
          const was = staying[place];
          return was?.party === party && ppm >= was.ppm && (was.ppm > 0 || ppm === 0);
        })
      );
    }),
  ),
  property(
    "the value at a rate of nothing is the sum of the flows",
    fc.property(someFlows, (flows) => netPresentValue(flows, 0) === total(flows)),
  ),
  property(
    "what comes a year later is worth that much less",
    fc.property(someFlows, fc.integer({ min: -900_000, max: 5_000_000 }), (flows, rate) => {
      const later = netPresentValue([0n, ...flows], rate);
      const discounted = halfEven(netPresentValue(flows, rate) * 1_000_000n, 1_000_000n + BigInt(rate));
      const distance = later > discounted ? later - discounted : discounted - later;
      return distance <= halfEven(1_000_000n, 1_000_000n + BigInt(rate)) + 1n;
    }),
  ),
  property(
    "flows have a rate of return exactly when their sign changes once, and it lies within half a millionth of the root",
    fc.property(someFlows, (flows) => {
      const rate = internalRateOfReturn(flows);
      const signs = flows.filter((flow) => flow !== 0n).map((flow) => flow > 0n);
      const changes = signs.filter((sign, place) => place > 0 && sign !== signs[place - 1]).length;
      if (rate === null) return changes !== 1;
      const below = signOfValue(flows, 2n * rate - 1n);
      return changes === 1 && (below === null || below * (signOfValue(flows, 2n * rate + 1n) ?? 0n) <= 0n);
    }),
  ),
  property(
    "one payment and one return have the rate that a division tells",
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 16n }), fc.bigInt({ min: 1n, max: 10n ** 16n }), (paid, back) => {
      return internalRateOfReturn([-paid, back]) === halfEven((back - paid) * 1_000_000n, paid);
    }),
  ),
];

/** Sign of the flows' value at a rate in half-millionths, by powers; null at −100 % and below, where there is none. */
function signOfValue(flows: readonly bigint[], halves: bigint): bigint | null {
  const base = 2_000_000n + halves;
  if (base <= 0n) return null;
  const last = flows.length - 1;
  const value = total(flows.map((flow, year) => flow * base ** BigInt(last - year) * 2_000_000n ** BigInt(year)));
  return value === 0n ? 0n : value > 0n ? 1n : -1n;
}

function sumPpm(shares: readonly { ppm: number }[]): number {
  return shares.reduce((sum, { ppm }) => sum + ppm, 0);
}
