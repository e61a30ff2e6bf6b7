import type { Actor } from "#app/domain/accounts/actor.ts";
import { amender, type MemberFacts, mayRepresent, maySign } from "../partnership.policy.ts";

/** As much of an event as decides who may answer it. */
export type AnswerFacts = {
  kind: string;
  recordedByMemberId: string;
  recordedById: string;
  changes: readonly { party: string; amountVnd: bigint }[];
};

/**
 * The member for which the actor may confirm an event: another party than the one that recorded it, and another person;
 * for a transfer the party that takes, which may have left since. Source: docs/domain.md, I5 and "Separation of duties".
 */
export function confirmer<Member extends MemberFacts>(
  actor: Actor | null,
  members: readonly Member[],
  event: AnswerFacts,
): Member | null {
  if (!actor || actor.personId === event.recordedById) return null;
  const others = members.filter(({ id }) => id !== event.recordedByMemberId);
  if (event.kind !== "TRANSFER") return others.find((member) => maySign(actor, member)) ?? null;
  const takers = event.changes.filter(({ amountVnd }) => amountVnd > 0n).map(({ party }) => party);
  return others.find(({ id, organisationId }) => takers.includes(id) && mayRepresent(actor, organisationId)) ?? null;
}

/** The member for which the actor may answer a release: another than the one that asks, and another person; the lead first. */
export function releaser<Member extends MemberFacts>(
  actor: Actor | null,
  members: readonly Member[],
  release: { memberId: string; askedById: string },
): Member | null {
  if (!actor || actor.personId === release.askedById) return null;
  return amender(
    actor,
    members.filter(({ id }) => id !== release.memberId),
  );
}

/** Who may end an event that waits: the party that recorded it takes it back, also once it has left; a party that could confirm it declines it. */
export function decliner<Member extends MemberFacts>(
  actor: Actor | null,
  members: readonly Member[],
  event: AnswerFacts,
): Member | null {
  const own = members.find(
    ({ id, organisationId }) => id === event.recordedByMemberId && mayRepresent(actor, organisationId),
  );
  return own ?? confirmer(actor, members, event);
}
