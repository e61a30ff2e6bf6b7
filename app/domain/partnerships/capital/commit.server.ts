import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import type { LockedPartnership } from "../internal/locked.server.ts";
import { asDate, lockSigned, partyOnRecord, type SignedAgreement } from "../internal/money/signed.server.ts";
import { writeStep } from "../internal/public-step.server.ts";
import type { AgreementAddress } from "../internal/signing/put-signature.server.ts";
import { maySign } from "../partnership.policy.ts";
import type { CommitInput } from "./capital.schema.ts";
import { plainName, THRESHOLD } from "./capital.ts";

/**
 * A party of a signed agreement commits a contribution, by a day; it owes it from then on. Returns the commitment's
 * number. Refuses: ABSENT; NOT_SIGNED; NOT_A_REPRESENTATIVE, PARTY_LEAVES once its exit is settled (at `memberId`); DUE_IN_THE_PAST, OUTSIDE_THE_AGREEMENT (at
 * `dueOn`); VALUATION_OF_CASH, VALUATION_MISSING (at `valuationMethod`); IN_THE_FUTURE (at `valuedOn`);
 * VALUER_IS_A_PARTY (at `valuer`). Source: docs/domain.md, I10.
 */
export async function commitCapital(
  actor: Actor,
  address: AgreementAddress,
  input: CommitInput,
  at = new Date(),
): Promise<Outcome<{ number: number }>> {
  return inTransaction(async (tx) => {
    const signed = await lockSigned(tx, address);
    if (!signed.ok) return signed;
    const { partnership, agreement } = signed.value;
    const member = partnership.members.find(({ id }) => id === input.memberId);
    if (!member || !maySign(actor, member)) return refuse("NOT_A_REPRESENTATIVE", { field: "memberId" });
    if (member.to !== null) return refuse("PARTY_LEAVES", { field: "memberId" });
    const fault = dayFault(input, signed.value, at) ?? (await valuationFault(tx, partnership, input, at));
    if (fault) return fault;

    const { valuation, kind, description, committedVnd, dueOn } = input;
    const number = 1 + (await tx.capitalCommitment.count({ where: { agreementId: agreement.id } }));
    const { id } = await tx.capitalCommitment.create({
      data: {
        agreementId: agreement.id,
        number,
        memberId: member.id,
        kind,
        description,
        committedVnd,
        dueOn: asDate(dueOn),
        valuationMethod: valuation?.method ?? null,
        valuer: valuation?.valuer ?? null,
        valuedOn: valuation && asDate(valuation.valuedOn),
        reportSha256: valuation?.reportSha256 ?? null,
        ...{ recordedById: actor.personId, recordedAt: at },
      },
    });
    const creditor = partnership.members.find((other) => other.joined && other.id !== member.id);
    await openAgreedObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id, code: partnership.code },
        kind: "CAPITAL_CALL",
        debtor: { organisationId: member.organisationId, role: "PARTY_REP" },
        creditor: { organisationId: creditor?.organisationId ?? null, role: "PARTY_REP" },
        dueOn,
        basis: "CAPITAL_COMMITMENT",
      },
      at,
    );
    await writeStep(tx, partnership, {
      kind: "capital.committed",
      by: { actor, organisationId: member.organisationId },
      payload: {
        ...{ productCode: agreement.productCode, number, ...partyOnRecord(member), kind, dueOn },
        amountVnd: committedVnd.toString(),
        ...(valuation ? { valuation } : {}),
      },
      at,
    });
    return done({ number });
  });
}

function dayFault({ dueOn }: CommitInput, { agreement }: SignedAgreement, at: Date) {
  if (dueOn < dayInVietnam(at)) return refuse("DUE_IN_THE_PAST", { field: "dueOn" });
  if (agreement.to !== null && dueOn >= agreement.to) return refuse("OUTSIDE_THE_AGREEMENT", { field: "dueOn" });
  return null;
}

async function valuationFault(tx: Tx, { members }: LockedPartnership, input: CommitInput, at: Date) {
  const { valuation, kind, committedVnd } = input;
  if (kind === "CASH") return valuation ? refuse("VALUATION_OF_CASH", { field: "valuationMethod" }) : null;
  const today = dayInVietnam(at);
  const threshold = await parameterOn(THRESHOLD, today, tx);
  if (!valuation) return committedVnd < threshold ? null : refuse("VALUATION_MISSING", { field: "valuationMethod" });
  if (valuation.valuedOn > today) return refuse("IN_THE_FUTURE", { field: "valuedOn" });
  const parties = await tx.organisation.findMany({
    where: { id: { in: members.map(({ organisationId }) => organisationId) } },
    select: { nameVi: true, nameEn: true, nameFr: true },
  });
  const names = parties.flatMap(({ nameVi, nameEn, nameFr }) => [nameVi, nameEn, nameFr]);
  const isParty = names.some((name) => name && plainName(name) === plainName(valuation.valuer));
  return isParty ? refuse("VALUER_IS_A_PARTY", { field: "valuer" }) : null;
}
