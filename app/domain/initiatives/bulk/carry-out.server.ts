import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { db, type Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { act, told } from "./act.server.ts";
import { mayDoInBulk } from "./bulk.policy.ts";
import type { RowOutcome } from "./bulk.ts";
import { findBulk } from "./queries.server.ts";

/** Somebody else has settled the row meanwhile: what was begun here is undone. */
class SettledBefore extends Error {}

/**
 * Does what a preview promised, row by row, each in a transaction of its own that also writes the row's outcome: however
 * often and in parallel it is confirmed, each row is done once, and a refused one undoes no other. What the preview
 * refused stays undone. Refuses NOT_FOUND for somebody else's key, and to whoever has lost the post. Source:
 * docs/domain.md, "Work on many at once".
 */
export async function carryOut(actor: Actor, key: string, at = new Date()): Promise<Outcome<null, "NOT_FOUND">> {
  const bulk = await findBulk(actor, key);
  if (!bulk || !mayDoInBulk(actor, bulk.work.kind)) return refuse("NOT_FOUND");
  const { work } = bulk;
  for (const row of bulk.rows) {
    if (row.outcome) continue;
    const { code } = row;
    const once = onceFor(key, code, at);
    const outcome = row.expected.ok ? await act(actor, code, work, at, once).catch(unlessSettled) : row.expected;
    // What was done is written already, with the act itself; a refusal undid its own transaction.
    if (outcome && !outcome.ok) await settle(db(), { key, code }, outcome, at);
  }
  await db().bulkAct.updateMany({
    where: { key, doneAt: null, rows: { none: { settledAt: null } } },
    data: { doneAt: at },
  });
  return done(null);
}

/** A transaction that holds the row, does the work only where nobody has, and writes what became of it. */
function onceFor(key: string, code: string, at: Date): typeof inTransaction {
  return (work) =>
    inTransaction(async (tx) => {
      const held = await tx.$queryRaw<{ settled: boolean }[]>`
        SELECT settled_at IS NOT NULL AS settled FROM bulk_row WHERE key = ${key}::uuid AND code = ${code} FOR UPDATE`;
      if (held[0]?.settled !== false) throw new SettledBefore();
      const outcome = await work(tx);
      if (outcome.ok) await settle(tx, { key, code }, told(outcome), at);
      return outcome;
    });
}

async function settle(tx: Tx, row: { key: string; code: string }, outcome: RowOutcome, at: Date): Promise<void> {
  await tx.bulkRow.updateMany({ where: { ...row, settledAt: null }, data: { outcome, settledAt: at } });
}

function unlessSettled(error: unknown): null {
  if (error instanceof SettledBefore) return null;
  throw error;
}
