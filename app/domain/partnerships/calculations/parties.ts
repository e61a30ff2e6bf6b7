import { allocate, type Weights } from "#app/domain/partnerships/allocation.ts";
import {
  checkShareLines,
  type ScheduleFault,
  type ShareLine,
  WHOLE_PPM,
} from "#app/domain/partnerships/share-schedule.ts";

/** What one party pays, bears or gets, in đồng. Lists stand in the order of the parties, which decides ties. */
export type PartyAmount = { party: string; amountVnd: bigint };

/** Splits đồng by shares in ppm, losing nothing, in the order of the shares. They are not all 0. */
export function splitVnd(totalVnd: bigint, shares: readonly ShareLine[]): PartyAmount[] {
  const parts = allocate(
    totalVnd,
    shares.map((share) => share.ppm),
  );
  return shares.map(({ party }, place) => ({ party, amountVnd: parts[place] ?? 0n }));
}

/** Splits đồng by each party's capital, losing nothing. Where nobody has capital everyone gets 0: then nothing is due. */
export function splitByCapital(totalVnd: bigint, capital: readonly PartyAmount[]): PartyAmount[] {
  if (sumVnd(capital) === 0n) return capital.map(({ party }) => ({ party, amountVnd: 0n }));
  const parts = allocate(
    totalVnd,
    capital.map(({ amountVnd }) => amountVnd),
  );
  return capital.map(({ party }, place) => ({ party, amountVnd: parts[place] ?? 0n }));
}

/** 1 000 000 ppm split by amounts, by largest remainder. The amounts are at least 0 and not all 0. */
export function sharesBy(amounts: readonly PartyAmount[]): ShareLine[] {
  return asShares(
    amounts.map(({ party }) => party),
    amounts.map(({ amountVnd }) => amountVnd),
  );
}

/** 1 000 000 ppm split among parties by weights of any unit, one for each, not all 0. */
export function asShares(parties: readonly string[], weights: Weights): ShareLine[] {
  const parts = allocate(BigInt(WHOLE_PPM), weights);
  return parties.map((party, place) => ({ party, ppm: Number(parts[place] ?? 0n) }));
}

export function sumVnd(amounts: readonly PartyAmount[]): bigint {
  return amounts.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
}

/** The first thing wrong with a table of shares (docs/domain.md, I1 and I2); null when nothing is. */
export function shareFault(shares: readonly ShareLine[]): ScheduleFault | null {
  return checkShareLines(shares)[0] ?? null;
}

/** What stands for a party in a list; undefined where it is not named. */
export function ofParty<Line extends { party: string }>(lines: readonly Line[], party: string): Line | undefined {
  return lines.find((line) => line.party === party);
}

/** Whether two lists name the same parties, each once, in whatever order. */
export function sameParties(one: readonly { party: string }[], other: readonly { party: string }[]): boolean {
  const names = new Set(one.map(({ party }) => party));
  return names.size === one.length && one.length === other.length && other.every(({ party }) => names.has(party));
}

/** Every party named in several lists, in the order in which they are first named. */
export function partiesOf(lists: readonly (readonly { party: string }[])[]): string[] {
  return [...new Set(lists.flatMap((list) => list.map(({ party }) => party)))];
}
