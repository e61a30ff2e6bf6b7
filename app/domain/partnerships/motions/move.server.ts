import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { type LockedPartnership, lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { amender, stateAuthority } from "../partnership.policy.ts";
import { carry } from "./carry.server.ts";
import { LONGEST_SUSPENSION_DAYS, type MotionKind, type MotionState, motionsIn } from "./motion.ts";
import { countVote } from "./vote.server.ts";

export type MoveInput = { kind: MotionKind; reason: string; untilOn: string | null; password: string };
export type Moved = { number: number; state: MotionState };

/**
 * A member moves to suspend, resume or terminate a partnership, which counts as its vote for it; a State authority that
 * has no part in the partnership orders to suspend or resume it, at once. Confirmed with the password.
 * Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE; MOTION_OPEN while another waits for votes;
 * NOT_ALLOWED_FROM_STATE; ONLY_MEMBERS_TERMINATE; SUSPENSION_NEEDS_END, SUSPENSION_OUT_OF_RANGE (at `untilOn`).
 * Source: docs/domain.md, "Suspending and ending".
 */
export async function move(actor: Actor, code: string, input: MoveInput, at = new Date()): Promise<Outcome<Moved>> {
  const confirmed = await confirmPassword(actor, input.password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<Moved, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const member = amender(actor, partnership.members);
    const authority = member ? null : stateAuthority(actor, partnership.members);
    const organisationId = member?.organisationId ?? authority;
    if (!organisationId) return refuse("NOT_A_REPRESENTATIVE");
    if (!motionsIn(partnership.state).includes(input.kind)) return refuse("NOT_ALLOWED_FROM_STATE");
    if (!member && input.kind === "TERMINATE") return refuse("ONLY_MEMBERS_TERMINATE", { field: "kind" });
    const untilOn = lastDayOf(input, at);
    if (!untilOn.ok) return untilOn;
    const motion = await open(tx, partnership, {
      ...{ kind: input.kind, reason: input.reason, untilOn: untilOn.value, at },
      ...{ actor, organisationId, memberId: member?.id ?? null },
    });
    if (!motion) return refuse("MOTION_OPEN");
    const by = { actor, organisationId };
    if (!member) {
      await carry(tx, partnership, motion, by, at);
      return done({ number: motion.number, state: "CARRIED" });
    }
    const { kind, number, reason } = motion;
    const payload = { motion: number, asks: kind, reason, ...(motion.untilOn ? { untilOn: motion.untilOn } : {}) };
    await writeStep(tx, partnership, { kind: "partnership.motion", by, payload, at });
    const state = await countVote(tx, { partnership, motion, member, inFavour: true }, actor, at);
    return done({ number, state });
  });
}

function lastDayOf({ kind, untilOn }: MoveInput, at: Date): Outcome<string | null> {
  if (kind !== "SUSPEND") return done(null);
  if (untilOn === null) return refuse("SUSPENSION_NEEDS_END", { field: "untilOn" });
  const today = dayInVietnam(at);
  const params = { days: LONGEST_SUSPENSION_DAYS };
  if (untilOn <= today || untilOn > addDays(today, LONGEST_SUSPENSION_DAYS))
    return refuse("SUSPENSION_OUT_OF_RANGE", { field: "untilOn", params });
  return done(untilOn);
}

type Opened = {
  kind: MotionKind;
  reason: string;
  untilOn: string | null;
  actor: Actor;
  organisationId: string;
  memberId: string | null;
  at: Date;
};

/** Null while another motion waits for votes. */
async function open(tx: Tx, { id }: LockedPartnership, asked: Opened) {
  const { kind, reason, untilOn, actor, organisationId, memberId, at } = asked;
  const before = await tx.partnershipMotion.findMany({ where: { partnershipId: id }, select: { state: true } });
  if (before.some(({ state }) => state === "OPEN")) return null;
  const number = before.length + 1;
  const created = await tx.partnershipMotion.create({
    data: {
      ...{ partnershipId: id, number, kind, reason, byMemberId: memberId, byOrganisationId: organisationId },
      untilOn: untilOn === null ? null : new Date(`${untilOn}T00:00:00Z`),
      ...{ byId: actor.personId, post: postOf({ actor, organisationId }), movedAt: at },
    },
    select: { id: true },
  });
  return { id: created.id, number, kind, reason, untilOn };
}
