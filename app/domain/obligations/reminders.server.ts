import { pool } from "#prisma/client.server.ts";
import type { Reminder } from "./reminder.ts";

/**
 * Who is to be reminded of what is due on one of these days: the person who owes it in their own name, else whoever
 * holds the post (in the body that owes, or in any where none was named). A clock that stands still reminds nobody.
 * In the order of persons, then of due dates. One statement.
 */
export async function listReminders(dueOn: readonly string[]): Promise<Reminder[]> {
  const { rows } = await pool().query<Reminder>(
    `SELECT who.person_id AS "personId", o.kind, o.subject_type AS "subjectType", o.subject_code AS "subjectCode",
       o.debtor_role AS role, o.due_on AS "dueOn"
     FROM obligation o JOIN LATERAL (
       SELECT o.debtor_person_id AS person_id WHERE o.debtor_person_id IS NOT NULL
       UNION
       SELECT g.person_id FROM role_grant g
       WHERE o.debtor_person_id IS NULL AND g.role::text = o.debtor_role AND g.revoked_at IS NULL
         AND (o.debtor_organisation_id IS NULL OR g.organisation_id = o.debtor_organisation_id)
     ) AS who ON true
     WHERE o.done_at IS NULL AND o.voided_at IS NULL AND o.due_on = ANY($1::date[])
       AND NOT EXISTS (SELECT 1 FROM obligation_pause p WHERE p.obligation_id = o.id AND p.to_at IS NULL)
     ORDER BY who.person_id, o.due_on, o.opened_at, o.id`,
    [dueOn],
  );
  return rows;
}
