import { DEFAULT_LANGUAGE, isLanguage, type Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";
import type { DigestFrequency } from "../event.ts";
import { subjectRow } from "../internal/subject-sql.ts";
import type { Notice } from "../notice.ts";
import { type Edition, MAILED_FOR_DAYS } from "./digest.ts";

/** Somebody who may get a digest now. `news` are the numbers of what it tells, the newest first. */
export type Reader = { id: string; email: string; language: Language; frequency: DigestFrequency; news: string[] };

// The scan is limited before anybody is left out, so that a statement is short however few have news.
const READERS = `
  SELECT p.id, p.email, p.language, p.open AND c.frequency <> 'NEVER' AND NOT had.one AS wants, c.frequency,
    news.ids::text[] AS ids
  FROM (
    SELECT id, email, language, disabled_at IS NULL AND email_confirmed_at IS NOT NULL AS open
    FROM person WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2
  ) AS p
    LEFT JOIN digest_choice d ON d.person_id = p.id
    CROSS JOIN LATERAL (SELECT coalesce(d.frequency, 'DAILY') AS frequency) AS c
    CROSS JOIN LATERAL (SELECT CASE WHEN c.frequency = 'WEEKLY' THEN $4::timestamptz ELSE $3 END AS until) AS e
    CROSS JOIN LATERAL (SELECT EXISTS (
      SELECT 1 FROM digest s WHERE s.person_id = p.id AND (
        s.on_date >= CASE WHEN c.frequency = 'WEEKLY' THEN $6::date ELSE $5 END
        OR (s.sent_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = $5::date)
    ) AS one) AS had
    LEFT JOIN LATERAL (
      SELECT array_agg(n.id ORDER BY n.id DESC) AS ids FROM notice n
      WHERE n.person_id = p.id AND n.mailed_at IS NULL AND n.read_at IS NULL
        AND n.at < e.until AND n.at >= e.until - make_interval(days => ${MAILED_FOR_DAYS})
        AND NOT EXISTS (SELECT 1 FROM notice_preference w WHERE w.person_id = p.id AND w.event = n.event_group AND NOT w.by_mail)
    ) AS news ON p.open AND c.frequency <> 'NEVER' AND NOT had.one
  ORDER BY p.id`;

type ReaderRow = {
  id: string;
  email: string;
  language: string;
  wants: boolean;
  frequency: DigestFrequency;
  ids: string[] | null;
};

/**
 * The people behind a place, in the order of their ids, who want a digest and have not had it: without those who are
 * disabled, never confirmed their address, want none, or had one today. Looks at `limit` people; `next` is the last of
 * them, null at the end. News is what they have neither read nor been mailed, in the groups that they want by mail. One
 * statement.
 */
export async function listReaders(
  editions: { today: string; daily: Edition; weekly: Edition },
  options: { limit: number; after: string | null },
): Promise<{ readers: Reader[]; next: string | null }> {
  const { today, daily, weekly } = editions;
  const { limit, after } = options;
  const values = [after, limit, daily.until, weekly.until, today, weekly.on];
  const { rows } = await pool().query<ReaderRow>(READERS, values);
  const readers = rows
    .filter((row) => row.wants)
    .map(({ id, email, language, frequency, ids }) => ({
      ...{ id, email, frequency, news: ids ?? [] },
      language: isLanguage(language) ? language : DEFAULT_LANGUAGE,
    }));
  return { readers, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}

type NewsRow = {
  id: bigint;
  person_id: string;
  event: string;
  params: Record<string, string | number>;
  type: SubjectType;
  code: string;
  title: Texts | null;
  at: Date;
};

/** What these notices say, by person, the newest first; a title where its reader may know it. One statement. */
export async function readNews(ids: readonly string[]): Promise<Map<string, Notice[]>> {
  const { rows } = await pool().query<NewsRow>(
    `SELECT n.id, n.person_id, n.event, n.params, n.subject_type AS type, n.subject_code AS code, s.title, n.at
     FROM notice n
       LEFT JOIN LATERAL ${subjectRow("n.subject_type::text", "n.subject_code", "n.person_id")} AS s ON true
     WHERE n.id = ANY($1::bigint[]) ORDER BY n.id DESC`,
    [ids],
  );
  const news = new Map<string, Notice[]>();
  for (const { id, person_id, at, ...row } of rows) {
    const notice = { ...row, id: String(id), at: at.toISOString(), isRead: false };
    news.set(person_id, [...(news.get(person_id) ?? []), notice]);
  }
  return news;
}
