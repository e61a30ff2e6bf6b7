import {
  type CoalitionGame,
  checkGame,
  type GameFault,
} from "#app/domain/partnerships/calculations/bargaining/coalition-game.ts";
import { floorDivide } from "#app/domain/partnerships/calculations/exact.ts";
import { asShares, type PartyAmount } from "#app/domain/partnerships/calculations/parties.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";

export type ShapleyShares = {
  /** makes the worth of everybody together, to the đồng */
  values: PartyAmount[];
  /** by the exact values; null where one of them is below 0 or the whole is 0 */
  shares: ShareLine[] | null;
};

/**
 * What each party adds on average over all orders in which they could join: a help for negotiating, never a score.
 * Exact in n!-ths of a đồng, then whole đồng by largest remainder (ties: the larger value, then the earlier party;
 * a negative whole mirrors a positive one). Refuses what `checkGame` refuses.
 * Source: docs/domain.md, "Shapley value and core".
 */
export function shapleyValues(game: CoalitionGame): Outcome<ShapleyShares, GameFault> {
  const checked = checkGame(game);
  if (!checked.ok) return checked;
  const { parties, worthVnd } = game;
  const orders = factorial(parties.length);
  const exact = parties.map((_party, bit) => sumOverOrders(worthVnd, bit, parties.length));
  const whole = worthVnd.at(-1) ?? 0n;
  const parts = whole < 0n ? roundTo(-whole, exact.map(negative), orders).map(negative) : roundTo(whole, exact, orders);
  const hasShares = whole > 0n && exact.every((value) => value >= 0n);
  return done({
    values: parties.map((party, place) => ({ party, amountVnd: parts[place] ?? 0n })),
    shares: hasShares ? asShares(parties, exact) : null,
  });
}

/** n! times the value of a party: what it adds to each coalition, times the orders in which it joins just then. */
function sumOverOrders(worthVnd: readonly bigint[], bit: number, count: number): bigint {
  return worthVnd.reduce((sum, worth, place) => {
    if (place & (1 << bit)) return sum;
    const before = bitsOf(place);
    const added = (worthVnd[place | (1 << bit)] ?? 0n) - worth;
    return sum + added * factorial(before) * factorial(count - before - 1);
  }, 0n);
}

/** Whole numbers that make the whole: everyone gets the floor, the rest goes to the largest remainders. */
function roundTo(whole: bigint, exact: readonly bigint[], denominator: bigint): bigint[] {
  const floors = exact.map((value) => floorDivide(value, denominator));
  const left = whole - floors.reduce((sum, floor) => sum + floor, 0n);
  const remainder = (place: number) => (exact[place] ?? 0n) - (floors[place] ?? 0n) * denominator;
  const order = exact
    .map((_value, place) => place)
    .sort((a, b) => descending(remainder(a), remainder(b)) || descending(exact[a] ?? 0n, exact[b] ?? 0n) || a - b);
  const winners = new Set(order.slice(0, Number(left)));
  return floors.map((floor, place) => (winners.has(place) ? floor + 1n : floor));
}

function descending(a: bigint, b: bigint): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

function factorial(count: number): bigint {
  return count < 2 ? 1n : BigInt(count) * factorial(count - 1);
}

function bitsOf(place: number): number {
  return place === 0 ? 0 : (place & 1) + bitsOf(place >> 1);
}

function negative(value: bigint): bigint {
  return -value;
}
