import { pool } from "#prisma/client.server.ts";

/** How long people waited, and how soon a new file is answered. */
export type WaitingFigures = {
  /** calendar days from the first submission to the decision: the median; null without a decision */
  medianDays: number | null;
  /** how many decisions the median is of */
  decided: number;
  /** working days in which intake says whether a file is complete */
  intakeDays: number;
};

/**
 * Of the initiatives accepted or rejected in the twelve months before `at`: the median of the days from the first
 * submission to the decision, days as in Vietnam; and the legal parameter for intake in force. One statement.
 */
export async function readWaitingFigures(at = new Date()): Promise<WaitingFigures> {
  const { rows } = await pool().query<{ median: number | null; decided: bigint; intake_days: bigint | null }>(
    `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY
         (i.decided_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - (v.submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
       ) AS median,
       count(*) AS decided,
       (SELECT value FROM legal_parameter WHERE key = 'initiative.intake-check.working-days'
         AND daterange(valid_from, valid_to) @> ($1::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS intake_days
     FROM initiative i JOIN initiative_version v ON v.initiative_id = i.id AND v.number = 1
     WHERE i.decided_at > $1::timestamptz - interval '12 months' AND i.decided_at <= $1`,
    [at],
  );
  const row = rows[0];
  return { medianDays: row?.median ?? null, decided: Number(row?.decided), intakeDays: Number(row?.intake_days) };
}
