import type { z } from "zod";
import { type Actor, ROLES } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { addDays, addWorkingDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { mayRequestExtension } from "./extension.policy.ts";
import type { requestExtensionSchema } from "./extension.schema.ts";
import { answeringPosts, LONGEST_EXTENSION_DAYS } from "./extension.ts";
import { holdersOf, lockObligation, subjectOf } from "./internal/locked.server.ts";

export type RequestRefusal =
  | "NOT_FOUND"
  | "NOT_THE_DEBTOR"
  | "CLOCK_ENDED"
  | "CLOCK_STANDS"
  | "ALREADY_OVER"
  | "ALREADY_ASKED"
  | "NOBODY_ANSWERS"
  | "NOT_LATER"
  | "TOO_MUCH_LATER";

/**
 * Whoever owes asks for more time, with a reason, while the clock runs and before it is over. `untilOn` ('YYYY-MM-DD')
 * is the new last day; one off work means the next working day. Nothing moves until somebody else answers, and the
 * request stays on the public record. Returns the day asked for.
 * Refuses: NOT_FOUND; NOT_THE_DEBTOR; CLOCK_ENDED; CLOCK_STANDS; ALREADY_OVER; ALREADY_ASKED while one waits for its
 * answer; NOBODY_ANSWERS; NOT_LATER than what is due now; TOO_MUCH_LATER than half a year.
 * Source: docs/domain.md, "Clocks and working days".
 */
export async function requestExtension(
  actor: Actor,
  id: string,
  input: z.output<typeof requestExtensionSchema>,
  at = new Date(),
): Promise<Outcome<{ untilOn: string }, RequestRefusal>> {
  if (!isUuid(id)) return refuse("NOT_FOUND");
  return inTransaction<{ untilOn: string }, RequestRefusal>(async (tx) => {
    const obligation = await lockObligation(tx, id);
    if (!obligation) return refuse("NOT_FOUND");
    const { debtor, dueOn, originalDueOn } = obligation;
    if (!mayRequestExtension(actor, obligation)) return refuse("NOT_THE_DEBTOR");
    if (obligation.ended) return refuse("CLOCK_ENDED");
    if (obligation.standing) return refuse("CLOCK_STANDS");
    if (dueOn < dayInVietnam(at)) return refuse("ALREADY_OVER");
    if (obligation.open) return refuse("ALREADY_ASKED");
    const posts = answeringPosts(obligation, ROLES);
    if (posts.length === 0) return refuse("NOBODY_ANSWERS");
    if (input.untilOn <= dueOn) return refuse("NOT_LATER", { field: "untilOn" });
    if (input.untilOn > addDays(dueOn, LONGEST_EXTENSION_DAYS))
      return refuse("TOO_MUCH_LATER", { field: "untilOn", params: { days: LONGEST_EXTENSION_DAYS } });
    const untilOn = addWorkingDays(input.untilOn, 0, await loadCalendar(tx));
    await tx.obligationExtension.create({
      data: {
        obligationId: id,
        untilOn: new Date(`${untilOn}T00:00:00Z`),
        reason: input.reason,
        requestedById: actor.personId,
        requestedByRole: debtor.role,
        requestedAt: at,
      },
    });
    const asks = { duty: obligation.kind, until: untilOn, due: dueOn, original: originalDueOn };
    await appendEntry(
      tx,
      {
        kind: "obligation.extension-requested",
        subject: subjectOf(obligation),
        actor: { organisationId: debtor.organisationId, post: debtor.role },
        // why a person asks is theirs; why a body does is public
        payload: debtor.personId === null ? { ...asks, reason: input.reason } : asks,
      },
      at,
    );
    const params = { duty: obligation.kind, until: untilOn, obligation: id };
    const news = { event: "extension.requested", subject: subjectOf(obligation), params, followers: false } as const;
    await tell(tx, { ...news, to: await holdersOf(tx, posts), by: actor.personId }, at);
    return done({ untilOn });
  });
}
