import { must, screenAs, submitInitiative } from "#app/demo/initiatives.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { declareNoConflict } from "#app/domain/initiatives/council/declare-no-conflict.server.ts";
import { openEvaluation } from "#app/domain/initiatives/council/open-evaluation.server.ts";
import { findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { findInitiative } from "#app/domain/initiatives/queries.server.ts";
import { findReview } from "#app/domain/initiatives/review/queries.server.ts";
import type { aCast } from "./initiative-cast.ts";

type Cast = Awaited<ReturnType<typeof aCast>>;

/** A file under evaluation by these people, before any of them has declared. */
export async function namedFor(cast: Cast, people: readonly Actor[]): Promise<string> {
  const code = await submitInitiative(cast.proposer);
  await screenAs(cast, code);
  must(await openEvaluation(cast.chair, code, { evaluatorIds: people.map(({ personId }) => personId) }));
  return code;
}

/** A file under evaluation by these people, who have declared. */
export async function underEvaluationBy(cast: Cast, people: readonly Actor[]): Promise<string> {
  const code = await namedFor(cast, people);
  for (const one of people) must(await declareNoConflict(one, code));
  return code;
}

/** Whatever of its scores and comments the public, the author and everybody in office can see now, as one text. */
export async function scoresSeenOf(cast: Cast, code: string): Promise<string> {
  const readers = [null, cast.proposer, cast.intake, cast.intakeHead, cast.chair, cast.steering];
  const seen: unknown[] = [];
  for (const reader of readers) {
    seen.push((await findInitiative(reader, code))?.scores);
    if (!reader) continue;
    const file = await findCase(reader, code);
    seen.push(file?.scores, file?.comments, (await findReview(reader, code))?.comments);
  }
  return JSON.stringify(seen);
}
