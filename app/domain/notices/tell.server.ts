import type { SubjectType } from "#app/domain/obligations/board.ts";
import type { Tx } from "#prisma/client.server.ts";
import { groupOf, type NoticeEvent } from "./event.ts";

export type News = {
  event: NoticeEvent;
  subject: { type: SubjectType; code: string };
  /** what the sentence of the event needs: codes, states, days; never what the reader may not see */
  params?: Record<string, string | number>;
  /** people who hear of it whether they follow the subject or not */
  to?: readonly string[];
  /** whether those who follow the subject hear of it too; yes unless told otherwise */
  followers?: boolean;
  /** who did it: they know already */
  by?: string | null;
  /** people who get a mail of their own about it at once: their digest does not say it again */
  mailed?: readonly string[];
};

/** Leaves a notice to everybody concerned, once each, in the caller's transaction. */
export async function tell(tx: Tx, news: News, at = new Date()): Promise<void> {
  const { event, subject, params = {}, to = [], followers = true, by = null, mailed = [] } = news;
  await tx.$executeRaw`
    INSERT INTO notice (person_id, event, event_group, subject_type, subject_code, params, at, mailed_at)
    SELECT p.id, ${event}, ${groupOf(event)}, ${subject.type}::"SubjectType", ${subject.code},
      ${JSON.stringify(params)}::jsonb, ${at}, CASE WHEN p.id = ANY(${[...mailed]}::uuid[]) THEN ${at}::timestamptz END
    FROM person p
    WHERE p.disabled_at IS NULL AND p.id IS DISTINCT FROM ${by}::uuid AND (
      p.id = ANY(${[...to]}::uuid[])
      OR (${followers} AND EXISTS (
        SELECT 1 FROM follow f
        WHERE f.person_id = p.id AND f.subject_type = ${subject.type}::"SubjectType" AND f.subject_code = ${subject.code}
      ))
    )`;
}
