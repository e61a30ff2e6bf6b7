import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pool } from "#prisma/client.server.ts";
import { asPublic, type ObligationRow, OPEN, SELECT_OBLIGATION } from "./internal/rows.server.ts";

// Whoever owes in their own name, or holds the post that owes: in the one body, or anywhere where a clock names no body.
const OWES = `(o.debtor_person_id = $1 OR EXISTS (
  SELECT 1 FROM json_to_recordset($2::json) AS post(role text, body uuid)
  WHERE post.role = o.debtor_role AND (o.debtor_organisation_id IS NULL OR o.debtor_organisation_id = post.body)
    AND o.debtor_person_id IS NULL))`;

type Owing = { personId: string; roles: readonly { role: string; organisationId: string | null }[] };

/** What somebody owes now, in their own name and in the posts that they hold, the most urgent first, at most 20. One statement. */
export async function listOwedBy(actor: Owing, at = new Date()): Promise<PublicObligation[]> {
  const { rows } = await pool().query<ObligationRow>(
    `${SELECT_OBLIGATION} WHERE ${OPEN} AND ${OWES} ORDER BY o.due_on, o.opened_at, o.id LIMIT 20`,
    [actor.personId, postsOf(actor)],
  );
  return asPublic(rows, at);
}

/** Every obligation of one subject itself, oldest first; what is owed to those who speak of it is not among them. One statement. */
export async function obligationsOf(subjectCode: string, at = new Date()): Promise<PublicObligation[]> {
  const { rows } = await pool().query<ObligationRow>(
    `${SELECT_OBLIGATION} WHERE o.subject_code = $1 AND o.subject_type <> 'COMMENT' ORDER BY o.opened_at, o.id`,
    [subjectCode],
  );
  return asPublic(rows, at);
}

/** One obligation with its clock; null for an id that no obligation has. One statement. */
export async function findObligation(id: string, at = new Date()): Promise<PublicObligation | null> {
  const { rows } = await pool().query<ObligationRow>(`${SELECT_OBLIGATION} WHERE o.id = $1`, [id]);
  const [found] = await asPublic(rows, at);
  return found ?? null;
}

/** What somebody has to be reminded of: the person, their duty, and how the day lies to its due day. */
export type DueForPerson = {
  personId: string;
  obligationId: string;
  kind: string;
  subject: { type: string; code: string };
  dueOn: string;
  /** calendar days left; -1 for what was due yesterday and is not done */
  daysLeft: number;
};

/**
 * What is due in `days` calendar days, or was due yesterday with -1, and is neither done nor paused: once for each
 * person who owes it, alone or as a holder of the post (of the body, or of the whole role where the clock names no
 * body). People whose account is closed are left out. One statement, ordered by person and due day.
 */
export async function listDueForPeople(days: readonly number[], at = new Date()): Promise<DueForPerson[]> {
  const today = dayInVietnam(at);
  const { rows } = await pool().query<DueForPerson>(
    `SELECT p.id AS "personId", o.id AS "obligationId", o.kind, o.due_on::text AS "dueOn",
       json_build_object('type', o.subject_type, 'code', o.subject_code) AS subject, o.due_on - $2::date AS "daysLeft"
     FROM obligation o JOIN person p ON p.id = o.debtor_person_id OR (o.debtor_person_id IS NULL AND EXISTS (
       SELECT 1 FROM role_grant r WHERE r.person_id = p.id AND r.revoked_at IS NULL AND r.role::text = o.debtor_role
         AND (o.debtor_organisation_id IS NULL OR r.organisation_id = o.debtor_organisation_id)))
     WHERE ${OPEN} AND o.due_on = ANY ($1::date[]) AND p.disabled_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM obligation_pause s WHERE s.obligation_id = o.id AND s.to_at IS NULL)
     ORDER BY p.id, o.due_on, o.opened_at, o.id`,
    [days.map((count) => addDays(today, count)), today],
  );
  return rows;
}

function postsOf({ roles }: Owing): string {
  return JSON.stringify(roles.map(({ role, organisationId }) => ({ role, body: organisationId })));
}
