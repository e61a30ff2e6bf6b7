import type { Actor } from "#app/domain/accounts/actor.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import { AMENDMENT_FORMAT } from "../../amendments/amendment.ts";
import { contentOf, textOf } from "../agreement-content.ts";
import type { LockedAgreement, LockedMember, LockedPartnership } from "../locked.server.ts";
import { writeStep } from "../public-step.server.ts";
import { partiesFrom, type RecordedSchedule } from "../schedules.server.ts";

type NewAmendment = {
  partnership: LockedPartnership;
  agreement: LockedAgreement;
  current: readonly RecordedSchedule[];
  /** what holds once it is in force */
  amended: readonly RecordedSchedule[];
  effectiveFrom: string;
  rationale: string;
  by: { actor: Actor; member: LockedMember };
  /** where it belongs to a party's exit */
  settlement?: { id: string; exit: number; number: number };
  at: Date;
};

/**
 * Puts an amendment of an active agreement on the table: a text of the whole of what then holds, on the record. Returns
 * its number and hash, and the ids of those who have to sign it.
 */
export async function storeAmendment(
  tx: Tx,
  { partnership, agreement, current, amended, effectiveFrom, rationale, by, settlement, at }: NewAmendment,
): Promise<{ number: number; textSha256: string; parties: Set<string> }> {
  const { actor, member } = by;
  const parties = partiesFrom([...current, ...amended], effectiveFrom);
  const content = contentOf(partnership, agreement, { schedules: amended, parties });
  const number = 1 + (await tx.amendment.count({ where: { agreementId: agreement.id } }));
  const baseSha256 = sha256(agreement.governingText ?? "");
  const ofExit = settlement ? { exit: { number: settlement.exit, settlement: settlement.number } } : {};
  const more = { format: AMENDMENT_FORMAT, number, effectiveFrom, rationale, baseSha256, ...ofExit };
  const text = textOf(partnership, content, more);
  const textSha256 = sha256(text);
  await tx.amendment.create({
    data: {
      agreementId: agreement.id,
      number,
      effectiveFrom: new Date(`${effectiveFrom}T00:00:00Z`),
      rationale,
      baseSha256,
      text,
      textSha256,
      proposedByMemberId: member.id,
      proposedById: actor.personId,
      proposedAt: at,
      settlementId: settlement?.id ?? null,
    },
  });
  await tx.agreement.update({ where: { id: agreement.id }, data: { state: "AMENDING" } });
  const { productCode } = agreement;
  await writeStep(tx, partnership, {
    kind: "amendment.proposed",
    by: { actor, organisationId: member.organisationId },
    payload: { state: "AMENDING", productCode, number, effectiveFrom, baseSha256, textSha256 },
    at,
  });
  return { number, textSha256, parties };
}
