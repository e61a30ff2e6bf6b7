import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { pool } from "#prisma/client.server.ts";
import { SENT_TITLE } from "../desk/sent-title.ts";
import { BULK_SCHEMAS, type BulkWork } from "./bulk.schema.ts";
import type { RowOutcome } from "./bulk.ts";

export type BulkRow = {
  code: string;
  /** null where nothing of it is for this reader */
  title: Texts | null;
  expected: RowOutcome;
  outcome: RowOutcome | null;
};
export type Bulk = { work: BulkWork; rows: BulkRow[]; isDone: boolean; assignee: string | null };

type Stored = { kind: string; input: unknown; rows: BulkRow[]; isDone: boolean; assignee: string | null };

/**
 * An act on many with its rows in the order of the list, for whoever prepared it alone. The title of a file is told
 * where it was open to its preparer. One statement.
 */
export async function findBulk(actor: Actor, key: string | undefined): Promise<Bulk | null> {
  if (!isUuid(key)) return null;
  const { rows } = await pool().query<Stored>(
    `SELECT b.kind, b.input, b.done_at IS NOT NULL AS "isDone",
       (SELECT coalesce(p.name, p.email) FROM person p WHERE p.id::text = b.input->>'to') AS assignee,
       (SELECT json_agg(json_build_object('code', r.code, 'expected', r.expected, 'outcome', r.outcome,
          'title', CASE WHEN (r.expected->>'ok')::boolean OR i.public_at IS NOT NULL THEN ${SENT_TITLE} END) ORDER BY r.position)
        FROM bulk_row r LEFT JOIN initiative i ON i.code = r.code AND i.state <> 'WITHDRAWN' WHERE r.key = b.key) AS rows
     FROM bulk_act b WHERE b.key = $1 AND b.person_id = $2`,
    [key, actor.personId],
  );
  const [stored] = rows;
  const work = stored && workOf(stored.kind, stored.input);
  if (!stored || !work) return null;
  const { isDone, assignee } = stored;
  return { work, rows: stored.rows, isDone, assignee };
}

/** What was kept of a form, read by its own schema again. */
function workOf(kind: string, input: unknown): BulkWork | null {
  if (kind === "return") {
    const read = BULK_SCHEMAS.return.safeParse(input);
    return read.success ? { kind, input: read.data } : null;
  }
  if (kind === "decide") {
    const read = BULK_SCHEMAS.decide.safeParse(input);
    return read.success ? { kind, input: read.data } : null;
  }
  const read = BULK_SCHEMAS.assign.safeParse(withNobody(input));
  return read.success ? { kind: "assign", input: read.data } : null;
}

/** Nobody is kept as null, and typed as a word. */
function withNobody(input: unknown): unknown {
  return typeof input === "object" && input !== null && "to" in input ? { to: input.to ?? "nobody" } : input;
}
