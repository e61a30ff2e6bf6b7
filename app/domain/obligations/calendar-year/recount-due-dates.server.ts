import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { addWorkingDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { countDue } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done } from "#app/platform/outcome.ts";
import { db, pool, type Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/** Until then every process has read the published list, so that nothing is opened on the provisional one behind the count. */
const SETTLED_AFTER_MS = 15 * 60_000;

/**
 * The clock's own act: once the working days of a year are published, the open obligations whose days lie in it are
 * counted anew, with the new due date on the public record and the original one untouched. Each in a transaction of its
 * own; what somebody else is at is left for the next call, and the year is done when nothing was left. Any number of
 * workers may call it. Returns how many due dates moved. Source: docs/domain.md, "Clocks and working days".
 */
export async function recountDueDates(at = new Date()): Promise<number> {
  const years = await db().calendarYear.findMany({
    where: { publishedAt: { lt: new Date(at.getTime() - SETTLED_AFTER_MS) }, recountedAt: null },
    orderBy: { year: "asc" },
    select: { year: true },
  });
  if (years.length > 0) await loadCalendar(db(), { fresh: true });
  let moved = 0;
  for (const { year } of years) {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT id FROM obligation WHERE done_at IS NULL AND voided_at IS NULL AND due_on >= make_date($1, 1, 1)
         AND opened_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')`,
      [year],
    );
    let left = 0;
    for (const { id } of rows) {
      const outcome = await inTransaction(async (tx) => done(await recount(tx, id, year, at)));
      if (!outcome.ok || outcome.value === "BUSY") left += 1;
      else if (outcome.value === "MOVED") moved += 1;
    }
    if (left === 0)
      await db().calendarYear.updateMany({ where: { year, recountedAt: null }, data: { recountedAt: at } });
  }
  return moved;
}

async function recount(tx: Tx, id: string, year: number, at: Date): Promise<"BUSY" | "SAME" | "MOVED"> {
  const free = await tx.$queryRaw<unknown[]>`SELECT 1 FROM obligation WHERE id = ${id}::uuid FOR UPDATE SKIP LOCKED`;
  if (free.length === 0) return "BUSY";
  const row = await tx.obligation.findUniqueOrThrow({ where: { id } });
  if (row.doneAt || row.voidedAt) return "SAME";
  const calendar = await loadCalendar(tx);
  const originalOn = isoDay(row.originalDueOn);
  // a day that was agreed stays, unless the published list takes it off work
  const firstOn =
    row.workingDays === null
      ? addWorkingDays(originalOn, 0, calendar)
      : addWorkingDays(dayInVietnam(row.openedAt), row.workingDays, calendar);
  if (firstOn === isoDay(row.recountedDueOn ?? row.originalDueOn)) return "SAME";
  const dueOn = await countDue(tx, id, at, firstOn);
  await tx.obligation.update({ where: { id }, data: { recountedDueOn: asDate(firstOn), dueOn: asDate(dueOn) } });
  await appendEntry(
    tx,
    {
      kind: "obligation.recounted",
      subject: { type: row.subjectType, code: row.subjectCode },
      actor: { organisationId: null, post: "CLOCK" },
      payload: { duty: row.kind, year, from: isoDay(row.dueOn), due: dueOn, original: originalOn },
    },
    at,
  );
  return "MOVED";
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
