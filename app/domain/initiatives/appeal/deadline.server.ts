import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { addDays, dayInVietnam, isWorkingDay } from "#app/domain/obligations/calendar.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { AppealableState } from "./appeal.ts";

/**
 * The last day on which a rejection can be appealed ('YYYY-MM-DD'): so many days after it was told, and where that is a
 * day off the next working day. Null where the state was never reached. Source: docs/domain.md, "Appeal";
 * initiative.appeal.calendar-days; Civil Code Art. 148.
 */
export async function appealUntil(tx: Tx, initiativeId: string, state: AppealableState): Promise<string | null> {
  const step = await tx.initiativeStep.findFirst({
    where: { initiativeId, toState: state },
    orderBy: { id: "desc" },
    select: { at: true },
  });
  if (!step) return null;
  const on = dayInVietnam(step.at);
  const days = Number(await parameterOn("initiative.appeal.calendar-days", on, tx));
  const calendar = await loadCalendar(tx);
  let until = addDays(on, days);
  while (!isWorkingDay(until, calendar)) until = addDays(until, 1);
  return until;
}
