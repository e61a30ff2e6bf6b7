import { openAgreedObligation, voidObligationsOf } from "#app/domain/obligations/write.server.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { LockedMember, LockedPartnership } from "../../internal/locked.server.ts";

/** Another member leads from now on, and owes a party of a house that is lost in the place of the one that leaves. */
export async function passLead(
  tx: Tx,
  { code, members }: LockedPartnership,
  { leaver, place, at }: { leaver: LockedMember; place: number; at: Date },
): Promise<void> {
  const next = members.find(({ position }) => position === place);
  if (!next) throw new Error(`no party ${place} in ${code}`);
  await tx.partnershipMember.update({ where: { id: leaver.id }, data: { role: "PARTNER" } });
  await tx.partnershipMember.update({ where: { id: next.id }, data: { role: "LEAD" } });
  const owed = await tx.obligation.findMany({
    where: { subjectCode: code, kind: "HOUSE_CURE", doneAt: null, voidedAt: null },
    select: { subjectId: true, basis: true, dueOn: true },
  });
  for (const { subjectId, basis, dueOn } of owed) {
    await voidObligationsOf(tx, subjectId, "HOUSE_CURE", at);
    await openAgreedObligation(
      tx,
      {
        subject: { type: "PARTNERSHIP", id: subjectId, code },
        kind: "HOUSE_CURE",
        debtor: { organisationId: next.organisationId, role: "PARTY_REP" },
        ...{ dueOn: dueOn.toISOString().slice(0, 10), basis },
      },
      at,
    );
  }
}
