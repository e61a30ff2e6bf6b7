import { confirmPassword } from "#app/domain/accounts/access/confirm-password.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { declineOpen, isAppraised } from "../internal/exits/open-settlement.server.ts";
import { lockPartnership } from "../internal/locked.server.ts";
import { postOf, writeStep } from "../internal/public-step.server.ts";
import { amender, maySign } from "../partnership.policy.ts";
import { isRunning } from "../partnership.ts";
import type { NoticeInput } from "./exit.schema.ts";
import { askForAnswer } from "./internal/ask-for-answer.server.ts";
import { exitFacts, whatKeeps } from "./internal/exit-facts.server.ts";
import { openExit } from "./internal/open-exit.server.ts";

/**
 * A member of an active partnership gives notice that it leaves, from a day on and with its reason; every other member
 * owes an answer: its signature on a settlement. Confirmed with the password. Returns the exit's number.
 * Refuses: PASSWORD_WRONG; TOO_MANY; ABSENT; NOT_A_REPRESENTATIVE; NOT_ALLOWED_FROM_STATE; ALREADY_LEAVING;
 * EXIT_OPEN while another party leaves; and at `effectiveOn` EXIT_TOO_SOON (it has to be a coming day),
 * OUTSIDE_THE_PARTNERSHIP, DRAFT_NAMES_LEAVER, OUTSIDE_THE_AGREEMENT, BEFORE_LOCKED_DISTRIBUTION.
 * Source: docs/domain.md, "A party leaves".
 */
export async function giveNotice(
  actor: Actor,
  code: string,
  { memberId, effectiveOn, reason, password }: NoticeInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  const confirmed = await confirmPassword(actor, password);
  if (!confirmed.ok) return confirmed;
  return inTransaction<{ number: number }, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const member = partnership?.members.find(({ id }) => id === memberId);
    if (!partnership?.published || !member) return refuse("ABSENT");
    if (!maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE");
    if (partnership.state !== "ACTIVE") return refuse("NOT_ALLOWED_FROM_STATE");
    if (member.to !== null) return refuse("ALREADY_LEAVING");
    if (await openExit(tx, partnership.id)) return refuse("EXIT_OPEN");
    if (effectiveOn <= dayInVietnam(at)) return refuse("EXIT_TOO_SOON", { field: "effectiveOn" });
    if (partnership.to !== null && effectiveOn >= partnership.to)
      return refuse("OUTSIDE_THE_PARTNERSHIP", { field: "effectiveOn" });
    const kept = whatKeeps(await exitFacts(tx, { memberId, effectiveOn }), effectiveOn);
    if (kept) return refuse(kept.code, { field: "effectiveOn", params: { day: kept.day, product: kept.product } });

    const partnershipId = partnership.id;
    const number = 1 + (await tx.partyExit.count({ where: { partnershipId } }));
    const by = { actor, organisationId: member.organisationId };
    const { id } = await tx.partyExit.create({
      data: {
        ...{ partnershipId, number, memberId, reason, givenById: actor.personId, post: postOf(by), givenAt: at },
        effectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
      },
      select: { id: true },
    });
    for (const other of partnership.members.filter(({ joined, left }) => joined && !left))
      if (other.id !== memberId)
        await askForAnswer(tx, { partnership, exit: { id }, debtor: other.organisationId, creditor: member, at });
    const payload = { exit: number, position: member.position, house: member.house, effectiveOn, reason };
    await writeStep(tx, partnership, { kind: "exit.notice", by, payload, at });
    return done({ number });
  });
}

/**
 * The leaver takes its notice back while no settlement is in force; one on the table falls with it. Once the partnership
 * has ended nobody leaves it any more, and any member takes the notice off.
 * Refuses: ABSENT; NOT_A_REPRESENTATIVE; NO_OPEN_EXIT; APPRAISAL_OPEN while that is appraised.
 * Source: docs/domain.md, "A party leaves".
 */
export async function withdrawNotice(
  actor: Actor,
  code: string,
  { number, reason }: { number: number; reason: string },
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    if (!partnership?.published) return refuse("ABSENT");
    const exit = await openExit(tx, partnership.id);
    const member = partnership.members.find(({ id }) => id === exit?.memberId);
    if (exit?.number !== number || !member) return refuse("NO_OPEN_EXIT");
    const hand = isRunning(partnership.state) || maySign(actor, member) ? member : amender(actor, partnership.members);
    if (!hand || !maySign(actor, hand)) return refuse("NOT_A_REPRESENTATIVE");
    if (exit.settlement) {
      if (await isAppraised(tx, exit.settlement.id)) return refuse("APPRAISAL_OPEN");
      await declineOpen(tx, exit.settlement.id, reason, at);
    }
    await tx.partyExit.update({ where: { id: exit.id }, data: { state: "WITHDRAWN", endedAt: at } });
    await voidObligationsOf(tx, exit.id, "EXIT_SETTLEMENT", at);
    const by = { actor, organisationId: hand.organisationId };
    await writeStep(tx, partnership, { kind: "exit.withdrawn", by, payload: { exit: number, reason }, at });
    return done(null);
  });
}
