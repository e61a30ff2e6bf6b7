import fc from "fast-check";
import { allocate } from "#app/domain/partnerships/allocation.ts";
import { total as sum } from "#test/support/partnerships/made-up.ts";
import { type Property, property } from "#test/support/properties.ts";

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 50 })
  .filter((list) => list.some((weight) => weight > 0n));

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, place) => value === other[place]);
}

export const ALLOCATION_PROPERTIES: readonly Property[] = [
  property(
    "the parts add up to the total, whatever the total and the weights",
    fc.property(amount, weights, (total, list) => sum(allocate(total, list)) === total),
  ),
  property(
    "no part is further than one unit from its exact share",
    fc.property(amount, weights, (total, list) => {
      const whole = sum(list);
      return allocate(total, list).every((part, place) => {
        const difference = part * whole - total * (list[place] ?? 0n);
        return difference < whole && difference > -whole;
      });
    }),
  ),
  property(
    "who has no weight gets nothing",
    fc.property(amount, weights, (total, list) =>
      allocate(total, list).every((part, place) => list[place] !== 0n || part === 0n),
    ),
  ),
  property(
    "a loss is the mirror of the same gain",
    fc.property(amount, weights, (total, list) =>
      isSame(
        allocate(-total, list),
        allocate(total, list).map((part) => -part),
      ),
    ),
  ),
  property(
    "the order of parties changes who, among equal weights only",
    fc.property(amount, weights, (total, list) => {
      const reversed = allocate(total, [...list].reverse()).reverse();
      const pairs = (parts: bigint[]) => parts.map((part, place) => `${list[place]}:${part}`).sort();
      return isSame(pairs(reversed), pairs(allocate(total, list)));
    }),
  ),
  property(
    "a larger weight never gets less",
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), weights, (total, list) => {
      const parts = allocate(total, list).map((part, place) => ({ part, weight: list[place] ?? 0n }));
      return parts.every((a) => parts.every((b) => a.weight <= b.weight || a.part >= b.part));
    }),
  ),
];
