import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type ColumnRefusal, columnsOf, originsOf } from "../internal/columns.server.ts";
import { lockResult } from "../internal/locked.server.ts";
import { writeRows } from "../internal/rows.server.ts";
import { handsOf, mayEdit } from "../result.policy.ts";
import type { PartInput } from "../result.schema.ts";

export type SaveRefusal = "NOT_FOUND" | "NOT_EDITABLE" | "STALE" | ColumnRefusal;

/**
 * Saves some parts of a draft, or of a result that is being completed; complete or not, they are kept. `revision` is the one
 * that the form was made from: where the text has changed since, the form is STALE and nothing is overwritten. Refuses
 * besides: NOT_FOUND (also for everybody who may not write), NOT_EDITABLE, codes that are in no list, an origin that is
 * not public, half an embargo. Returns the new revision.
 */
export async function save(
  actor: Actor,
  code: string,
  input: { parts: readonly PartInput[]; revision: number | null },
  at = new Date(),
): Promise<Outcome<{ revision: number }, SaveRefusal>> {
  const catalogue = await loadCatalogue();
  return inTransaction(async (tx) => {
    const result = await lockResult(tx, code);
    if (!result || handsOf(actor, result).every((hand) => hand === "RESULT_OFFICER")) return refuse("NOT_FOUND");
    if (!mayEdit(actor, result)) return refuse("NOT_EDITABLE");
    if (input.revision !== result.revision) return refuse("STALE");
    let data: Prisma.ResultUncheckedUpdateInput = {};
    const origins = await originsOf(tx, input.parts);
    for (const part of input.parts) {
      const columns = columnsOf(result, part, catalogue, origins);
      if (!columns.ok) return columns;
      data = { ...data, ...columns.value };
      await writeRows(tx, [{ resultId: result.id, part }]);
    }
    const saved = await tx.result.update({
      where: { id: result.id },
      data: { ...data, revision: { increment: 1 }, updatedAt: at },
      select: { revision: true },
    });
    return done(saved);
  });
}
