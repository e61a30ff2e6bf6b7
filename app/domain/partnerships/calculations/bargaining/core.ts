import {
  type CoalitionGame,
  checkGame,
  type GameFault,
  membersAt,
} from "#app/domain/partnerships/calculations/bargaining/coalition-game.ts";
import { ofParty, sameParties, shareFault } from "#app/domain/partnerships/calculations/parties.ts";
import type { ScheduleFault, ShareLine } from "#app/domain/partnerships/share-schedule.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";

export type CoreFault = GameFault | ScheduleFault | "PARTIES_DIFFER";

/**
 * The coalitions that would do better alone than with these shares of the worth of everybody together; none of them:
 * the shares lie in the core. Compared exactly, without rounding. Each coalition's parties stand in their order.
 * Refuses what `checkGame` refuses, shares that make no whole, and shares of other parties (PARTIES_DIFFER).
 * Source: docs/domain.md, "Shapley value and core".
 */
export function blockingCoalitions(game: CoalitionGame, shares: readonly ShareLine[]): Outcome<string[][], CoreFault> {
  const checked = checkGame(game);
  if (!checked.ok) return checked;
  const fault = shareFault(shares);
  if (fault) return refuse(fault);
  const { parties, worthVnd } = game;
  if (
    !sameParties(
      parties.map((party) => ({ party })),
      shares,
    )
  )
    return refuse("PARTIES_DIFFER");

  const whole = worthVnd.at(-1) ?? 0n;
  const blocking = worthVnd.flatMap((worth, place) => {
    const members = membersAt(parties, place);
    const ppm = members.reduce((sum, party) => sum + BigInt(ofParty(shares, party)?.ppm ?? 0), 0n);
    return ppm * whole < worth * 1_000_000n ? [members] : [];
  });
  return done(blocking);
}
