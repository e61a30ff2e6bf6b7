import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

/**
 * What each coalition of parties could reach alone, in đồng. The place of a coalition in `worthVnd` is the binary
 * number in which bit i stands for party i: 0 is nobody, 2^n − 1 everybody.
 */
export type CoalitionGame = { parties: readonly string[]; worthVnd: readonly bigint[] };

export type GameFault = "TOO_FEW_PARTIES" | "TOO_MANY_PARTIES" | "COALITION_MISSING" | "EMPTY_COALITION_WORTH";

const FEWEST_PARTIES = 2;
const MOST_PARTIES = 10;

/** Refuses a game of fewer than 2 or more than 10 parties, with a coalition missing, or where nobody is worth something. */
export function checkGame(game: CoalitionGame): Outcome<CoalitionGame, GameFault> {
  const { parties, worthVnd } = game;
  if (parties.length < FEWEST_PARTIES) return refuse("TOO_FEW_PARTIES", { params: { min: FEWEST_PARTIES } });
  if (parties.length > MOST_PARTIES) return refuse("TOO_MANY_PARTIES", { params: { max: MOST_PARTIES } });
  if (worthVnd.length !== 1 << parties.length) return refuse("COALITION_MISSING");
  if (worthVnd[0] !== 0n) return refuse("EMPTY_COALITION_WORTH");
  return done(game);
}

/** The parties of the coalition at a place, in their order. */
export function membersAt(parties: readonly string[], place: number): string[] {
  return parties.filter((_party, bit) => place & (1 << bit));
}
