import type { Actor } from "#app/domain/accounts/actor.ts";
import { followFor } from "#app/domain/notices/follows/follow.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { cureHouse } from "../internal/house-alarm.server.ts";
import { type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { mayJoin } from "../partnership.policy.ts";
import { missingHouses, partnershipTransition } from "../partnership.ts";

/**
 * An invited organisation takes part, by its representative. With the last of the three houses negotiation begins by
 * itself: the lead asked for it by inviting. A running partnership that was without that house is whole again. Returns the partnership's state.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; ALREADY_A_MEMBER.
 * Source: docs/domain.md, "Partnerships and agreements" (FORMING to NEGOTIATION: all three houses present).
 */
export async function joinPartnership(
  actor: Actor,
  code: string,
  memberId: string,
  at = new Date(),
): Promise<Outcome<{ state: string }>> {
  return inTransaction(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const member = partnership?.members.find(({ id }) => id === memberId);
    if (!partnership || !member) return refuse("ABSENT");
    if (!mayJoin(actor, { ...member, joined: false })) return refuse("NOT_A_REPRESENTATIVE");
    if (member.joined) return refuse("ALREADY_A_MEMBER");
    await tx.partnershipMember.update({ where: { id: member.id }, data: { joinedAt: at } });
    const state = await beginNegotiation(tx, partnership, memberId);
    await writeStep(tx, partnership, {
      kind: "partnership.joined",
      by: { actor, organisationId: member.organisationId },
      payload: { state, house: member.house },
      at,
    });
    const isThere = member.from <= dayInVietnam(at);
    if (isThere) await cureHouse(tx, partnership, member.house, at);
    await followFor(tx, actor.personId, { type: "PARTNERSHIP", code }, at);
    return done({ state });
  });
}

async function beginNegotiation(tx: Tx, partnership: LockedPartnership, joining: string): Promise<string> {
  const joined = partnership.members.filter((member) => member.joined || member.id === joining);
  const step = partnershipTransition(partnership.state, "NEGOTIATION", ["LEAD"]);
  if (!step.ok || missingHouses(joined).length > 0) return partnership.state;
  await tx.partnership.update({
    where: { id: partnership.id },
    data: { state: "NEGOTIATION", revision: { increment: 1 } },
  });
  return "NEGOTIATION";
}
