import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { fundStep, lockLine } from "../internal/money/funding-line.server.ts";
import { laterOf } from "../internal/money/signed.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { fundedBodies } from "./funding.policy.ts";
import type { ConditionInput } from "./funding.schema.ts";

/**
 * The fund says that the condition of a tranche is met, and on what evidence; from then on the body owes the tranche by
 * its day, or by today where that has passed. Returns the day. Refuses: ABSENT; NOT_SIGNED; NOT_THE_FUND;
 * NO_SUCH_TRANCHE; CONDITION_ALREADY_MET. Source: docs/domain.md, "State money".
 */
export async function confirmCondition(
  actor: Actor,
  address: AgreementAddress,
  input: ConditionInput,
  at = new Date(),
): Promise<Outcome<{ dueOn: string }>> {
  if (fundedBodies(actor).length === 0) return refuse("NOT_THE_FUND");
  return inTransaction(async (tx) => {
    const locked = await lockLine(tx, actor, address, input.line);
    if (!locked.ok) return locked;
    const { line, partnership } = locked.value;
    const tranche = line.tranches.find(({ number }) => number === input.tranche);
    if (!tranche) return refuse("NO_SUCH_TRANCHE", { field: "tranche" });
    if (tranche.conditionMetAt) return refuse("CONDITION_ALREADY_MET");
    await tx.fundingTranche.update({
      where: { id: tranche.id },
      data: { conditionMetAt: at, conditionMetById: actor.personId, conditionReference: input.reference },
    });
    const lead = partnership.members.find(({ role }) => role === "LEAD");
    const dueOn = await openAgreedObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: tranche.id, code: partnership.code },
        kind: "TRANCHE",
        debtor: { organisationId: line.organisationId, role: "FUND" },
        creditor: { organisationId: lead?.organisationId ?? null, role: "PARTY_REP" },
        dueOn: laterOf(tranche.dueOn.toISOString().slice(0, 10), dayInVietnam(at)),
        basis: "FUNDING_TRANCHE",
      },
      at,
    );
    await fundStep(tx, locked.value, {
      kind: "funding.condition-met",
      by: { actor, organisationId: line.organisationId },
      payload: { line: line.number, tranche: tranche.number, dueOn, reference: input.reference },
      at,
    });
    return done({ dueOn });
  });
}
