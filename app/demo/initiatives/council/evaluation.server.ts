import { legally } from "#app/demo/accounts.server.ts";
import type { Until, When } from "#app/demo/chronicle.ts";
import { councilOf, type InitiativeCast, scoresOf } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { nameEvaluators } from "#app/domain/initiatives/council/name-evaluator.server.ts";
import { recuse } from "#app/domain/initiatives/council/recuse.server.ts";
import { score } from "#app/domain/initiatives/council/score.server.ts";
import { openSecondRound } from "#app/domain/initiatives/council/second-round.server.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import { db } from "#prisma/client.server.ts";
import type { Fate } from "../plan.ts";
import { COMMENTS } from "../words.ts";
import { COUNCIL_WORDS } from "./words.ts";

type Evaluated = { cast: InitiativeCast; code: string; track: Track; fate: Fate; index: number };

/** From the first ballot to the last of an open council, days after the beginning: some leave, some are far apart. */
export async function tellScoring(told: Evaluated, when: When, until: Until): Promise<void> {
  const { cast, code, track, fate, index } = told;
  const council = fate.recuses ? await replaceLast(told, when, until) : councilOf(cast, track);
  const isUnfinished = fate.ends === "UNDER_EVALUATION" && !fate.secondRound && !fate.appeal;
  for (const [place, evaluator] of council.slice(0, isUnfinished ? index % 3 : council.length).entries()) {
    const at = when(16 + place * 2);
    await until(at);
    legally(await declareNoConflict(evaluator, code, at));
    const isLow = fate.ends === "REJECTED" || fate.appeal !== undefined;
    const comment = COMMENTS[isLow ? "low" : "high"][(index + place) % 4] ?? "";
    const usual = scoresOf({ track, points: pointsOf(isLow, index, place), comment }, place);
    legally(await score(evaluator, code, fate.secondRound ? apart(usual, place) : usual, at));
  }
  if (fate.secondRound) await tellSecondRound(told, council, when, until);
}

/** The last of the council steps aside before the file opens, and the chair names somebody in that place. */
async function replaceLast({ cast, code, track }: Evaluated, when: When, until: Until): Promise<Actor[]> {
  const council = councilOf(cast, track);
  const leaving = council.at(-1);
  const coming = cast.evaluators[council.length];
  if (!leaving || !coming) throw new Error("The demonstration has nobody who could come in the place of somebody.");
  await until(when(15));
  legally(await recuse(leaving, code, { ground: "SUPERVISOR", reason: COUNCIL_WORDS.recusal }, when(15)));
  const seat = await db().evaluationSeat.findFirstOrThrow({
    where: { personId: leaving.personId, recusedAt: { not: null }, evaluation: { initiative: { code } } },
    select: { id: true },
  });
  await until(when(16));
  const naming = { evaluatorIds: [coming.personId], replacesSeatId: seat.id };
  legally(await nameEvaluators(cast.chair, code, naming, when(16)));
  return [...council.slice(0, -1), coming];
}

type Scores = ReturnType<typeof scoresOf>;

/** On the first criterion the members of a council tell different stories. */
function apart(scores: Scores, place: number): Scores {
  const values = [92, 64, 41];
  return scores.map((one, criterion) =>
    criterion === 0 ? { ...one, value: values[place] ?? 60, comment: COUNCIL_WORDS.apart[place] ?? one.comment } : one,
  );
}

/** The chair asks again about what the council is apart on; of a round that is still open only one ballot is in. */
async function tellSecondRound(
  { cast, code, track, fate }: Evaluated,
  council: readonly Actor[],
  when: When,
  until: Until,
): Promise<void> {
  await until(when(21));
  const { criteria } = legally(await openSecondRound(cast.chair, code, when(21)));
  for (const [place, evaluator] of council.slice(0, fate.secondRound === "open" ? 1 : council.length).entries()) {
    const at = when(22 + place);
    await until(at);
    const comment = COUNCIL_WORDS.again[place] ?? "";
    const again = scoresOf({ track, comment }, place).filter(({ criterion }) => criteria.includes(criterion));
    legally(
      await score(
        evaluator,
        code,
        again.map((one) => ({ ...one, value: 76 - place * 3 })),
        at,
      ),
    );
  }
}

function pointsOf(isLow: boolean, index: number, place: number): number[] {
  const base = isLow ? 52 : 78;
  return Array.from({ length: 5 }, (_, criterion) => base + ((index * 5 + place * 3 + criterion * 7) % 17) - 6);
}
