import { pool } from "#prisma/client.server.ts";
import type { Subject } from "./subject.ts";

/** What the frame of a page tells: the newest entry of the public record, and of the reader what waits for them. */
export type FrameFacts = {
  newest: { entryNo: number; hash: string; at: string } | null;
  /** notices not yet read, up to 100 */
  unread: number;
  /** whether the reader follows the subject of this page; false elsewhere */
  follows: boolean;
};

/** More are not counted: the header then says 99 and more. */
const MOST_COUNTED = 100;

const FRAME = {
  name: "frame",
  text: `
  SELECT e.id, e.sha256, e.at,
    (SELECT count(*)::int FROM (
      SELECT 1 FROM notice n WHERE n.person_id = $1 AND n.read_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM notice_preference p WHERE p.person_id = n.person_id AND p.event = n.event_group AND NOT p.on_page)
      LIMIT ${MOST_COUNTED}) AS waiting) AS unread,
    EXISTS (SELECT 1 FROM follow f WHERE f.person_id = $1 AND f.subject_type::text = $2 AND f.subject_code = $3) AS follows
  FROM (VALUES (1)) AS one LEFT JOIN LATERAL (SELECT id, sha256, at FROM record_entry ORDER BY id DESC LIMIT 1) AS e ON true`,
};

type Row = { id: bigint | null; sha256: string; at: Date; unread: number; follows: boolean };

/** Whatever the frame of every page needs of the database, whoever reads it. One statement. */
export async function readFrame(personId: string | null, subject: Subject | null): Promise<FrameFacts> {
  const { rows } = await pool().query<Row>({
    ...FRAME,
    values: [personId, subject?.type ?? null, subject?.code ?? null],
  });
  const row = rows[0];
  if (!row) return { newest: null, unread: 0, follows: false };
  const newest = row.id === null ? null : { entryNo: Number(row.id), hash: row.sha256, at: row.at.toISOString() };
  return { newest, unread: row.unread, follows: row.follows };
}
