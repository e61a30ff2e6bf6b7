import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { capitalEvents, falls } from "../internal/money/capital-events.server.ts";
import { recordCapital } from "../internal/money/record-capital.server.ts";
import { lockSigned, moneyDay } from "../internal/money/signed.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySign } from "../partnership.policy.ts";
import type { MoveInput } from "./capital.schema.ts";

/**
 * A party gives capital that it paid in to another, has it bought back by the partnership, or writes it off. A transfer
 * counts once its taker confirms it, the others once any other party does. Returns the event's number.
 * Refuses: ABSENT; NOT_SIGNED; NOT_A_REPRESENTATIVE (at `fromMemberId`); NOT_A_PARTY (at `toMemberId`); IN_THE_FUTURE,
 * BEFORE_THE_PARTNERSHIP (at `onDay`); PARTY_LEAVES at the party whose exit is settled; BALANCE_BELOW_ZERO (at `amountVnd`). Source: docs/domain.md, I5.
 */
export async function moveCapital(
  actor: Actor,
  address: AgreementAddress,
  input: MoveInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const { kind, amountVnd, priceVnd, reference, evidenceSha256 } = input;
    const joined = partnership.members.filter((member) => member.joined && !member.left);
    const giver = joined.find(({ id }) => id === input.fromMemberId);
    if (!giver || !maySign(actor, giver)) return refuse("NOT_A_REPRESENTATIVE", { field: "fromMemberId" });
    const taker = kind === "TRANSFER" ? joined.find(({ id }) => id === input.toMemberId && id !== giver.id) : undefined;
    if (kind === "TRANSFER" && !taker) return refuse("NOT_A_PARTY", { field: "toMemberId" });
    if (giver.to !== null) return refuse("PARTY_LEAVES", { field: "fromMemberId" });
    if (taker && taker.to !== null) return refuse("PARTY_LEAVES", { field: "toMemberId" });
    const day = moneyDay(input.onDay, partnership, at);
    if (!day.ok) return day;
    const lines = [{ member: giver, amountVnd: -amountVnd }, ...(taker ? [{ member: taker, amountVnd }] : [])];
    const changes = lines.map(({ member, amountVnd: change }) => ({ party: member.id, amountVnd: change }));
    const counted = (await capitalEvents(tx, agreement.id)).filter(({ state }) => state === "CONFIRMED");
    if (falls([...counted, { onDay: day.value, changes }])) return refuse("BALANCE_BELOW_ZERO", { field: "amountVnd" });
    const { number } = await recordCapital(
      tx,
      actor,
      signed.value,
      {
        ...{ kind, priceVnd, reference, evidenceSha256, lines },
        onDay: day.value,
        commitmentId: null,
        recorder: giver,
        confirmer: taker ?? joined.find(({ id }) => id !== giver.id) ?? null,
      },
      at,
    );
    return done({ number });
  });
}
