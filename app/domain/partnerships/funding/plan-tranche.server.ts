import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { fundStep, lockLine } from "../internal/money/funding-line.server.ts";
import { asDate } from "../internal/money/signed.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { fundedBodies } from "./funding.policy.ts";
import type { TrancheInput } from "./funding.schema.ts";

/**
 * The fund plans a tranche of an allocation: a day, an amount and the condition on which it is paid. Returns its number.
 * Refuses: ABSENT; NOT_SIGNED; NOT_THE_FUND; OUTSIDE_THE_AGREEMENT, TRANCHE_NOT_IN_ORDER (at `dueOn`) where it is due
 * before the tranche that precedes it; TRANCHES_ABOVE_ALLOCATION (at `amountVnd`). Source: docs/domain.md, "State money".
 */
export async function planTranche(
  actor: Actor,
  address: AgreementAddress,
  input: TrancheInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  if (fundedBodies(actor).length === 0) return refuse("NOT_THE_FUND");
  return inTransaction(async (tx) => {
    const locked = await lockLine(tx, actor, address, input.line);
    if (!locked.ok) return locked;
    const { line, agreement } = locked.value;
    const { dueOn, amountVnd, condition } = input;
    if (agreement.to !== null && dueOn >= agreement.to) return refuse("OUTSIDE_THE_AGREEMENT", { field: "dueOn" });
    const last = line.tranches.at(-1);
    if (last && asDate(dueOn) < last.dueOn) return refuse("TRANCHE_NOT_IN_ORDER", { field: "dueOn" });
    const plannedVnd = line.tranches.reduce((sum, tranche) => sum + tranche.amountVnd, amountVnd);
    if (plannedVnd > line.allocatedVnd) return refuse("TRANCHES_ABOVE_ALLOCATION", { field: "amountVnd" });
    const number = line.tranches.length + 1;
    await tx.fundingTranche.create({
      data: {
        ...{ lineId: line.id, number, amountVnd, condition },
        dueOn: asDate(dueOn),
        recordedById: actor.personId,
        recordedAt: at,
      },
    });
    await fundStep(tx, locked.value, {
      kind: "funding.planned",
      by: { actor, organisationId: line.organisationId },
      payload: { line: line.number, tranche: number, dueOn, amountVnd: amountVnd.toString(), condition },
      at,
    });
    return done({ number });
  });
}
