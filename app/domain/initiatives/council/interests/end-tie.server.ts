import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { isOwnTie } from "./interest.policy.ts";
import type { endTieSchema } from "./interest.schema.ts";

/**
 * Somebody says that a tie of theirs has ended; it counts for some years more and is kept. Refuses ABSENT where no such
 * tie of theirs stands. Source: docs/domain.md, "Council".
 */
export async function endTie(
  actor: Actor,
  { tieId }: z.output<typeof endTieSchema>,
  at = new Date(),
): Promise<Outcome<null, "ABSENT">> {
  // The period is half-open: the tie still stands on the day on which its end is said.
  const toOn = new Date(`${addDays(dayInVietnam(at), 1)}T00:00:00Z`);
  const tie = await db().interestTie.findUnique({ where: { id: tieId }, select: { personId: true } });
  if (!tie || !isOwnTie(actor, tie)) return refuse("ABSENT");
  const { count } = await db().interestTie.updateMany({
    where: { id: tieId, personId: actor.personId, toOn: null },
    data: { toOn },
  });
  return count > 0 ? done(null) : refuse("ABSENT");
}
