import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool, type Tx } from "#prisma/client.server.ts";
import { subjectRow } from "../internal/subject-sql.ts";
import { readSubject, type Subject } from "../subject.ts";

/** Something that a person follows. `title` is null where they may not know it (yet), `news` when it last told them anything. */
export type Followed = Subject & { title: Texts | null; since: string; news: string | null };

type Row = {
  type: Subject["type"];
  code: string;
  title: Texts | null;
  since: Date;
  news: Date | null;
};

/** Whether there is such a subject for this person: its page is public, or it is their own. One statement. */
export async function isKnownTo(personId: string, subject: Subject): Promise<boolean> {
  const { rows } = await pool().query<{ known: boolean; title: Texts | null }>(
    `SELECT s.known, s.title FROM ${subjectRow("$1::text", "$2::text", "$3::uuid")} AS s`,
    [subject.type, subject.code, personId],
  );
  return rows.some((row) => row.known || row.title !== null);
}

/** One page of what a person follows, the newest first; `next` is where the following page starts. One statement. */
export async function listFollowed(
  personId: string,
  options: { limit: number; after: string | null },
): Promise<{ items: Followed[]; next: string | null }> {
  const [since, type, code] = placeOf(options.after);
  const { rows } = await pool().query<Row>(
    `SELECT f.subject_type AS type, f.subject_code AS code, f.since, s.title,
       (SELECT max(n.at) FROM notice n WHERE n.person_id = f.person_id AND n.subject_type = f.subject_type
          AND n.subject_code = f.subject_code) AS news
     FROM follow f
       LEFT JOIN LATERAL ${subjectRow("f.subject_type::text", "f.subject_code", "f.person_id")} AS s ON true
     WHERE f.person_id = $1
       AND ($2::timestamptz IS NULL OR (f.since, f.subject_type::text, f.subject_code) < ($2, $3::text, $4::text))
     ORDER BY f.since DESC, f.subject_type::text DESC, f.subject_code DESC LIMIT $5`,
    [personId, since, type, code, options.limit + 1],
  );
  const items = rows.slice(0, options.limit).map((row) => ({
    type: row.type,
    code: row.code,
    title: row.title,
    since: row.since.toISOString(),
    news: row.news?.toISOString() ?? null,
  }));
  const last = items.at(-1);
  const more = rows.length > options.limit && last;
  return { items, next: more ? encodeCursor([last.since, last.type, last.code]) : null };
}

/** Whoever follows an organisation: people to be told of what it does, in the caller's transaction. One statement. */
export async function followersOfOrganisation(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT f.person_id::text AS id FROM follow f JOIN organisation g ON g.scheme || '-' || g.identifier = f.subject_code
    WHERE f.subject_type = 'ORGANISATION' AND g.id = ${organisationId}::uuid`;
  return rows.map(({ id }) => id);
}

// What a cursor says is anybody's word: only an instant and a subject of ours reach the database.
function placeOf(after: string | null): [string, string, string] | [null, null, null] {
  const [since, type, code] = (after && decodeCursor(after, 3)) || [];
  if (typeof since !== "string" || typeof type !== "string" || typeof code !== "string") return [null, null, null];
  const isPlace = /^2\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(since) && !Number.isNaN(Date.parse(since));
  return isPlace && readSubject(type, code) ? [since, type, code] : [null, null, null];
}
