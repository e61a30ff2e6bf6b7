import type { House } from "#app/domain/accounts/actor.ts";
import type { PublicExtension, PublicObligation, PublicPause } from "#app/domain/obligations/board.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import { dayInVietnam, type WorkingCalendar } from "#app/domain/obligations/calendar.ts";
import { DUE_SOON_DAYS, readClock, runningDays } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";

/** What `OBLIGATION_COLUMNS` give. Names of bodies alone: whoever reads it reads it in public. */
export type ObligationRow = {
  id: string;
  kind: string;
  subject_type: SubjectType;
  subject_code: string;
  subject_is_open: boolean;
  debtor_role: string;
  debtor_organisation_id: string | null;
  house: House | null;
  debtor_names: Texts | null;
  creditor_role: string;
  creditor_organisation_id: string | null;
  creditor_names: Texts | null;
  basis: string;
  working_days: number | null;
  opened_at: Date;
  original_due_on: string;
  recounted_due_on: string | null;
  due_on: string;
  done_at: Date | null;
  voided_at: Date | null;
  outcome: string | null;
  pauses: PublicPause[];
  extensions: PublicExtension[];
};

/** A day in Vietnam of an instant, in SQL. */
export const VIETNAM = "AT TIME ZONE 'Asia/Ho_Chi_Minh'";

/** The names of an organisation that is joined as `body`, in SQL; null where there is none. */
function namesOf(body: string): string {
  return `CASE WHEN ${body}.id IS NOT NULL
    THEN json_build_object('vi', ${body}.name_vi, 'en', ${body}.name_en, 'fr', ${body}.name_fr) END`;
}

// A person who owes alone (the proposer) is not named, nor is it told why they ask for more time or what they are answered.
export const OBLIGATION_COLUMNS = `
  o.id, o.kind, o.subject_type, o.subject_code,
  (o.subject_type <> 'RESULT' OR EXISTS (SELECT FROM result x WHERE x.code = o.subject_code AND x.published_at IS NOT NULL)) AS subject_is_open,
  o.debtor_role, o.debtor_organisation_id, g.house, ${namesOf("g")} AS debtor_names,
  o.creditor_role, o.creditor_organisation_id, o.basis, o.working_days, o.opened_at, o.original_due_on,
  o.recounted_due_on, o.due_on, o.done_at, o.voided_at, o.outcome,
  (SELECT ${namesOf("c")} FROM organisation c WHERE c.id = o.creditor_organisation_id) AS creditor_names,
  coalesce((
    SELECT json_agg(json_build_object('from', (p.from_at ${VIETNAM})::date, 'to', (p.to_at ${VIETNAM})::date,
      'reason', p.reason, 'by', CASE WHEN p.by_role IS NOT NULL
        THEN json_build_object('role', p.by_role, 'names', ${namesOf("b")}) END) ORDER BY p.from_at)
    FROM obligation_pause p LEFT JOIN organisation b ON b.id = p.by_organisation_id WHERE p.obligation_id = o.id
  ), '[]') AS pauses,
  coalesce((
    SELECT json_agg(json_build_object('id', e.id, 'untilOn', e.until_on,
      'reason', CASE WHEN o.debtor_person_id IS NULL THEN e.reason END,
      'requestedOn', (e.requested_at ${VIETNAM})::date,
      'requestedBy', json_build_object('role', e.requested_by_role, 'names', ${namesOf("g")}),
      'granted', e.granted,
      'answerReason', CASE WHEN o.debtor_person_id IS NULL THEN e.answer_reason END, 'answeredOn', (e.answered_at ${VIETNAM})::date,
      'answeredBy', CASE WHEN e.answered_by_role IS NOT NULL
        THEN json_build_object('role', e.answered_by_role, 'names', ${namesOf("b")}) END) ORDER BY e.requested_at)
    FROM obligation_extension e LEFT JOIN organisation b ON b.id = e.answered_by_organisation_id
    WHERE e.obligation_id = o.id
  ), '[]') AS extensions`;

export const SELECT_OBLIGATION = `
  SELECT ${OBLIGATION_COLUMNS} FROM obligation o LEFT JOIN organisation g ON g.id = o.debtor_organisation_id`;

/** Reads the clock of each row at an instant. */
export async function asPublic(rows: readonly ObligationRow[], at: Date): Promise<PublicObligation[]> {
  const calendar = await loadCalendar();
  return rows.map((row) => publicOf(row, at, calendar));
}

function publicOf(row: ObligationRow, at: Date, calendar: WorkingCalendar): PublicObligation {
  const openedOn = dayInVietnam(row.opened_at);
  const facts = {
    openedOn,
    originalDueOn: row.original_due_on,
    recountedDueOn: row.recounted_due_on,
    pauses: row.pauses,
    extensions: row.extensions.flatMap(({ granted, untilOn, answeredOn }) =>
      granted && answeredOn ? [{ untilOn, grantedOn: answeredOn }] : [],
    ),
    doneAt: row.done_at,
    voidedAt: row.voided_at,
  };
  const clock = readClock(facts, at, calendar);
  const standing = clock.state === "wait" ? row.pauses.at(-1) : undefined;
  const ended = row.done_at ?? row.voided_at;
  const endedOn = ended ? dayInVietnam(ended) : null;
  return {
    ...{ id: row.id, kind: row.kind, subjectType: row.subject_type, subjectCode: row.subject_code },
    subjectIsOpen: row.subject_is_open,
    debtor: {
      role: row.debtor_role,
      house: row.house ?? "OTHER",
      names: row.debtor_names,
      organisationId: row.debtor_organisation_id,
    },
    creditor: { role: row.creditor_role, names: row.creditor_names, organisationId: row.creditor_organisation_id },
    ...{ basis: row.basis, workingDays: row.working_days, openedOn, originalDueOn: row.original_due_on },
    recountedDueOn: row.recounted_due_on,
    dueOn: standing ? null : clock.dueOn,
    pausedOn: standing?.from ?? null,
    pauseReason: standing?.reason ?? null,
    ...{ pauses: row.pauses, extensions: row.extensions, endedOn, outcome: row.outcome },
    usedDays: runningDays(facts, endedOn ?? dayInVietnam(at), calendar),
    clock,
  };
}

/** Today, and the last day that counts as due soon, in Vietnam. */
export function dayLimits(at: Date): [today: string, soonUntil: string] {
  const soon = new Date(at.getTime() + DUE_SOON_DAYS * 86_400_000);
  return [dayInVietnam(at), dayInVietnam(soon)];
}

export const OPEN = "o.done_at IS NULL AND o.voided_at IS NULL";
