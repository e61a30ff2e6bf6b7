import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { isAuthor, mayOpenPart } from "../initiative.policy.ts";
import { readWholeFile } from "../internal/whole-file.server.ts";
import { levelOn, OPEN_PART, type PartLevel, SEALABLE_PARTS } from "../part.ts";

/** One reading of what is not public. Of an evaluator neither name nor body is told, of the others the post and the body. */
export type Reading = {
  id: string;
  at: string;
  role: string;
  body: Texts | null;
  part: string;
  fileName: string | null;
};

/** Who reads a part or a file of one's own initiative; `key` is what opens it. */
export type OwnPart = { key: string; fileName: string | null; level: PartLevel; untilOn: string | null };

const PAGE = 50;
const READINGS = `
  SELECT r.id::text AS id, r.at, r.role, r.part, a.name AS "fileName",
    CASE WHEN r.role <> 'EVALUATOR' AND g.id IS NOT NULL
      THEN json_build_object('vi', g.name_vi, 'en', g.name_en, 'fr', g.name_fr) END AS body
  FROM file_reading r
    LEFT JOIN organisation g ON g.id = r.organisation_id
    LEFT JOIN attachment a ON r.part = 'attachment:' || a.id
  WHERE r.initiative_id = $1 AND ($2::bigint IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT $3`;

/**
 * Who may read each part of one's own initiative today, and who opened what is not public, the newest first; `next` is
 * where the following page starts. Null for everybody but an author. Two statements.
 */
export async function findReaders(actor: Actor, code: string, options: { after?: string | null; at?: Date } = {}) {
  const file = await readWholeFile(code);
  if (!file || !isAuthor(actor, file)) return null;
  const today = dayInVietnam(options.at ?? new Date());
  const rules = SEALABLE_PARTS.map((part) => ({ key: `${part}`, fileName: null, ...(file.parts[part] ?? OPEN_PART) }));
  const files = file.attachments.map(({ id, name, level, untilOn }) => ({
    ...{ key: `attachment:${id}`, fileName: name, level, untilOn },
  }));
  const parts: OwnPart[] = [...rules, ...files].map((one) => ({ ...one, level: levelOn(one, today) }));
  const { rows } = await pool().query<Omit<Reading, "at"> & { at: Date }>(READINGS, [
    file.id,
    placeOf(options.after ?? null),
    PAGE + 1,
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    code: file.code,
    state: file.state,
    parts,
    mayOpen: mayOpenPart(actor, file),
    readings: shown.map((row): Reading => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > PAGE && last ? encodeCursor([last.id]) : null,
  };
}

function placeOf(cursor: string | null): string | null {
  const [id] = (cursor && decodeCursor(cursor, 1)) || [];
  return typeof id === "string" && /^\d{1,18}$/.test(id) ? id : null;
}
