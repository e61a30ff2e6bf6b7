import type { Actor } from "#app/domain/accounts/actor.ts";
import { openObligation } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { CapitalEventKind } from "../../capital/capital.ts";
import type { LockedMember } from "../locked.server.ts";
import { writeStep } from "../public-step.server.ts";
import { asDate, partyOnRecord, type SignedAgreement } from "./signed.server.ts";

export type NewCapitalEvent = {
  kind: CapitalEventKind;
  onDay: string;
  commitmentId: string | null;
  priceVnd: bigint | null;
  reference: string;
  evidenceSha256: string | null;
  /** the party that pays in, gives or is bought back */
  recorder: LockedMember;
  /** who is asked to confirm it first; any other party may, but for a transfer, which its taker confirms */
  confirmer: LockedMember | null;
  lines: readonly { member: LockedMember; amountVnd: bigint }[];
};

/** Records an event that counts once it is confirmed, and asks another party to confirm it. Returns its id and number. */
export async function recordCapital(
  tx: Tx,
  actor: Actor,
  { partnership, agreement }: SignedAgreement,
  event: NewCapitalEvent,
  at: Date,
): Promise<{ id: string; number: number }> {
  const { recorder, confirmer, lines, onDay, kind, commitmentId, priceVnd, reference, evidenceSha256 } = event;
  const number = 1 + (await tx.capitalEvent.count({ where: { agreementId: agreement.id } }));
  const { id } = await tx.capitalEvent.create({
    data: {
      agreementId: agreement.id,
      number,
      kind,
      onDay: asDate(onDay),
      commitmentId,
      priceVnd,
      reference,
      evidenceSha256,
      recordedByMemberId: recorder.id,
      recordedById: actor.personId,
      recordedAt: at,
    },
  });
  await tx.capitalLine.createMany({
    data: lines.map(({ member, amountVnd }) => ({ eventId: id, memberId: member.id, amountVnd })),
  });
  await openObligation(
    tx,
    {
      subject: { type: "PARTNERSHIP", id, code: partnership.code },
      kind: "CAPITAL_CONFIRMATION",
      debtor: { organisationId: confirmer?.organisationId ?? null, role: "PARTY_REP" },
      creditor: { organisationId: recorder.organisationId, role: "PARTY_REP" },
      parameter: "partnership.capital-confirmation.working-days",
    },
    at,
  );
  await writeStep(tx, partnership, {
    kind: "capital.recorded",
    by: { actor, organisationId: recorder.organisationId },
    payload: {
      ...{ productCode: agreement.productCode, number, kind, onDay, evidenceSha256 },
      changes: lines.map(({ member, amountVnd }) => ({ ...partyOnRecord(member), amountVnd: amountVnd.toString() })),
    },
    at,
  });
  return { id, number };
}
