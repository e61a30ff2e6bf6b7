import type { PartyAmount } from "#app/domain/partnerships/calculations/parties.ts";
import type { ShareLine } from "#app/domain/partnerships/share-schedule.ts";

/** Amounts as the API has them, `{ STATE: "1000" }`, in the order received. */
export function readAmounts(amounts: Readonly<Record<string, string>>): PartyAmount[] {
  return Object.entries(amounts).map(([party, text]) => ({ party, amountVnd: BigInt(text) }));
}

/** Shares as the API has them, `{ STATE: 400000 }`, in the order received. */
export function readShares(shares: Readonly<Record<string, number>>): ShareLine[] {
  return Object.entries(shares).map(([party, ppm]) => ({ party, ppm }));
}

export function writeAmounts(amounts: readonly PartyAmount[]): Record<string, string> {
  return Object.fromEntries(amounts.map(({ party, amountVnd }) => [party, amountVnd.toString()]));
}

export function writeShares(shares: readonly ShareLine[]): Record<string, number> {
  return Object.fromEntries(shares.map(({ party, ppm }) => [party, ppm]));
}

/** The same values in the order of these parties. */
export function inOrder<Value>(
  values: Readonly<Record<string, Value>>,
  parties: readonly string[],
): Record<string, Value> {
  const known = new Map(Object.entries(values));
  return Object.fromEntries(
    parties.flatMap((party) => {
      const value = known.get(party);
      return value === undefined ? [] : [[party, value]];
    }),
  );
}
