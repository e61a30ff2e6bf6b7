import { z } from "zod";
import {
  type CoalitionGame,
  checkGame,
  membersAt,
} from "#app/domain/partnerships/calculations/bargaining/coalition-game.ts";
import { blockingCoalitions } from "#app/domain/partnerships/calculations/bargaining/core.ts";
import { shapleyValues } from "#app/domain/partnerships/calculations/bargaining/shapley.ts";
import {
  label,
  MOST_PARTIES,
  party,
  ppm,
  sharesOfWhole,
  sumVndText,
  vndText,
} from "#app/domain/partnerships/simulations/fields.ts";
import { readShares, writeAmounts, writeShares } from "#app/domain/partnerships/simulations/party-json.ts";
import { at, simulation } from "#app/domain/partnerships/simulations/simulation.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { say } from "#app/platform/typed.ts";

const NOBODY = "EMPTY";
const MOST_COALITIONS = 1024;

const coalition = z
  .string()
  .max(400)
  .refine((key) => key === NOBODY || isSortedOnce(key.split("+")), say("refusals:COALITION_UNREADABLE"));

/** What each party adds, and which coalitions would rather go alone. */
export const shapley = simulation(
  z.strictObject({
    v: z.record(coalition, vndText).refine((v) => Object.keys(v).length <= MOST_COALITIONS, {
      message: say("refusals:TOO_MANY_PARTIES", { max: 10 }),
    }),
    candidates: z
      .array(z.strictObject({ name: label, profitPpm: sharesOfWhole }))
      .max(MOST_PARTIES)
      .nullish(),
  }),
  z.object({
    shapleyVnd: z.record(party, sumVndText),
    shapleyPpm: z.record(party, ppm).nullable(),
    core: z.array(z.object({ name: label, blockedBy: z.array(z.string()) })),
  }),
  ({ v, candidates }) => {
    const game = readGame(v);
    if (!game.ok) return game;
    const value = shapleyValues(game.value);
    if (!value.ok) return at(value, "v");
    const core: { name: string; blockedBy: string[] }[] = [];
    for (const [place, { name, profitPpm }] of (candidates ?? []).entries()) {
      const blocking = blockingCoalitions(game.value, readShares(profitPpm));
      if (!blocking.ok) return at(blocking, `candidates.${place}.profitPpm`);
      core.push({ name, blockedBy: blocking.value.map(keyOf).sort() });
    }
    const { values, shares } = value.value;
    return done({ shapleyVnd: writeAmounts(values), shapleyPpm: shares && writeShares(shares), core });
  },
);

/** Names of parties in ascending order, each once. */
function isSortedOnce(names: readonly string[]): boolean {
  return names.every(
    (name, place) => party.safeParse(name).success && (place === 0 || (names[place - 1] ?? "") < name),
  );
}

function keyOf(members: readonly string[]): string {
  return members.length === 0 ? NOBODY : [...members].sort().join("+");
}

/** The game that the values by coalition tell; parties in the order in which they are first named. */
function readGame(v: Readonly<Record<string, string>>): Outcome<CoalitionGame> {
  const given = new Map(Object.entries(v));
  const parties = [...new Set([...given.keys()].filter((key) => key !== NOBODY).flatMap((key) => key.split("+")))];
  const bounds = checkGame({ parties, worthVnd: [] });
  if (!bounds.ok && bounds.code !== "COALITION_MISSING") return at(bounds, "v");
  const worthVnd: bigint[] = [];
  for (let place = 0; place < 1 << parties.length; place += 1) {
    const key = keyOf(membersAt(parties, place));
    const worth = given.get(key);
    if (worth === undefined) return refuse("COALITION_MISSING", { field: `v.${key}`, params: { coalition: key } });
    worthVnd.push(BigInt(worth));
  }
  const game = checkGame({ parties, worthVnd });
  return game.ok ? game : at(game, `v.${NOBODY}`);
}
