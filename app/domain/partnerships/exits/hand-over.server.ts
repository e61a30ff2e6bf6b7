import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { lockedAgreement, lockPartnership } from "../internal/locked.server.ts";
import { capitalEvents, falls } from "../internal/money/capital-events.server.ts";
import { type NewCapitalEvent, recordCapital } from "../internal/money/record-capital.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import { mayRepresent } from "../partnership.policy.ts";

/**
 * The leaver says that one part of its exit was paid, with the document that shows it, and hands its paid-in capital
 * over: a transfer that counts once the party that takes it confirms, whether it has left too or not; where it declines
 * that, the part is open again. From the day on which the leaver leaves. Refuses: ABSENT; NOT_A_REPRESENTATIVE;
 * ALREADY_HANDED_OVER; NOT_LEFT_YET; TAKES_OVER_FIRST where what it takes over from another has to come before;
 * BALANCE_BELOW_ZERO.
 * Source: docs/domain.md, "A party leaves" and I5.
 */
export async function handOver(
  actor: Actor,
  code: string,
  { handoverId, reference }: { handoverId: string; reference: string },
  at = new Date(),
): Promise<Outcome<null>> {
  return inTransaction<null, string>(async (tx) => {
    const partnership = await lockPartnership(tx, code);
    const found = await tx.exitHandover.findUnique({
      where: { id: handoverId },
      include: { settlement: { include: { exit: true } } },
    });
    if (!partnership?.published || found?.settlement.exit.partnershipId !== partnership.id) return refuse("ABSENT");
    const { exit } = found.settlement;
    const leaver = partnership.members.find(({ id }) => id === exit.memberId);
    const taker = partnership.members.find(({ id }) => id === found.memberId);
    const about = await tx.agreement.findUniqueOrThrow({
      where: { id: found.agreementId },
      select: { productCode: true },
    });
    const agreement = await lockedAgreement(tx, partnership, about.productCode);
    if (!leaver || !taker || !agreement) return refuse("ABSENT");
    if (!mayRepresent(actor, leaver.organisationId)) return refuse("NOT_A_REPRESENTATIVE");
    if (found.doneAt) return refuse("ALREADY_HANDED_OVER");
    const onDay = dayInVietnam(at);
    if (onDay < exit.effectiveOn.toISOString().slice(0, 10)) return refuse("NOT_LEFT_YET");
    const { id, paidInVnd, priceVnd } = found;
    let eventId: string | null = null;
    if (paidInVnd > 0n) {
      const lines = [
        { member: leaver, amountVnd: -paidInVnd },
        { member: taker, amountVnd: paidInVnd },
      ];
      const fault = await balanceFault(tx, { agreementId: agreement.id, memberId: leaver.id, onDay, lines });
      if (fault) return refuse(fault);
      const recorded = await recordCapital(
        tx,
        actor,
        { partnership, agreement },
        {
          ...{ kind: "TRANSFER", onDay, reference, lines, recorder: leaver, confirmer: taker },
          ...{ commitmentId: null, evidenceSha256: null, priceVnd: priceVnd < 0n ? null : priceVnd },
        },
        at,
      );
      eventId = recorded.id;
    }
    await tx.exitHandover.update({ where: { id }, data: { reference, doneAt: at, eventId } });
    await closeObligation(tx, id, "EXIT_PAYMENT", "PAID", at);
    const by = { actor, organisationId: leaver.organisationId };
    const payload = { exit: exit.number, productCode: about.productCode, party: taker.position, reference };
    await writeStep(tx, partnership, { kind: "exit.handed-over", by, payload, at });
    return done(null);
  });
}

/** Why the leaver cannot hand so much over: it takes over from another itself, which comes first, or has less. */
async function balanceFault(
  tx: Tx,
  handed: { agreementId: string; memberId: string; onDay: string; lines: NewCapitalEvent["lines"] },
): Promise<"TAKES_OVER_FIRST" | "BALANCE_BELOW_ZERO" | null> {
  const { agreementId, memberId, onDay, lines } = handed;
  const changes = lines.map(({ member, amountVnd }) => ({ party: member.id, amountVnd }));
  const counted = (await capitalEvents(tx, agreementId)).filter(({ state }) => state === "CONFIRMED");
  if (!falls([...counted, { onDay, changes }])) return null;
  const takes = await tx.exitHandover.count({ where: { agreementId, memberId, doneAt: null } });
  return takes > 0 ? "TAKES_OVER_FIRST" : "BALANCE_BELOW_ZERO";
}
