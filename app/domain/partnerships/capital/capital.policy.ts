import type { Actor } from "#app/domain/accounts/actor.ts";
import { amender, type MemberFacts, maySign } from "../partnership.policy.ts";

/** As much of an event as decides who may answer it. */
export type AnswerFacts = {
  kind: string;
  recordedByMemberId: string;
  recordedById: string;
  changes: readonly { party: string; amountVnd: bigint }[];
};

/**
 * The member for which the actor may confirm an event: another party than the one that recorded it, and another person;
 * for a transfer the party that takes. Source: docs/domain.md, I5 and "Separation of duties".
 */
export function confirmer<Member extends MemberFacts>(
  actor: Actor | null,
  members: readonly Member[],
  event: AnswerFacts,
): Member | null {
  if (!actor || actor.personId === event.recordedById) return null;
  const takers = event.changes.filter(({ amountVnd }) => amountVnd > 0n).map(({ party }) => party);
  return (
    members.find(
      (member) =>
        member.id !== event.recordedByMemberId &&
        maySign(actor, member) &&
        (event.kind !== "TRANSFER" || takers.includes(member.id)),
    ) ?? null
  );
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

/** Who may end an event that waits: the party that recorded it takes it back, a party that could confirm it declines it. */
export function decliner<Member extends MemberFacts>(
  actor: Actor | null,
  members: readonly Member[],
  event: AnswerFacts,
): Member | null {
  const own = members.find((member) => member.id === event.recordedByMemberId && maySign(actor, member));
  return own ?? confirmer(actor, members, event);
}
