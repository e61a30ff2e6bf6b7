import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import type { SubjectType } from "#prisma/generated/enums.ts";
import { subjectRow } from "./internal/subject-sql.ts";
import type { Notice } from "./notice.ts";

type Row = {
  id: bigint;
  event: string;
  params: Record<string, string | number>;
  type: SubjectType;
  code: string;
  title: Texts | null;
  at: Date;
  read_at: Date | null;
};

/**
 * One page of what a person is told, the newest first, without the groups that they do not want to see there, before a
 * notice's number (all when null). `next` is the number with which the following page starts. One statement.
 */
export async function listNotices(
  personId: string,
  options: { limit: number; before: bigint | null },
): Promise<{ items: Notice[]; next: string | null }> {
  const { rows } = await pool().query<Row>(
    `SELECT n.id, n.event, n.params, n.subject_type AS type, n.subject_code AS code, s.title, n.at, n.read_at
     FROM notice n
       LEFT JOIN LATERAL ${subjectRow("n.subject_type::text", "n.subject_code", "n.person_id")} AS s ON true
     WHERE n.person_id = $1 AND ($2::bigint IS NULL OR n.id < $2) AND NOT EXISTS (
       SELECT 1 FROM notice_preference p WHERE p.person_id = n.person_id AND p.event = n.event_group AND NOT p.on_page)
     ORDER BY n.id DESC LIMIT $3`,
    [personId, options.before, options.limit + 1],
  );
  const items = rows.slice(0, options.limit).map(asNotice);
  return { items, next: rows.length > options.limit ? (items.at(-1)?.id ?? null) : null };
}

function asNotice({ id, read_at, at, ...row }: Row): Notice {
  return { ...row, id: String(id), at: at.toISOString(), isRead: read_at !== null };
}

/** Reads a notice's number from an address or a form; null for anything that is none. */
export function noticeNumber(text: string | null | undefined): bigint | null {
  return text && /^[1-9]\d{0,17}$/.test(text) ? BigInt(text) : null;
}
