import fc from "fast-check";
import { type CoalitionGame, membersAt } from "#app/domain/partnerships/calculations/bargaining/coalition-game.ts";
import { blockingCoalitions } from "#app/domain/partnerships/calculations/bargaining/core.ts";
import { shapleyValues } from "#app/domain/partnerships/calculations/bargaining/shapley.ts";
import { anySum, someShares, total, vndOf, worth } from "#test/support/partnerships/made-up.ts";
import { type Property, property } from "#test/support/properties.ts";

const NAMES = ["STATE", "SCHOOL", "ENT1", "ENT2", "FUND"];

const someGame: fc.Arbitrary<CoalitionGame> = fc
  .integer({ min: 2, max: NAMES.length })
  .chain((count) =>
    fc
      .array(anySum, { minLength: 2 ** count - 1, maxLength: 2 ** count - 1 })
      .map((values) => ({ parties: NAMES.slice(0, count), worthVnd: [0n, ...values] })),
  );

/** Games in which only the size of a coalition counts. */
const evenGame: fc.Arbitrary<CoalitionGame> = fc.integer({ min: 2, max: NAMES.length }).chain((count) =>
  fc.array(anySum, { minLength: count, maxLength: count }).map((bySize) => ({
    parties: NAMES.slice(0, count),
    worthVnd: Array.from({ length: 2 ** count }, (_, place) => bySize[membersAt(NAMES, place).length - 1] ?? 0n),
  })),
);

/** Every order in which parties may join. */
function ordersOf(places: readonly number[]): number[][] {
  if (places.length < 2) return [[...places]];
  return places.flatMap((first) => ordersOf(places.filter((place) => place !== first)).map((rest) => [first, ...rest]));
}

/** What a party adds, summed over every order: the definition itself. */
function addedInAllOrders({ parties, worthVnd }: CoalitionGame, party: number): { sum: bigint; orders: bigint } {
  const orders = ordersOf(parties.map((_name, place) => place));
  const added = orders.map((order) => {
    const before = order.slice(0, order.indexOf(party)).reduce((mask, place) => mask | (1 << place), 0);
    return (worthVnd[before | (1 << party)] ?? 0n) - (worthVnd[before] ?? 0n);
  });
  return { sum: total(added), orders: BigInt(orders.length) };
}

export const BARGAINING_PROPERTIES: readonly Property[] = [
  property(
    "Shapley values make the worth of everybody together, and their shares the whole",
    fc.property(someGame, (game) => {
      const { values, shares } = worth(shapleyValues(game));
      const whole = shares?.reduce((sum, { ppm }) => sum + ppm, 0) ?? 1_000_000;
      return total(vndOf(values)) === game.worthVnd.at(-1) && whole === 1_000_000;
    }),
  ),
  property(
    "a Shapley value is what the party adds on average over all orders, to within a đồng",
    fc.property(someGame, (game) =>
      worth(shapleyValues(game)).values.every(({ amountVnd }, place) => {
        const { sum, orders } = addedInAllOrders(game, place);
        const difference = amountVnd * orders - sum;
        return difference < orders && difference > -orders;
      }),
    ),
  ),
  property(
    "parties that add the same get the same, but for a left-over đồng to the earlier",
    fc.property(evenGame, (game) => {
      const { values, shares } = worth(shapleyValues(game));
      const apart = vndOf(values).map((value) => (vndOf(values)[0] ?? 0n) - value);
      const isMirrored = (game.worthVnd.at(-1) ?? 0n) < 0n;
      const isFair = apart.every((difference) => difference === 0n || difference === (isMirrored ? -1n : 1n));
      return isFair && (shares?.every(({ ppm }) => (shares[0]?.ppm ?? 0) - ppm <= 1) ?? true);
    }),
  ),
  property(
    "a party that adds nothing to any coalition gets nothing",
    fc.property(someGame, ({ parties, worthVnd }) => {
      const idle = { parties: [...parties, "IDLE"], worthVnd: [...worthVnd, ...worthVnd] };
      return worth(shapleyValues(idle)).values.at(-1)?.amountVnd === 0n;
    }),
  ),
  property(
    "where coalitions are worth what their members bring, sharing by that is blocked by nobody",
    fc.property(
      someShares.filter((shares) => shares.length > 1),
      fc.bigInt({ min: 0n, max: 10n ** 10n }),
      (shares, unit) => {
        const parties = shares.map(({ party }) => party);
        const worthVnd = Array.from({ length: 2 ** parties.length }, (_, place) =>
          membersAt(parties, place).reduce(
            (sum, name) => sum + BigInt(shares.find((it) => it.party === name)?.ppm ?? 0),
            0n,
          ),
        ).map((sum) => sum * unit);
        const game = { parties, worthVnd };
        const dearer = { parties, worthVnd: worthVnd.map((value, place) => (place === 1 ? value + 1n : value)) };
        return (
          worth(blockingCoalitions(game, shares)).length === 0 &&
          worth(blockingCoalitions(dearer, shares)).every(
            (members) => members.length === 1 && members[0] === parties[0],
          )
        );
      },
    ),
  ),
];
