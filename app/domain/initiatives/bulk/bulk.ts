import type { Refusal } from "#app/platform/outcome.ts";

/** What officers do with many initiatives at once; each name is also its address. */
export const BULK_KINDS = ["assign", "return", "decide"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** As many rows as one act takes; the database keeps the number too. */
export const MOST_ROWS = 100;

/** What a row comes to: done, with the day by which the next has to act where a clock was opened; or the refusal. */
export type RowOutcome = { ok: true; dueOn: string | null } | Pick<Refusal, "ok" | "code" | "params">;

export function isBulkKind(text: string | undefined): text is BulkKind {
  return BULK_KINDS.some((kind) => kind === text);
}
