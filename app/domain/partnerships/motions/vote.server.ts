import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedMember, type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { amender } from "../partnership.policy.ts";
import { carry } from "./carry.server.ts";
import { type MotionKind, type MotionState, outcomeOf } from "./motion.ts";

type OpenMotion = { id: string; number: number; kind: MotionKind; reason: string; untilOn: string | null };

/**
 * A member votes on the open motion, once, for or against, and confirms it with the password. The vote that decides ends
 * it and moves the partnership. Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE; NO_OPEN_MOTION where
 * the motion of this number is over; ALREADY_VOTED. Source: docs/domain.md, "Suspending and ending".
 */
export async function vote(
  actor: Actor,
  code: string,
  input: { number: number; inFavour: boolean; password: string },
  at = new Date(),
): Promise<Outcome<{ state: MotionState }>> {
  const confirmed = await confirmPassword(actor, input.password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<{ state: MotionState }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const found = await tx.partnershipMotion.findFirst({
      where: { partnershipId: partnership.id, number: input.number, state: "OPEN" },
      include: { votes: true },
    });
    if (!amender(actor, partnership.members)) return refuse("NOT_A_REPRESENTATIVE");
    if (!found) return refuse("NO_OPEN_MOTION");
    const member = amender(
      actor,
      partnership.members.filter(({ id }) => !found.votes.some(({ memberId }) => memberId === id)),
    );
    if (!member) return refuse("ALREADY_VOTED");
    const motion = { ...found, untilOn: found.untilOn?.toISOString().slice(0, 10) ?? null };
    const state = await countVote(tx, { partnership, motion, member, inFavour: input.inFavour }, actor, at);
    return done({ state });
  });
}

/** Puts a member's vote down and does what it decides, in the caller's transaction. */
export async function countVote(
  tx: Tx,
  cast: { partnership: LockedPartnership; motion: OpenMotion; member: LockedMember; inFavour: boolean },
  actor: Actor,
  at: Date,
): Promise<MotionState> {
  const { partnership, motion, member, inFavour } = cast;
  const by = { actor, organisationId: member.organisationId };
  await tx.motionVote.create({
    data: {
      ...{ motionId: motion.id, memberId: member.id, personId: actor.personId },
      ...{ post: postOf(by), inFavour, votedAt: at },
    },
  });
  const votes = await tx.motionVote.findMany({ where: { motionId: motion.id }, select: { inFavour: true } });
  const today = dayInVietnam(at);
  const members = partnership.members.filter(({ joined, to }) => joined && (to === null || to > today)).length;
  const yes = votes.filter((one) => one.inFavour).length;
  const state = outcomeOf(motion.kind, { members, yes, no: votes.length - yes });
  if (state === "CARRIED") await carry(tx, partnership, motion, by, at);
  if (state === "REJECTED") {
    await tx.partnershipMotion.update({ where: { id: motion.id }, data: { state, endedAt: at } });
    const payload = { motion: motion.number, asked: motion.kind, yes, no: votes.length - yes, members };
    await writeStep(tx, partnership, { kind: "partnership.motion-rejected", by, payload, at });
  }
  return state;
}
