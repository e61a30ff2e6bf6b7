import type { Actor } from "#app/domain/accounts/actor.ts";
import { closeObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { activate } from "../internal/activate.server.ts";
import { fundStep, type LockedLine, lockLine } from "../internal/money/funding-line.server.ts";
import { asDate, moneyDay, partyOnRecord } from "../internal/money/signed.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { fundedBodies } from "./funding.policy.ts";
import type { PaymentInput } from "./funding.schema.ts";
import { lossClaimFault, paymentFault } from "./funding.ts";

/**
 * The fund records what it paid to a member, or what came back from it. A tranche that is paid in full ends its clock;
 * the first payment makes a signed agreement active. Returns the payment's number. Refuses: ABSENT; NOT_SIGNED;
 * NOT_THE_FUND; NOT_A_PARTY (at `memberId`); IN_THE_FUTURE, BEFORE_THE_PARTNERSHIP (at `onDay`); NO_SUCH_TRANCHE,
 * CONDITION_NOT_MET (at `tranche`); OUTSIDE_TRANCHE, ABOVE_ALLOCATION, PAID_BELOW_ZERO (at `amountVnd`);
 * NO_LOSS, LOSS_ACCEPTED (at `ground`) where a loss is claimed back. Source: docs/domain.md, I11 and "Accepted risk".
 */
export async function recordPayment(
  actor: Actor,
  address: AgreementAddress,
  input: PaymentInput,
  at = new Date(),
): Promise<Outcome<{ number: number; active: boolean }>> {
  if (fundedBodies(actor).length === 0) return refuse("NOT_THE_FUND");
  return inTransaction(async (tx) => {
    const locked = await lockLine(tx, actor, address, input.line);
    if (!locked.ok) return locked;
    const { line, partnership, agreement } = locked.value;
    const member = partnership.members.find(({ id, joined }) => joined && id === input.memberId);
    if (!member) return refuse("NOT_A_PARTY", { field: "memberId" });
    const day = moneyDay(input.onDay, partnership, at);
    if (!day.ok) return day;
    const { direction, ground, onDay, reference, evidenceSha256 } = input;
    const unclaimable = ground === "LOSS" ? lossClaimFault(await lossesOf(tx, agreement), member.house) : null;
    if (unclaimable) return refuse(unclaimable, { field: "ground" });
    const amountVnd = direction === "REFUNDED" ? -input.amountVnd : input.amountVnd;
    const paid = onTranche(line, input.tranche, amountVnd);
    if (!paid.ok) return paid;
    const fault = paymentFault([...line.transactions.map(dated), { onDay, amountVnd }], line.allocatedVnd);
    if (fault) return refuse(fault, { field: "amountVnd" });

    const number = line.transactions.length + 1;
    const { trancheId, isFull } = paid.value;
    await tx.fundingTransaction.create({
      data: {
        ...{ lineId: line.id, number, trancheId, amountVnd, memberId: member.id, refundGround: ground, reference },
        ...{ evidenceSha256, onDay: asDate(onDay) },
        recordedById: actor.personId,
        recordedAt: at,
      },
    });
    if (trancheId !== null && isFull) await closeObligation(tx, trancheId, "TRANCHE", "paid", at);
    const active = amountVnd > 0n && (await activate(tx, locked.value, ["FUND"], at));
    await fundStep(tx, locked.value, {
      kind: direction === "REFUNDED" ? "funding.refunded" : "funding.paid",
      by: { actor, organisationId: line.organisationId },
      payload: {
        ...{ line: line.number, number, tranche: input.tranche, onDay, ...partyOnRecord(member) },
        ...{ amountVnd: amountVnd.toString(), reference, evidenceSha256 },
        ...{ ...(ground ? { ground } : {}), ...(active ? { state: "ACTIVE" } : {}) },
      },
      at,
    });
    return done({ number, active });
  });
}

/** The tranche that a payment goes to, if it names one, and whether it is then paid in full. */
function onTranche(
  { tranches, transactions }: LockedLine,
  number: number | null,
  amountVnd: bigint,
): Outcome<{ trancheId: string | null; isFull: boolean }> {
  if (number === null) return done({ trancheId: null, isFull: false });
  const tranche = tranches.find((one) => one.number === number);
  if (!tranche) return refuse("NO_SUCH_TRANCHE", { field: "tranche" });
  if (!tranche.conditionMetAt) return refuse("CONDITION_NOT_MET", { field: "tranche" });
  const paidVnd = transactions
    .filter(({ trancheId }) => trancheId === tranche.id)
    .reduce((sum, one) => sum + one.amountVnd, amountVnd);
  if (paidVnd > tranche.amountVnd || paidVnd < 0n) return refuse("OUTSIDE_TRANCHE", { field: "amountVnd" });
  return done({ trancheId: tranche.id, isFull: paidVnd === tranche.amountVnd });
}

function dated({ onDay, amountVnd }: { onDay: Date; amountVnd: bigint }) {
  return { onDay: onDay.toISOString().slice(0, 10), amountVnd };
}

/** The locked losses of an agreement, and which of them were accepted. */
function lossesOf(tx: Tx, { id }: { id: string }) {
  return tx.$queryRaw<{ accepted: boolean }[]>`SELECT accepted FROM losses_of(${id}::uuid)`;
}
