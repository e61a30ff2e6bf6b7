import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { db, type Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { hasInbox } from "./inbox.policy.ts";
import { MOST_FILTERS, type renameFilterSchema, type saveFilterSchema } from "./saved-filter.schema.ts";

const LIST = "inbox";

type FilterRefusal = "NOT_FOUND" | "FILTER_NAME_TAKEN" | "TOO_MANY_FILTERS";
export type SavedFilter = { id: string; name: string; query: string };

/** The actor's own filters by name. One statement. */
export function listFilters(actor: Actor): Promise<SavedFilter[]> {
  const where = { personId: actor.personId, list: LIST };
  return db().savedFilter.findMany({ where, orderBy: { name: "asc" }, select: { id: true, name: true, query: true } });
}

/**
 * Keeps a filter of the inbox under a name, for its owner alone; at most 20. Refuses FILTER_NAME_TAKEN and
 * TOO_MANY_FILTERS, both at `name`.
 */
export async function saveFilter(
  actor: Actor,
  { name, query }: z.output<typeof saveFilterSchema>,
): Promise<Outcome<null, FilterRefusal>> {
  if (!hasInbox(actor)) return refuse("NOT_FOUND");
  return inTransaction<null, FilterRefusal>(async (tx) => {
    const names = await lockedNames(tx, actor);
    if (names.some((one) => one.name === name)) return refuse("FILTER_NAME_TAKEN", { field: "name" });
    if (names.length >= MOST_FILTERS)
      return refuse("TOO_MANY_FILTERS", { field: "name", params: { max: MOST_FILTERS } });
    await tx.savedFilter.create({ data: { personId: actor.personId, list: LIST, name, query } });
    return done(null);
  });
}

/** Gives a filter another name. Refuses NOT_FOUND for somebody else's, FILTER_NAME_TAKEN at `name`. */
export async function renameFilter(
  actor: Actor,
  { id, name }: z.output<typeof renameFilterSchema>,
): Promise<Outcome<null, FilterRefusal>> {
  if (!isUuid(id) || !hasInbox(actor)) return refuse("NOT_FOUND");
  return inTransaction<null, FilterRefusal>(async (tx) => {
    const names = await lockedNames(tx, actor);
    if (names.some((one) => one.name === name && one.id !== id)) return refuse("FILTER_NAME_TAKEN", { field: "name" });
    const { count } = await tx.savedFilter.updateMany({
      where: { id, personId: actor.personId, list: LIST },
      data: { name },
    });
    return count === 1 ? done(null) : refuse("NOT_FOUND");
  });
}

/** Deletes a filter of one's own; one that is gone already is no refusal. */
export async function deleteFilter(actor: Actor, id: string): Promise<void> {
  if (isUuid(id)) await db().savedFilter.deleteMany({ where: { id, personId: actor.personId, list: LIST } });
}

/** One's own filters, while nobody else writes a name among them. */
async function lockedNames(tx: Tx, { personId }: Actor): Promise<{ id: string; name: string }[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('saved_filter ' || ${personId}::uuid, 0))`;
  return tx.savedFilter.findMany({ where: { personId, list: LIST }, select: { id: true, name: true } });
}
