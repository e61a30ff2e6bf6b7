import type { Actor } from "#app/domain/accounts/actor.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { FundingTranche, FundingTransaction } from "#prisma/generated/client.ts";
import { mayFund } from "../../funding/funding.policy.ts";
import { type InTheNameOf, writeStep } from "../public-step.server.ts";
import type { AgreementAddress } from "../signing/put-signature.server.ts";
import { lockSigned, type SignedAgreement } from "./signed.server.ts";

export type LockedLine = {
  id: string;
  number: number;
  organisationId: string;
  allocatedVnd: bigint;
  tranches: FundingTranche[];
  transactions: FundingTransaction[];
};

/**
 * Locks a partnership and gives a budget line of one of its signed agreements with everything recorded on it, for
 * whoever records the money of its body. Refuses: ABSENT; NOT_SIGNED; PARTNERSHIP_CLOSED; NOT_THE_FUND.
 */
export async function lockLine(
  tx: Tx,
  actor: Actor,
  address: AgreementAddress,
  number: number,
): Promise<
  Outcome<SignedAgreement & { line: LockedLine }, "ABSENT" | "NOT_SIGNED" | "PARTNERSHIP_CLOSED" | "NOT_THE_FUND">
> {
  const signed = await lockSigned(tx, address);
  if (!signed.ok) return signed;
  const line = await tx.fundingLine.findFirst({
    where: { agreementId: signed.value.agreement.id, number },
    select: {
      ...{ id: true, number: true, organisationId: true, allocatedVnd: true },
      tranches: { orderBy: { number: "asc" } },
      transactions: { orderBy: { number: "asc" } },
    },
  });
  if (!line) return refuse("ABSENT");
  if (!mayFund(actor, line.organisationId, signed.value.partnership.members)) return refuse("NOT_THE_FUND");
  return done({ ...signed.value, line });
}

/** Writes what happened to the money of an agreement into the public record. */
export function fundStep(
  tx: Tx,
  { partnership, agreement }: SignedAgreement,
  step: { kind: string; by: InTheNameOf; payload: Record<string, unknown>; at: Date },
): Promise<bigint> {
  return writeStep(tx, partnership, { ...step, payload: { productCode: agreement.productCode, ...step.payload } });
}
