import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { dueNow, firstDueOn, type ObligationKind } from "#app/domain/obligations/obligation.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Role, SubjectType } from "#prisma/generated/enums.ts";

export type ObligationSubject = { type: SubjectType; id: string; code: string };

/** To whom something is owed: a body or a whole role, a person (shown as a role, never named), or the public. */
export type Creditor = {
  organisationId?: string | null;
  personId?: string;
  role: Role | "PROPOSER" | "INTERESTED" | "PUBLIC";
};

type Owed = {
  subject: ObligationSubject;
  kind: ObligationKind;
  /** the body that owes; a person alone (the proposer) is never named in public */
  debtor: { organisationId: string | null; personId?: string; role: Role | "PROPOSER" };
  /** the public unless said otherwise */
  creditor?: Creditor;
};

export type NewObligation = Owed & {
  /** key of the legal parameter that holds the number of working days; it is also the basis shown */
  parameter: string;
};

export type AgreedObligation = Owed & {
  /** the day agreed, 'YYYY-MM-DD'; one off work means the next working day */
  dueOn: string;
  /** what it was agreed in: a key of the sentences `obligations:basis`, or the code of a record */
  basis: string;
};

/** In which post, and for which body, somebody stopped a clock; the person is kept and never shown. */
export type PauseHand = { role: string; organisationId: string | null; personId: string | null };

/**
 * Opens a clock in the caller's transaction. The original due date is so many working days after today and never
 * changes. Returns it ('YYYY-MM-DD').
 */
export async function openObligation(tx: Tx, obligation: NewObligation, at = new Date()): Promise<string> {
  const today = dayInVietnam(at);
  const workingDays = Number(await parameterOn(obligation.parameter, today, tx));
  const dueOn = firstDueOn(today, workingDays, await loadCalendar(tx));
  await create(tx, obligation, { basis: obligation.parameter, workingDays, dueOn, at });
  return dueOn;
}

/**
 * Opens a clock whose last day was agreed rather than counted: a task, a tranche, the answer to a recommendation.
 * Returns the original due date ('YYYY-MM-DD'): the agreed day, or the first working day after it.
 */
export async function openAgreedObligation(tx: Tx, obligation: AgreedObligation, at = new Date()): Promise<string> {
  const dueOn = firstDueOn(obligation.dueOn, 0, await loadCalendar(tx));
  await create(tx, obligation, { basis: obligation.basis, workingDays: null, dueOn, at });
  return dueOn;
}

async function create(
  tx: Tx,
  { subject, kind, debtor, creditor }: Owed,
  term: { basis: string; workingDays: number | null; dueOn: string; at: Date },
): Promise<void> {
  await tx.obligation.create({
    data: {
      subjectType: subject.type,
      subjectId: subject.id,
      subjectCode: subject.code,
      kind,
      debtorOrganisationId: debtor.organisationId,
      debtorPersonId: debtor.personId ?? null,
      debtorRole: debtor.role,
      creditorOrganisationId: creditor?.organisationId ?? null,
      creditorPersonId: creditor?.personId ?? null,
      creditorRole: creditor?.role ?? "PUBLIC",
      workingDays: term.workingDays,
      basis: term.basis,
      openedAt: term.at,
      originalDueOn: asDate(term.dueOn),
      dueOn: asDate(term.dueOn),
    },
  });
}

/** Closes the open clocks of that kind on a subject, of one debtor where several owe the same: done, with its outcome. */
export async function closeObligation(
  tx: Tx,
  subjectId: string,
  kind: ObligationKind,
  outcome: string,
  at = new Date(),
  debtorOrganisationId?: string,
) {
  const ofDebtor = debtorOrganisationId === undefined ? {} : { debtorOrganisationId };
  await tx.obligation.updateMany({
    where: { subjectId, kind, doneAt: null, voidedAt: null, ...ofDebtor },
    data: { doneAt: at, outcome },
  });
}

/** Ends every open clock of a subject without anybody having met it: the subject is withdrawn or lapsed. */
export async function voidObligations(tx: Tx, subjectId: string, at = new Date()) {
  await tx.obligation.updateMany({ where: { subjectId, doneAt: null, voidedAt: null }, data: { voidedAt: at } });
}

/** Ends the open clocks of one kind on a subject without anybody having met them. */
export async function voidObligationsOf(tx: Tx, subjectId: string, kind: ObligationKind, at = new Date()) {
  await tx.obligation.updateMany({ where: { subjectId, kind, doneAt: null, voidedAt: null }, data: { voidedAt: at } });
}

/** Stops every open clock of that kind on a subject; `reason` and the post that stopped it are shown in public. */
export async function pauseObligation(
  tx: Tx,
  subjectId: string,
  kind: ObligationKind,
  pause: { reason: string; by: PauseHand },
  at = new Date(),
) {
  const open = await tx.obligation.findMany({
    where: { subjectId, kind, doneAt: null, voidedAt: null },
    select: { id: true },
  });
  const { reason, by } = pause;
  await tx.obligationPause.createMany({
    data: open.map(({ id }) => ({
      obligationId: id,
      fromAt: at,
      reason,
      byRole: by.role,
      byOrganisationId: by.organisationId,
      byPersonId: by.personId,
    })),
  });
}

/** Lets every clock of that kind on a subject run again: the current due date moves by the working days paused. */
export async function resumeObligation(tx: Tx, subjectId: string, kind: ObligationKind, at = new Date()) {
  const paused = await tx.obligation.findMany({
    where: { subjectId, kind, doneAt: null, voidedAt: null, pauses: { some: { toAt: null } } },
    select: { id: true, dueOn: true },
  });
  for (const open of paused) {
    await tx.obligationPause.updateMany({ where: { obligationId: open.id, toAt: null }, data: { toAt: at } });
    const dueOn = await countDue(tx, open.id, at);
    if (dueOn !== isoDay(open.dueOn))
      await tx.obligation.update({ where: { id: open.id }, data: { dueOn: asDate(dueOn) } });
  }
}

/**
 * The due date of an open obligation as what is on record makes it ('YYYY-MM-DD'), not yet stored; `firstOn` stands in
 * for its first due date where that is being counted anew.
 */
export async function countDue(tx: Tx, id: string, at: Date, firstOn?: string): Promise<string> {
  const { pauses, extensions, ...row } = await tx.obligation.findUniqueOrThrow({
    where: { id },
    select: {
      openedAt: true,
      originalDueOn: true,
      recountedDueOn: true,
      pauses: { select: { fromAt: true, toAt: true } },
      extensions: { where: { granted: true }, select: { untilOn: true, answeredAt: true } },
    },
  });
  const facts = {
    openedOn: dayInVietnam(row.openedAt),
    originalDueOn: isoDay(row.originalDueOn),
    recountedDueOn: firstOn ?? (row.recountedDueOn && isoDay(row.recountedDueOn)),
    pauses: pauses.map((pause) => ({ from: dayInVietnam(pause.fromAt), to: dayInVietnam(pause.toAt ?? at) })),
    extensions: extensions.map((one) => ({
      untilOn: isoDay(one.untilOn),
      grantedOn: dayInVietnam(one.answeredAt ?? at),
    })),
  };
  return dueNow(facts, dayInVietnam(at), await loadCalendar(tx)).dueOn;
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
