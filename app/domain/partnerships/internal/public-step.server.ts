import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { tell } from "#app/domain/notices/tell.server.ts";
import { appendEntry } from "#app/domain/record/append-entry.server.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import type { Tx } from "#prisma/client.server.ts";

/** A partnership, as far as the public record needs it. */
type Subject = { id: string; code: string; published: boolean };

/** In whose name it was done: the organisation and the actor's post in it; `role` where nobody's representative acts. */
export type InTheNameOf = { actor: Actor; organisationId: string; role?: Role };
/** The same, or a role that is held in no body. */
type Hand = Omit<InTheNameOf, "organisationId"> & { organisationId: string | null };

/**
 * Writes what happened into the public record and tells the followers and the search index, in the caller's transaction. Before the first
 * signature a partnership is not public: the record then keeps the code and the step alone, without the body that acted.
 */
export async function writeStep(
  tx: Tx,
  partnership: Subject,
  step: {
    kind: string;
    by: Hand;
    payload: Record<string, unknown>;
    at: Date;
    /** a State body that is no party: always named */
    isAuthority?: true;
  },
): Promise<bigint> {
  const { by, payload, kind, at } = step;
  const actor =
    partnership.published || step.isAuthority
      ? { organisationId: by.organisationId, post: postOf(by) }
      : { organisationId: null, post: "PARTY_REP" };
  const subject = { type: "PARTNERSHIP", code: partnership.code } as const;
  const entry = await appendEntry(tx, { kind, subject, actor, payload }, at);
  await tell(tx, { event: "partnership.step", subject, params: { kind }, by: by.actor.personId }, at);
  await enqueue(tx, { topic: "search", payload: { type: "partnership", id: partnership.id } });
  return entry;
}

/** The post that a signature and the public record name; the role where the profile names none. */
export function postOf({ actor, organisationId, role = "PARTY_REP" }: Hand): string {
  return actor.affiliations.find((it) => it.organisationId === organisationId)?.post ?? role;
}
