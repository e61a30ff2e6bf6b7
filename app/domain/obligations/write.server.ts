import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { dueAfterPauses, firstDueOn, type ObligationKind } from "#app/domain/obligations/obligation.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { Role, SubjectType } from "#prisma/generated/enums.ts";

export type ObligationSubject = { type: SubjectType; id: string; code: string };

export type NewObligation = {
  subject: ObligationSubject;
  kind: ObligationKind;
  /** the body that owes; a person alone (the proposer) is never named in public */
  debtor: { organisationId: string | null; personId?: string; role: Role | "PROPOSER" };
  /** key of the legal parameter that holds the number of working days; it is also the basis shown */
  parameter: string;
};

/**
 * Opens a clock in the caller's transaction. The original due date is so many working days after today and never
 * changes. Returns it ('YYYY-MM-DD').
 */
export async function openObligation(tx: Tx, obligation: NewObligation, at = new Date()): Promise<string> {
  const today = dayInVietnam(at);
  const days = Number(await parameterOn(obligation.parameter, today, tx));
  const dueOn = firstDueOn(today, days, await loadCalendar(tx));
  const { subject, debtor } = obligation;
  await tx.obligation.create({
    data: {
      subjectType: subject.type,
      subjectId: subject.id,
      subjectCode: subject.code,
      kind: obligation.kind,
      debtorOrganisationId: debtor.organisationId,
      debtorPersonId: debtor.personId ?? null,
      debtorRole: debtor.role,
      basis: obligation.parameter,
      openedAt: at,
      originalDueOn: asDate(dueOn),
      dueOn: asDate(dueOn),
    },
  });
  return dueOn;
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

/** Stops the clock of that kind; `reason` is shown in public. */
export async function pauseObligation(
  tx: Tx,
  subjectId: string,
  kind: ObligationKind,
  reason: string,
  at = new Date(),
) {
  const open = await tx.obligation.findFirst({
    where: { subjectId, kind, doneAt: null, voidedAt: null },
    select: { id: true },
  });
  if (open) await tx.obligationPause.create({ data: { obligationId: open.id, fromAt: at, reason } });
}

/** Lets the clock of that kind run again: the current due date moves by the working days paused. */
export async function resumeObligation(tx: Tx, subjectId: string, kind: ObligationKind, at = new Date()) {
  const open = await tx.obligation.findFirst({
    where: { subjectId, kind, doneAt: null, voidedAt: null },
    select: { id: true, openedAt: true, originalDueOn: true, pauses: { select: { fromAt: true, toAt: true } } },
  });
  if (!open) return;
  await tx.obligationPause.updateMany({ where: { obligationId: open.id, toAt: null }, data: { toAt: at } });
  const pauses = open.pauses.map((pause) => ({
    from: dayInVietnam(pause.fromAt),
    to: dayInVietnam(pause.toAt ?? at),
  }));
  const facts = {
    openedOn: dayInVietnam(open.openedAt),
    originalDueOn: open.originalDueOn.toISOString().slice(0, 10),
    pauses,
  };
  const { dueOn } = dueAfterPauses(facts, dayInVietnam(at), await loadCalendar(tx));
  await tx.obligation.update({ where: { id: open.id }, data: { dueOn: asDate(dueOn) } });
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
