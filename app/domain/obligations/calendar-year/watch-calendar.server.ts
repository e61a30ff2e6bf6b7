import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation, openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { done } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";

/** So many calendar days before a year begins its working days are to be published. */
export const ALARM_DAYS_AHEAD = 90;

/**
 * The clock's own act: 90 days before a year whose working days are not published, the administration of the portal owes
 * them, in public, by the last day before it; once they are there the obligation is met. Any number of workers may call
 * it at any time. Returns what it did: `ALARM 2027`, `PUBLISHED 2027`.
 * Source: docs/domain.md, "Clocks and working days".
 */
export async function watchCalendar(at = new Date()): Promise<string[]> {
  const today = dayInVietnam(at);
  const thisYear = Number(today.slice(0, 4));
  const outcome = await inTransaction(async (tx) => {
    // one worker at a time: of two, the second finds what the first has written
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ba-nha calendar'))`;
    const published = new Set(
      (await tx.calendarYear.findMany({ where: { provisional: false } })).map(({ year }) => year),
    );
    const open = await tx.obligation.findMany({ where: { kind: "CALENDAR_YEAR", doneAt: null, voidedAt: null } });
    const acts: string[] = [];
    for (const { subjectCode } of open)
      if (published.has(Number(subjectCode))) acts.push(await close(tx, Number(subjectCode), at));
    for (const year of [thisYear, thisYear + 1]) {
      const isNear = today >= addDays(`${year}-01-01`, -ALARM_DAYS_AHEAD);
      const isOwed = open.some(({ subjectCode }) => subjectCode === String(year));
      if (isNear && !isOwed && !published.has(year)) acts.push(await raise(tx, year, at));
    }
    return done(acts);
  });
  return outcome.ok ? outcome.value : [];
}

async function raise(tx: Tx, year: number, at: Date): Promise<string> {
  const dueOn = await openAgreedObligation(
    tx,
    {
      subject: { type: "CALENDAR_YEAR", id: idOf(year), code: String(year) },
      kind: "CALENDAR_YEAR",
      debtor: { organisationId: null, role: "ADMIN" },
      dueOn: `${year - 1}-12-31`,
      basis: "CALENDAR_NOTICE",
    },
    at,
  );
  await writeEntry(tx, "calendar.alarm", year, { due: dueOn }, at);
  return `ALARM ${year}`;
}

async function close(tx: Tx, year: number, at: Date): Promise<string> {
  await closeObligation(tx, idOf(year), "CALENDAR_YEAR", "PUBLISHED", at);
  await writeEntry(tx, "calendar.published", year, {}, at);
  return `PUBLISHED ${year}`;
}

function writeEntry(
  tx: Tx,
  kind: "calendar.alarm" | "calendar.published",
  year: number,
  payload: Record<string, unknown>,
  at: Date,
): Promise<bigint> {
  const subject = { type: "CALENDAR_YEAR", code: String(year) } as const;
  return appendEntry(tx, { kind, subject, actor: { organisationId: null, post: "CLOCK" }, payload }, at);
}

/** A year has no row of its own that an obligation could point to: its number, in the form of an id. */
function idOf(year: number): string {
  return `00000000-0000-4000-8000-${String(year).padStart(12, "0")}`;
}
