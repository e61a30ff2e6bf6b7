import type { Actor } from "#app/domain/accounts/actor.ts";
import { STATE_BUDGET } from "#app/domain/catalogue/funding-source.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { fundStep } from "../internal/money/funding-line.server.ts";
import { lockSigned } from "../internal/money/signed.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { mayFund } from "./funding.policy.ts";
import type { AllocateInput } from "./funding.schema.ts";

/**
 * A body of the State allocates money of one source to a signed agreement, under a budget line. Returns the line's
 * number. Refuses: ABSENT; NOT_SIGNED; NOT_THE_FUND (at `organisationId`), also for a body of another house;
 * NO_STATE_MONEY (at `source`) where the agreement says that there is none. Source: docs/domain.md, I11.
 */
export async function allocateFunding(
  actor: Actor,
  address: AgreementAddress,
  input: AllocateInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const { organisationId, source, budgetLine, allocatedVnd, reference } = input;
    const body = await tx.organisation.findUnique({ where: { id: organisationId }, select: { house: true } });
    if (body?.house !== "STATE" || !mayFund(actor, organisationId, partnership.members))
      return refuse("NOT_THE_FUND", { field: "organisationId" });
    if (STATE_BUDGET.includes(source) && !agreement.hasStateMoney) return refuse("NO_STATE_MONEY", { field: "source" });
    const number = 1 + (await tx.fundingLine.count({ where: { agreementId: agreement.id } }));
    await tx.fundingLine.create({
      data: {
        ...{ agreementId: agreement.id, number, source, budgetLine, organisationId, allocatedVnd, reference },
        recordedById: actor.personId,
        recordedAt: at,
      },
    });
    await fundStep(tx, signed.value, {
      kind: "funding.allocated",
      by: { actor, organisationId },
      payload: { line: number, source, budgetLine, amountVnd: allocatedVnd.toString(), reference },
      at,
    });
    return done({ number });
  });
}
