import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { activate } from "../internal/activate.server.ts";
import type { LockedMember } from "../internal/locked.server.ts";
import { capitalEvents, falls, paidAgainst, type StoredCapitalEvent } from "../internal/money/capital-events.server.ts";
import { lockSigned, partyOnRecord, type SignedAgreement } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { confirmer } from "./capital.policy.ts";

/**
 * Another party confirms that capital moved, and from then on it counts. A contribution that fills its commitment ends
 * the call for it; the first one makes a signed agreement active where the lead paid or confirmed it.
 * Refuses: ABSENT; NOT_SIGNED; NO_SUCH_EVENT; ALREADY_ANSWERED; ANOTHER_CONFIRMS; BALANCE_BELOW_ZERO;
 * ABOVE_THE_COMMITMENT. Source: docs/domain.md, I4 and I5.
 */
export async function confirmCapital(
  actor: Actor,
  address: AgreementAddress,
  number: number,
  at = new Date(),
): Promise<Outcome<{ active: boolean }>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const events = await capitalEvents(tx, agreement.id);
    const event = events.find((one) => one.number === number);
    if (!event) return refuse("NO_SUCH_EVENT");
    if (event.state !== "PENDING") return refuse("ALREADY_ANSWERED");
    const member = confirmer(actor, partnership.members, event);
    if (!member) return refuse("ANOTHER_CONFIRMS");
    const counted = [...events.filter(({ state }) => state === "CONFIRMED"), event];
    if (falls(counted)) return refuse("BALANCE_BELOW_ZERO");
    const filled = await fill(tx, event, counted);
    if (!filled.ok) return filled;

    await tx.capitalEvent.update({
      where: { id: event.id },
      data: { confirmedByMemberId: member.id, confirmedById: actor.personId, confirmedAt: at },
    });
    await closeObligation(tx, event.id, "CAPITAL_CONFIRMATION", "confirmed", at);
    if (filled.value !== null) await closeObligation(tx, filled.value, "CAPITAL_CALL", "paid", at);
    const active = event.kind === "ISSUE" && (await activateBy(tx, signed.value, { event, member }, at));
    await writeStep(tx, partnership, {
      kind: "capital.confirmed",
      by: { actor, organisationId: member.organisationId },
      payload: {
        ...{ productCode: agreement.productCode, number, kind: event.kind, onDay: event.onDay },
        ...(active ? { state: "ACTIVE" } : {}),
        changes: event.changes.flatMap(({ party, amountVnd }) =>
          partnership.members
            .filter(({ id }) => id === party)
            .map((one) => ({ ...partyOnRecord(one), amountVnd: amountVnd.toString() })),
        ),
      },
      at,
    });
    return done({ active });
  });
}

/** The commitment that these events fill, where the new one is a contribution; refuses one that would be overfilled. */
async function fill(
  tx: Tx,
  { commitmentId }: StoredCapitalEvent,
  counted: readonly StoredCapitalEvent[],
): Promise<Outcome<string | null>> {
  if (commitmentId === null) return done(null);
  const { committedVnd } = await tx.capitalCommitment.findUniqueOrThrow({
    where: { id: commitmentId },
    select: { committedVnd: true },
  });
  const paidVnd = paidAgainst(commitmentId, counted);
  if (paidVnd > committedVnd) return refuse("ABOVE_THE_COMMITMENT");
  return done(paidVnd === committedVnd ? commitmentId : null);
}

function activateBy(
  tx: Tx,
  signed: SignedAgreement,
  { event, member }: { event: StoredCapitalEvent; member: LockedMember },
  at: Date,
): Promise<boolean> {
  const isLead = signed.partnership.members.some(
    ({ id, role }) => role === "LEAD" && (id === member.id || id === event.recordedByMemberId),
  );
  return activate(tx, signed, isLead ? ["LEAD"] : [], at);
}
