import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { isUuid } from "#app/platform/typed.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type Asked, LONGEST_ADDRESS, MOST_SEARCHES } from "./saved-search.ts";

export type SearchToSave = { name: string; address: string; asked: Asked };

/**
 * The actor hears of what this search finds newly from now on. Saving the same address twice is saving it once. Refuses
 * TOO_MANY_SEARCHES; SEARCH_TOO_LONG. Source: docs/domain.md, "Notices".
 */
export async function saveSearch(
  actor: Actor,
  { name, address, asked }: SearchToSave,
  at = new Date(),
): Promise<Outcome<null, "TOO_MANY_SEARCHES" | "SEARCH_TOO_LONG">> {
  const { personId } = actor;
  if (address.length > LONGEST_ADDRESS) return refuse("SEARCH_TOO_LONG");
  return inTransaction<null, "TOO_MANY_SEARCHES">(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('saved_search ' || ${personId}::uuid, 0))`;
    const kept = await tx.savedSearch.findMany({ where: { personId }, select: { address: true } });
    if (kept.some((one) => one.address === address)) return done(null);
    if (kept.length >= MOST_SEARCHES) return refuse("TOO_MANY_SEARCHES", { params: { max: MOST_SEARCHES } });
    await tx.savedSearch.create({ data: { personId, name, address, asked, since: at, lookedAt: at } });
    return done(null);
  });
}

/** The actor hears no more of it. One that is gone already, or somebody else's, is no refusal and stays as it is. */
export async function forgetSearch(actor: Actor, id: string): Promise<Outcome<null, never>> {
  return inTransaction(async (tx) => {
    if (isUuid(id)) await tx.savedSearch.deleteMany({ where: { id, personId: actor.personId } });
    return done(null);
  });
}
