import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Tx } from "#prisma/client.server.ts";
import { scheduleChanges } from "../../amendments/amended-schedules.ts";
import { memberAt, type PlacedSchedule, withMembers } from "../../amendments/amendment.ts";
import type { LockedAgreement, LockedPartnership, OpenAmendment } from "../locked.server.ts";
import { publicParties, publicShares } from "../public-shares.ts";
import { writeStep } from "../public-step.server.ts";
import { currentSchedules, insertSchedules, type RecordedSchedule } from "../schedules.server.ts";

export type AmendmentText = { parties: Set<string>; schedules: RecordedSchedule[] };

/** What an amendment's text says, with the members instead of their places. */
export function readText({ text }: OpenAmendment, { members }: LockedPartnership): AmendmentText {
  const said: { parties: { position: number }[]; schedules: PlacedSchedule[] } = JSON.parse(text);
  return {
    parties: new Set(said.parties.map(({ position }) => position).map(memberAt(members))),
    schedules: withMembers(said.schedules, members),
  };
}

/** An amendment that everybody signed: its shares are recorded, what it changes is superseded. Returns the record entry. */
export async function putInForce(
  tx: Tx,
  last: {
    partnership: LockedPartnership;
    agreement: LockedAgreement;
    amendment: OpenAmendment;
    text: AmendmentText;
    by: { actor: Actor; organisationId: string };
    at: Date;
  },
): Promise<bigint> {
  const { partnership, agreement, amendment, text, by, at } = last;
  const before = await currentSchedules(tx, agreement.id);
  const { ended, brought } = scheduleChanges(before, text.schedules);
  const endedIds = ended.map(({ id }) => id);
  await tx.shareSchedule.updateMany({ where: { id: { in: endedIds } }, data: { supersededAt: at } });
  await insertSchedules(tx, agreement.id, brought);
  await tx.amendment.update({ where: { id: amendment.id }, data: { state: "SIGNED", endedAt: at } });
  await tx.agreement.update({ where: { id: agreement.id }, data: { state: "ACTIVE" } });
  const { members } = partnership;
  const { number, effectiveFrom, textSha256 } = amendment;
  return writeStep(tx, partnership, {
    kind: "amendment.signed",
    by,
    payload: {
      state: "ACTIVE",
      productCode: agreement.productCode,
      number,
      effectiveFrom,
      textSha256,
      parties: publicParties(members, text.parties),
      before: publicShares(before, members, agreement).schedules,
      ...publicShares(text.schedules, members, agreement),
    },
    at,
  });
}
