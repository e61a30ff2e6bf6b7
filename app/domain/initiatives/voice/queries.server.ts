import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCalendar } from "#app/domain/obligations/calendar.server.ts";
import type { WorkingCalendar } from "#app/domain/obligations/calendar.ts";
import { readClock } from "#app/domain/obligations/obligation.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { pool } from "#prisma/client.server.ts";
import type { PublicComment, Stance, Tombstone, VoiceSummary } from "./comment.ts";
import { type CommentRow, commentsOf, SUMMARY } from "./internal/voice-sql.ts";

export type Voice = VoiceSummary & {
  code: string;
  title: { vi?: string; en?: string; fr?: string };
  comments: PublicComment[];
  /** where the following page starts */
  next: string | null;
};

type Row = Omit<Voice, "comments" | "counts" | "hidden" | "next"> & {
  counts: Partial<Record<Stance, number>> | null;
  hidden: Record<string, number> | null;
  comments: CommentRow[];
};

/**
 * What is said of an initiative, the newest first, with the counts of everything said; null where it is not public. Who
 * supports is never told, only how many. One statement.
 */
export async function findVoice(
  actor: Actor | null,
  code: string,
  options: { stance: Stance | null; after: string | null; limit: number; at?: Date },
): Promise<Voice | null> {
  const { stance, after, limit, at = new Date() } = options;
  const { rows } = await pool().query<Row>(SUMMARY, [
    code,
    actor?.personId ?? null,
    stance,
    ...placeOf(after),
    limit + 1,
  ]);
  const row = rows[0];
  if (!row) return null;
  const calendar = await loadCalendar();
  const shown = row.comments.slice(0, limit);
  const last = row.comments.length > limit ? shown.at(-1) : undefined;
  return {
    ...row,
    counts: { FOR: 0, AGAINST: 0, QUESTION: 0, ...row.counts },
    hidden: row.hidden ?? {},
    comments: shown.map((one) => publicComment(one, at, calendar)),
    next: last ? encodeCursor([new Date(last.at).toISOString(), last.code]) : null,
  };
}

export type CommentPage = PublicComment & {
  initiative: string;
  title: { vi?: string; en?: string; fr?: string };
  newestVersion: number;
  /** whether this reader is an author of the initiative */
  isAuthor: boolean;
  debtor: { role: string; organisationId: string | null } | null;
};

/** One comment on its own page; null where its initiative is not public. One statement. */
export async function findComment(actor: Actor | null, code: string, at = new Date()): Promise<CommentPage | null> {
  const { rows } = await pool().query<CommentRow & Omit<CommentPage, keyof PublicComment>>(
    `${commentsOf(`i.code AS initiative, i.title, is_author(i.id, $2) AS "isAuthor",
      (SELECT max(v.number) FROM initiative_version v WHERE v.initiative_id = i.id) AS "newestVersion",
      (SELECT json_build_object('role', o.debtor_role, 'organisationId', o.debtor_organisation_id) FROM obligation o
        WHERE o.subject_id = c.id AND o.kind = 'QUESTION_ANSWER' AND o.done_at IS NULL AND o.voided_at IS NULL
      ) AS debtor`)}
    WHERE c.code = $1 AND i.public_at IS NOT NULL AND i.state <> 'WITHDRAWN'`,
    [code, actor?.personId ?? null],
  );
  const row = rows[0];
  if (!row) return null;
  const { initiative, title, isAuthor, newestVersion, debtor } = row;
  return {
    ...publicComment(row, at, await loadCalendar()),
    ...{ initiative, title, isAuthor, newestVersion, debtor },
  };
}

function publicComment(row: CommentRow, at: Date, calendar: WorkingCalendar): PublicComment {
  const { code, stance, addressee, version, language, name, text, answer, isMine } = row;
  return {
    ...{ code, stance, addressee, version, language, name, text, isMine },
    at: new Date(row.at).toISOString(),
    tombstone: tombstoneOf(row),
    answer: answer && { ...answer, at: new Date(answer.at).toISOString() },
    clock: row.clock && clockOf(row.clock, at, calendar),
  };
}

function tombstoneOf({ hiding, ruling, withdrawnAt }: CommentRow): Tombstone | null {
  if (hiding) {
    const appeal = ruling === "APPEAL" ? "OPEN" : ruling === "UPHOLD" ? "UPHELD" : null;
    return { kind: "HIDDEN", ...hiding, at: new Date(hiding.at).toISOString(), appeal };
  }
  return withdrawnAt === null ? null : { kind: "WITHDRAWN", at: new Date(withdrawnAt).toISOString() };
}

function clockOf(clock: NonNullable<CommentRow["clock"]>, at: Date, calendar: WorkingCalendar): PublicComment["clock"] {
  const { role, names, house, dueOn, openedOn, doneAt } = clock;
  const facts = { openedOn, originalDueOn: dueOn, pauses: [], doneAt: doneAt === null ? null : new Date(doneAt) };
  return { role, names, house: house ?? "OTHER", dueOn, clock: readClock(facts, at, calendar) };
}

function placeOf(cursor: string | null): [string | null, string | null] {
  const [at, code] = (cursor && decodeCursor(cursor, 2)) || [];
  // What a cursor says is anybody's word: only an instant and a code of ours reach the database.
  const isInstant = typeof at === "string" && /^2\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at));
  const isPlace = isInstant && typeof code === "string" && /^YK-\d{4}-\d{4,9}$/.test(code);
  return isPlace ? [at, code] : [null, null];
}
