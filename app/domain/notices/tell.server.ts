import type { SubjectType } from "#app/domain/obligations/board.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { NoticeEvent } from "./event.ts";

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
};

/** Leaves a notice to everybody concerned, once each, in the caller's transaction. */
export async function tell(tx: Tx, news: News, at = new Date()): Promise<void> {
  const { event, subject, params = {}, to = [], followers = true, by = null } = news;
  await tx.$executeRaw`
    INSERT INTO notice (person_id, event, subject_type, subject_code, params, at)
    SELECT p.id, ${event}, ${subject.type}::"SubjectType", ${subject.code}, ${JSON.stringify(params)}::jsonb, ${at}
    FROM person p
    WHERE p.disabled_at IS NULL AND p.id IS DISTINCT FROM ${by}::uuid AND (
      p.id = ANY(${[...to]}::uuid[])
      OR (${followers} AND EXISTS (
        SELECT 1 FROM follow f
        WHERE f.person_id = p.id AND f.subject_type = ${subject.type}::"SubjectType" AND f.subject_code = ${subject.code}
      ))
    )`;
}
