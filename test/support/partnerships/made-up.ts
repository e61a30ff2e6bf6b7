import fc from "fast-check";
import { asShares, type PartyAmount } from "#app/domain/partnerships/calculations/parties.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import type { Outcome } from "#app/platform/outcome.ts";

const NAMES = ["STATE", "SCHOOL", "ENT1", "ENT2", "FUND", "LAB", "CITY", "BANK"];

export const anAmount = fc.bigInt({ min: 0n, max: 10n ** 16n });
export const anySum = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n });
export const aRate = fc.integer({ min: 0, max: 1_000_000 });

/** Tables of shares that make the whole; some parties have nothing. */
export const someShares: fc.Arbitrary<ShareLine[]> = sharesOf(1);

/** The same with no two equal shares, so that no tie is left to the order. */
export const distinctShares: fc.Arbitrary<ShareLine[]> = sharesOf(2).filter(
  (shares) => new Set(shares.map(({ ppm }) => ppm)).size === shares.length,
);

function sharesOf(fewest: number): fc.Arbitrary<ShareLine[]> {
  return fc
    .array(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(1_000_000) }), {
      minLength: fewest,
      maxLength: NAMES.length,
    })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => asShares(NAMES.slice(0, weights.length), weights));
}

/** An amount for each of the parties of a table, from one list of amounts that is used around. */
export function amountsFor(shares: readonly ShareLine[], amounts: readonly bigint[]): PartyAmount[] {
  return shares.map(({ party }, place) => ({ party, amountVnd: amounts[place % amounts.length] ?? 0n }));
}

export function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

export function vndOf(lines: readonly PartyAmount[]): bigint[] {
  return lines.map(({ amountVnd }) => amountVnd);
}

/** The lines by party, whatever their order. */
export function sorted<Line extends { party: string }>(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => (a.party < b.party ? -1 : 1));
}

/** What went well; a refusal fails the test with its code. */
export function worth<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
  return outcome.value;
}

/** The same value as `jsonb` gives it back: lists keep their order, the fields of an object do not. */
export function asJsonbReturns<Value>(value: Value): Value;
export function asJsonbReturns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => asJsonbReturns(one));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, one]) => [name, asJsonbReturns(one)]));
}
