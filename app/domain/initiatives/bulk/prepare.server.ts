import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { foresee } from "./act.server.ts";
import { mayDoInBulk } from "./bulk.policy.ts";
import type { BulkWork } from "./bulk.schema.ts";
import type { RowOutcome } from "./bulk.ts";

/**
 * Asks the ordinary command of every row what it would answer, by its own checks, and keeps that as the preview of an
 * act. Returns the key under which it is confirmed. Refuses NOT_FOUND to whoever may not start such an act.
 * Source: docs/domain.md, "Work on many at once".
 */
export async function prepare(
  actor: Actor,
  codes: readonly string[],
  work: BulkWork,
  at = new Date(),
): Promise<Outcome<{ key: string }, "NOT_FOUND">> {
  if (!mayDoInBulk(actor, work.kind)) return refuse("NOT_FOUND");
  const rows: { position: number; code: string; expected: RowOutcome }[] = [];
  for (const code of codes)
    rows.push({ position: rows.length + 1, code, expected: await foresee(actor, code, work, at) });
  const { key } = await db().bulkAct.create({
    data: { personId: actor.personId, kind: work.kind, input: work.input, at, rows: { create: rows } },
    select: { key: true },
  });
  return done({ key });
}
